"""How the text of a setting becomes its value, and how a value is shown."""

import re
from collections.abc import Sequence
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}
SECONDS_IN = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|[smhdw])?")


class Secret:
    """A value that never shows itself in a log, a traceback or a printed setting."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value itself, for the one place that needs it."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(********)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)


def convert(raw: object, type_: Any) -> object:
    """The value that a text or a TOML value stands for; ValueError says why it stands for none."""
    try:
        return msgspec.convert(_prepare(raw, type_), type_, strict=False, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise ValueError(_plain(str(error), type_)) from None


def _prepare(raw: object, type_: Any) -> object:
    """Bring the spellings people use to the ones msgspec knows."""
    plain = bare_type(type_)
    if not isinstance(raw, str):
        if plain is timedelta and isinstance(raw, int | float) and not isinstance(raw, bool):
            return timedelta(seconds=raw)
        return raw
    text = raw.strip()
    if not text and is_optional(type_):
        return None
    if plain is bool:
        return _boolean(text)
    if plain is timedelta:
        return _duration(text)
    if get_origin(plain) is tuple:
        return [part.strip() for part in text.split(",") if part.strip()]
    return text


def _boolean(text: str) -> bool:
    if text.lower() in TRUE_WORDS:
        return True
    if text.lower() in FALSE_WORDS:
        return False
    raise ValueError("expected true or false")


def _duration(text: str) -> timedelta:
    parts = text.split() if DURATION.fullmatch(text) is None else [text]
    found = [DURATION.fullmatch(part) for part in parts]
    if not found or not all(found):
        raise ValueError("expected a length of time such as 30s, 10m, 1h 30m or 7d")
    return timedelta(seconds=sum(float(m[1]) * SECONDS_IN[m[2] or "s"] for m in found if m))


def _decode(type_: type, raw: object) -> object:
    if type_ is Secret and isinstance(raw, str):
        return Secret(raw)
    if type_ is Path and isinstance(raw, str):
        if not raw:
            raise ValueError("expected a path")
        return Path(raw).expanduser()
    raise ValueError(f"expected {type_name(type_)}")


def _plain(message: str, type_: Any) -> str:
    """The reason in words for people: msgspec speaks of Python's types."""
    if "enum value" in message:
        return f"expected {type_name(type_)}"
    words = message.replace("`", "").replace("Expected", "expected").split(" - at ")[0]
    return re.sub(r"\b(int|float)\b", "number", re.sub(r"\bstr\b", "text", words))


def is_optional(type_: Any) -> bool:
    """Whether None is one of the values."""
    return type(None) in get_args(_without_meta(type_))


def bare_type(type_: Any) -> Any:
    """The type without its description, limits and `| None`."""
    type_ = _without_meta(type_)
    if is_optional(type_):
        rest = [part for part in get_args(type_) if part is not type(None)]
        return _without_meta(rest[0])
    return type_


def _without_meta(type_: Any) -> Any:
    return type_.__origin__ if hasattr(type_, "__metadata__") else type_


def type_name(type_: Any) -> str:
    """The type in words a person who fills in a setting understands."""
    plain = bare_type(type_)
    if isinstance(plain, type) and issubclass(plain, Enum):
        return " | ".join(str(member.value) for member in plain)
    if get_origin(plain) is tuple:
        return "list"
    if get_args(plain):
        return " | ".join(str(choice) for choice in get_args(plain))
    names = {
        str: "text",
        int: "number",
        float: "number",
        bool: "true | false",
        timedelta: "time",
        Path: "path",
    }
    return names.get(plain, "secret" if plain is Secret else getattr(plain, "__name__", str(plain)))


def show(value: object) -> str:
    """The value as a person would write it; a secret only as stars."""
    if value is None:
        return ""
    if isinstance(value, Secret):
        return "********" if value.reveal() else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, timedelta):
        return _show_duration(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(show(part) for part in value)
    return str(value)


def _show_duration(value: timedelta) -> str:
    left = round(value.total_seconds() * 1000)
    parts = []
    for unit, size in (
        ("d", 86_400_000),
        ("h", 3_600_000),
        ("m", 60_000),
        ("s", 1000),
        ("ms", 1),
    ):
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count}{unit}")
    return " ".join(parts) or "0s"
