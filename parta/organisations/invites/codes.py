"""Codes of invites: short enough to be typed from paper, long enough not to be guessed.

Twelve signs out of thirty-two are 60 random bits. They are kept as SHA-256 only, so a code can be shown once: whoever
reads the database cannot come in by it, and a lost code is revoked and made anew, which costs a click.
"""

import hashlib
import hmac
import secrets

# Without I, O, 0 and 1, which nobody tells apart on paper.
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH, GROUP = 12, 4
# The same shapes typed on a Russian keyboard.
_LATIN = str.maketrans("АВЕКМНРСТУХ", "ABEKMHPCTYX")


def new_code() -> str:
    """Twelve signs, without the dashes that only help to read."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def grouped(code: str) -> str:
    """XXXX-XXXX-XXXX."""
    return "-".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def path_of(code: str) -> str:
    """The page where a code leads."""
    return f"/join-school/{grouped(code)}"


def digest_of(typed: str) -> bytes:
    """What an invite is found by, however its code is typed: case, dashes and Russian look-alikes do not matter."""
    signs = "".join(sign for sign in typed[:64].upper() if sign.isalnum()).translate(_LATIN)
    return hashlib.sha256(signs.encode(errors="replace")).digest()


def is_same(one: bytes, other: bytes) -> bool:
    """Compare in a time that says nothing about where they differ."""
    return hmac.compare_digest(one, other)


def draw(address: str) -> str:
    """Draw an address as a QR code: an SVG as a data URI, for the one answer in which the code is told."""
    import segno  # noqa: PLC0415 a start need not wait for it

    drawing = segno.make(address, error="m", micro=False)
    return str(drawing.svg_data_uri(scale=4, border=2, dark="#000", light="#fff", omitsize=True))
