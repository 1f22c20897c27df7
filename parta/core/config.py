"""Settings that describe themselves: every room declares a struct, one file and the environment fill it.

A setting is a field of a `Settings` struct with a type, a default and a sentence. Its name in the
environment is `PARTA_<SECTION>_<FIELD>`, its place in `parta.toml` is `[section] field`; the core's own
section is the top level. Later wins: default < file < environment. A name nobody declared or a value
that does not fit stops the start, and all such mistakes are told at once, each by name.
"""

import difflib
import tomllib
import typing
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeVar, dataclass_transform

import msgspec
from msgspec import Meta

from parta.core.config_values import Secret, convert, show, type_name

PREFIX = "PARTA_"
FILE_NAME = "parta.toml"
FILE_VARIABLE = "PARTA_CONFIG"

__all__ = [
    "Configuration",
    "ConfigurationError",
    "CoreSettings",
    "Secret",
    "Setting",
    "Settings",
]


@dataclass_transform(frozen_default=True, kw_only_default=True)
class SettingsMeta(msgspec.StructMeta):
    """Lets a settings struct name its section: `class IdentitySettings(Settings, section="identity")`."""

    def __new__(
        cls,
        name: str,
        bases: tuple[type, ...],
        body: dict[str, Any],
        *,
        section: str = "",
    ) -> "SettingsMeta":
        """Make the struct frozen and remember its section."""
        body["SECTION"] = section
        return super().__new__(cls, name, bases, body, frozen=True, kw_only=True)


class Settings(msgspec.Struct, metaclass=SettingsMeta):
    """The options of one room."""

    SECTION: ClassVar[str]


class CoreSettings(Settings, section=""):
    """Where Parta listens, keeps its data and writes its log."""

    name: Annotated[
        str, Meta(description="The name of this installation, shown to people.")
    ] = "Parta"
    host: Annotated[
        str,
        Meta(
            description="The address to listen on; 0.0.0.0 opens Parta to the network."
        ),
    ] = "127.0.0.1"
    port: Annotated[
        int,
        Meta(ge=0, le=65535, description="The port to listen on; 0 takes a free one."),
    ] = 8000
    public_url: Annotated[
        str | None,
        Meta(
            description="The address people open, e.g. https://parta.school.example; by default http://host:port."
        ),
    ] = None
    trusted_proxies: Annotated[
        tuple[str, ...],
        Meta(
            description="Addresses of reverse proxies whose X-Forwarded-* headers are believed."
        ),
    ] = ("127.0.0.1", "::1")
    data_dir: Annotated[
        Path,
        Meta(
            description="The folder with everything worth a backup: database, files, log."
        ),
    ] = Path("data")
    database_url: Annotated[
        Secret | None,
        Meta(
            description="An external PostgreSQL (15 or newer); when absent, Parta runs its own in data_dir."
        ),
    ] = None
    database_connections: Annotated[
        int,
        Meta(
            ge=2,
            le=500,
            description="How many database connections one process keeps at most.",
        ),
    ] = 10
    job_workers: Annotated[
        int,
        Meta(
            ge=0,
            le=64,
            description="How many background jobs one process does at once; 0 for none.",
        ),
    ] = 2
    requests_per_second: Annotated[
        float,
        Meta(
            ge=0,
            description="Requests a second one session may make on average; 0 for no limit.",
        ),
    ] = 20
    frames_per_second: Annotated[
        float,
        Meta(
            gt=0,
            description="Frames a second one live socket may send on average; more are slowed down.",
        ),
    ] = 30
    largest_body: Annotated[
        int,
        Meta(
            ge=1024,
            description="The largest request body in bytes, where a route sets no limit of its own.",
        ),
    ] = 1024 * 1024
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Meta(description="The least serious log line to write."),
    ] = "info"
    log_format: Annotated[
        Literal["text", "json"],
        Meta(description="The log for people (text) or for programs (json)."),
    ] = "text"
    demo: Annotated[
        bool,
        Meta(
            description="Lets anybody become any invented person with one click; only for show."
        ),
    ] = False


class ConfigurationError(Exception):
    """The settings cannot be used; `problems` names every mistake."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """One setting as it stands: what it is called, what it is and who said so."""

    variable: str
    section: str
    field: str
    sentence: str
    type_name: str
    default: str
    value: str
    source: str


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """A field that some room declared."""

    room: type[Settings]
    field: str
    type: Any
    sentence: str

    @property
    def variable(self) -> str:
        """The name in the environment."""
        section = f"{self.room.SECTION}_" if self.room.SECTION else ""
        return f"{PREFIX}{section}{self.field}".upper()

    @property
    def key(self) -> str:
        """The name in the file, dotted."""
        return f"{self.room.SECTION}.{self.field}" if self.room.SECTION else self.field


class Given(msgspec.Struct, frozen=True):
    """A raw value and where it was said."""

    raw: object
    source: str


S = TypeVar("S", bound=Settings)


class Configuration:
    """Every room's settings, checked."""

    def __init__(
        self,
        rooms: Iterable[type[Settings]] = (),
        given: Mapping[str, Given] | None = None,
    ) -> None:
        """Settings of the rooms with the given values, keyed by the name in the environment."""
        self._declared = _declare([CoreSettings, *rooms])
        self._given = given or {}
        self._values, problems = _read(self._declared, self._given)
        if problems:
            raise ConfigurationError(problems)

    @classmethod
    def load(
        cls,
        environ: Mapping[str, str],
        *,
        rooms: Iterable[type[Settings]] = (),
        folder: Path | None = None,
    ) -> "Configuration":
        """Read the file (`PARTA_CONFIG`, else parta.toml in the folder) and the environment."""
        rooms = list(rooms)
        declared = _declare([CoreSettings, *rooms])
        problems: list[str] = []
        given = _from_file(_file(environ, folder or Path.cwd()), declared, problems)
        given |= _from_environment(environ, declared, problems)
        _, wrong = _read(declared, given)
        if problems + wrong:
            raise ConfigurationError(problems + wrong)
        return cls(rooms, given)

    def get(self, room: type[S]) -> S:
        """The settings of one room; KeyError when the room was not named at loading."""
        return typing.cast(S, self._values[room])

    def settings(self) -> list[Setting]:
        """Every setting in order of declaration, secrets masked."""
        return [
            Setting(
                variable=one.variable,
                section=one.room.SECTION,
                field=one.field,
                sentence=one.sentence,
                type_name=type_name(one.type),
                default=show(getattr(one.room(), one.field)),
                value=show(getattr(self._values[one.room], one.field)),
                source=self._given[one.variable].source
                if one.variable in self._given
                else "default",
            )
            for one in self._declared.values()
        ]


def _declare(rooms: Iterable[type[Settings]]) -> dict[str, Declared]:
    declared: dict[str, Declared] = {}
    for room in dict.fromkeys(rooms):
        hints = typing.get_type_hints(room, include_extras=True)
        for field in room.__struct_fields__:
            sentences = [
                m.description
                for m in getattr(hints[field], "__metadata__", ())
                if m.description
            ]
            if not sentences:
                raise TypeError(f"{room.__name__}.{field} has no sentence")
            one = Declared(
                room=room, field=field, type=hints[field], sentence=sentences[0]
            )
            if one.variable in declared:
                raise TypeError(f"{one.variable} is declared twice")
            declared[one.variable] = one
    return declared


def _file(environ: Mapping[str, str], folder: Path) -> Path | None:
    if named := environ.get(FILE_VARIABLE):
        return Path(named)
    path = folder / FILE_NAME
    return path if path.is_file() else None


def _from_file(
    path: Path | None, declared: dict[str, Declared], problems: list[str]
) -> dict[str, Given]:
    if path is None:
        return {}
    try:
        tree = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(
            f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}"
        )
        return {}
    sections = {one.room.SECTION for one in declared.values()}
    by_key = {one.key: one.variable for one in declared.values()}
    given: dict[str, Given] = {}
    for key, raw in _leaves(tree, sections).items():
        if key in by_key:
            given[by_key[key]] = Given(raw, path.name)
        else:
            problems.append(
                f"{path.name}: {key}: no such setting{_suggest(key, by_key)}"
            )
    return given


def _leaves(tree: dict[str, Any], sections: set[str]) -> dict[str, object]:
    leaves: dict[str, object] = {}
    for key, value in tree.items():
        if key in sections and isinstance(value, dict):
            leaves |= {f"{key}.{inner}": one for inner, one in value.items()}
        else:
            leaves[key] = value
    return leaves


def _from_environment(
    environ: Mapping[str, str], declared: dict[str, Declared], problems: list[str]
) -> dict[str, Given]:
    given: dict[str, Given] = {}
    for name in sorted(environ):
        if not name.startswith(PREFIX) or name == FILE_VARIABLE:
            continue
        if name in declared:
            given[name] = Given(environ[name], "environment")
        else:
            problems.append(f"{name}: no such setting{_suggest(name, declared)}")
    return given


def _suggest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else "; `parta config` lists them all"


def _read(
    declared: dict[str, Declared], given: Mapping[str, Given]
) -> tuple[dict[type[Settings], Settings], list[str]]:
    """Build every room's struct; what does not fit is told by name, never with the value of a secret."""
    fields: dict[type[Settings], dict[str, object]] = {
        one.room: {} for one in declared.values()
    }
    problems: list[str] = []
    for name, said in given.items():
        one = declared[name]
        try:
            fields[one.room][one.field] = convert(said.raw, one.type)
        except ValueError as error:
            shown = "" if type_name(one.type) == "secret" else f" (given {said.raw!r})"
            where = (
                name if said.source == "environment" else f"{said.source}: {one.key}"
            )
            problems.append(f"{where}: {error}{shown}")
    return {room: room(**values) for room, values in fields.items()}, problems
