"""What the rooms declare, and what the file and the environment say about it."""

import difflib
import tomllib
import typing
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar, dataclass_transform

import msgspec

from parta.core.config_values import convert, type_name

PREFIX = "PARTA_"
FILE_NAME = "parta.toml"
FILE_VARIABLE = "PARTA_CONFIG"
FOR_TESTS = "PARTA_TEST_"


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


def declare(rooms: Iterable[type[Settings]]) -> dict[str, Declared]:
    """Every field by its name in the environment; TypeError for one without a sentence or declared twice."""
    declared: dict[str, Declared] = {}
    for room in dict.fromkeys(rooms):
        hints = typing.get_type_hints(room, include_extras=True)
        for field in room.__struct_fields__:
            sentences = [m.description for m in getattr(hints[field], "__metadata__", ()) if m.description]
            if not sentences:
                raise TypeError(f"{room.__name__}.{field} has no sentence")
            one = Declared(room=room, field=field, type=hints[field], sentence=sentences[0])
            if one.variable in declared:
                raise TypeError(f"{one.variable} is declared twice")
            declared[one.variable] = one
    return declared


def file_named(environ: Mapping[str, str], folder: Path) -> Path | None:
    """The file to read: the one the environment names, else parta.toml in the folder when it is there."""
    if named := environ.get(FILE_VARIABLE):
        return Path(named)
    path = folder / FILE_NAME
    return path if path.is_file() else None


def from_file(path: Path | None, declared: dict[str, Declared], problems: list[str]) -> dict[str, Given]:
    """What the file says; keys nobody declared become problems."""
    if path is None:
        return {}
    try:
        tree = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}")
        return {}
    sections = {one.room.SECTION for one in declared.values()}
    by_key = {one.key: one.variable for one in declared.values()}
    given: dict[str, Given] = {}
    for key, raw in _leaves(tree, sections).items():
        if key in by_key:
            given[by_key[key]] = Given(raw, path.name)
        else:
            problems.append(f"{path.name}: {key}: no such setting{_suggest(key, by_key)}")
    return given


def _leaves(tree: dict[str, Any], sections: set[str]) -> dict[str, object]:
    leaves: dict[str, object] = {}
    for key, value in tree.items():
        if key in sections and isinstance(value, dict):
            leaves |= {f"{key}.{inner}": one for inner, one in value.items()}
        else:
            leaves[key] = value
    return leaves


def from_environment(
    environ: Mapping[str, str], declared: dict[str, Declared], problems: list[str]
) -> dict[str, Given]:
    """What the environment says; PARTA_ names nobody declared become problems."""
    given: dict[str, Given] = {}
    for name in sorted(environ):
        if not name.startswith(PREFIX) or name == FILE_VARIABLE or name.startswith(FOR_TESTS):
            continue
        if name in declared:
            given[name] = Given(environ[name], "environment")
        else:
            problems.append(f"{name}: no such setting{_suggest(name, declared)}")
    return given


def _suggest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else "; `parta config` lists them all"


def read(
    declared: dict[str, Declared], given: Mapping[str, Given]
) -> tuple[dict[type[Settings], Settings], list[str]]:
    """Build every room's struct; what does not fit is told by name, never with the value of a secret."""
    fields: dict[type[Settings], dict[str, object]] = {one.room: {} for one in declared.values()}
    problems: list[str] = []
    for name, said in given.items():
        one = declared[name]
        try:
            fields[one.room][one.field] = convert(said.raw, one.type)
        except ValueError as error:
            shown = "" if type_name(one.type) == "secret" else f" (given {said.raw!r})"
            where = name if said.source == "environment" else f"{said.source}: {one.key}"
            problems.append(f"{where}: {error}{shown}")
    return {room: room(**values) for room, values in fields.items()}, problems
