"""Read the dialogues of `data/talk/*.txt`; how they are written is told in the README beside them."""

import re
from functools import cache

import msgspec

from parta.demo.data_files import FOLDER

SLOTS = ("morning", "break", "day", "evening", "weekend", "forenoon")
DEFAULT_SLOTS = ("day", "evening")

HEADER = re.compile(r"^== (\w+): (\S+)\s*(.*)$")
LINE = re.compile(r"^(?:\+(\d+) )?([A-Za-z]\w*)(?: \^(\d+))?:(?: (.*))?$")
FILE = re.compile(r'^file (\w+) "([^"]+)"$')
WHO = re.compile(r"^\*\d+$|^[A-Za-z]\w*$")


class ScriptError(ValueError):
    """A dialogue is not written as the README says."""


class Reacting(msgspec.Struct, frozen=True):
    """An emoji with who gives it: names of the cast, or `any_of` any members."""

    emoji: str
    who: tuple[str, ...] = ()
    any_of: int = 0


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One message of a dialogue as it is written, slots unfilled."""

    who: str
    text: str
    minutes: int = 0
    reply_to: int | None = None
    reacting: tuple[Reacting, ...] = ()
    file: tuple[str, str] | None = None
    edited: bool = False
    deleted: bool = False


class Exchange(msgspec.Struct, frozen=True, kw_only=True):
    """One dialogue with where and when it may be held."""

    name: str
    kind: str
    lines: tuple[Line, ...]
    grades: tuple[int, int] = (1, 11)
    slots: tuple[str, ...] = DEFAULT_SLOTS
    months: tuple[int, int] | None = None
    subjects: tuple[str, ...] = ()
    weight: int = 1
    # Demands on the cast: ("p1", "f").
    demands: tuple[tuple[str, str], ...] = ()

    @property
    def speaks_of_tomorrow(self) -> bool:
        return any("завтра" in line.text.lower() for line in self.lines)

    def fits_month(self, month: int) -> bool:
        """Tell whether the dialogue suits a month; a season may run over the new year."""
        if self.months is None:
            return True
        first, last = self.months
        return first <= month <= last if first <= last else month >= first or month <= last


@cache
def all_exchanges() -> tuple[Exchange, ...]:
    """Give every dialogue in the order of writing."""
    found: list[Exchange] = []
    for path in sorted((FOLDER / "talk").glob("*.txt")):
        if path.name != "README.txt":
            found += parse(path.read_text(encoding="utf-8"), path.name)
    return tuple(found)


def exchanges_of(kind: str) -> list[Exchange]:
    """List the dialogues of one kind of conversation."""
    return [exchange for exchange in all_exchanges() if exchange.kind == kind]


def parse(text: str, source: str) -> list[Exchange]:
    """Parse a file of dialogues; raises ScriptError with the place of the first mistake."""
    found: list[Exchange] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        header, *rows = block.strip().split("\n")
        match = HEADER.match(header)
        if match is None or not rows:
            raise ScriptError(f"{source}: not a dialogue: {header!r}")
        name, kind, options = match.groups()
        lines = tuple(_parse_line(row, f"{source}: {name}") for row in rows)
        for position, line in enumerate(lines):
            if line.reply_to is not None and line.reply_to >= position:
                raise ScriptError(f"{source}: {name}: an answer to what is not said yet")
        found.append(
            _with_options(Exchange(name=name, kind=kind, lines=lines), options.split("  ")[0], source)
        )
    return found


def _with_options(exchange: Exchange, options: str, source: str) -> Exchange:
    slots = []
    # A subject may have a space in its name, so its option takes the rest of the line.
    options, _, subjects = options.partition("subject=")
    changes: dict[str, object] = {"subjects": tuple(subjects.split(","))} if subjects else {}
    demands = []
    for option in options.split():
        if re.fullmatch(r"\d+-\d+", option):
            changes["grades"] = tuple(int(grade) for grade in option.split("-"))
        elif option in SLOTS:
            slots.append(option)
        elif option.startswith("m="):
            changes["months"] = tuple(int(month) for month in option[2:].split("-"))
        elif option.startswith("w="):
            changes["weight"] = int(option[2:])
        elif re.fullmatch(r"\w+=\w+", option):
            who, demand = option.split("=")
            demands.append((who, demand))
        else:
            raise ScriptError(f"{source}: {exchange.name}: unknown option {option!r}")
    if slots:
        changes["slots"] = tuple(slots)
    return msgspec.structs.replace(exchange, demands=tuple(demands), **changes)


def _parse_line(row: str, source: str) -> Line:
    match = LINE.match(row)
    if match is None:
        raise ScriptError(f"{source}: not a line: {row!r}")
    minutes, who, reply_to, rest = match.groups()
    text, _, notes = f" {rest or ''}".partition(" // ")
    line = Line(
        who=who,
        text=text.strip().replace("\\n", "\n"),
        minutes=int(minutes or 0),
        reply_to=int(reply_to) - 1 if reply_to else None,
    )
    for note in filter(None, (part.strip() for part in notes.split(";"))):
        line = _with_note(line, note, source)
    if not line.text and line.file is None:
        raise ScriptError(f"{source}: says nothing: {row!r}")
    return line


def _with_note(line: Line, note: str, source: str) -> Line:
    replace = msgspec.structs.replace
    if note in ("edited", "deleted"):
        return replace(line, **{note: True})
    if match := FILE.match(note):
        return replace(line, file=(match[1], match[2]))
    emoji, *who = note.split()
    if not who or emoji.isascii() or not all(WHO.match(name) for name in who):
        raise ScriptError(f"{source}: not a note: {note!r}")
    any_of = sum(int(name[1:]) for name in who if name.startswith("*"))
    named = tuple(name for name in who if not name.startswith("*"))
    return replace(line, reacting=(*line.reacting, Reacting(emoji, named, any_of)))
