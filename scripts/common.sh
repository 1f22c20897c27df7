# Sourced by the other scripts. A step is skipped when the fingerprint of its inputs is the one it left behind.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "parta: $1"
    shift
    for line in "$@"; do say "       $line"; done
    exit 1
}

is_root() { [ "$(id -u)" = 0 ]; }

# Try Debian's package manager when we may; silent otherwise, the caller checks the result.
try_apt() {
    is_root && command -v apt-get >/dev/null || return 0
    say "Installing $* …"
    if ! DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null >/dev/null 2>&1; then
        apt-get update </dev/null >/dev/null 2>&1 || true
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null >/dev/null 2>&1 || true
    fi
}

# fingerprint WORD... FILE... : words are taken as they are, files by name and content.
fingerprint() {
    local files=() one
    {
        for one in "$@"; do
            if [ -f "$one" ]; then files+=("$one"); else printf '%s\n' "$one"; fi
        done
        sha256sum "${files[@]}"
    } | sha256sum | cut -d' ' -f1
}

is_done() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }
