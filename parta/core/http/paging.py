"""Lists are paged by a key, never by an offset: a page costs the same however deep it lies."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated, Any, Generic, TypeVar

import msgspec
from litestar.params import QueryParameter

from parta.core.errors import Invalid

T = TypeVar("T")
K = TypeVar("K")

# How many of a list a caller asks for. Bounded by QueryParameter: msgspec's Meta is not looked at in a query.
Limit = Annotated[int, QueryParameter(ge=1, le=100)]


class Page(msgspec.Struct, Generic[T], frozen=True):
    """A part of a list, and the key of the next part."""

    items: list[T]
    next: str | None = None


def encode_key(*parts: Any) -> str:
    """Make the opaque key that names the last row given."""
    return urlsafe_b64encode(msgspec.json.encode(parts)).decode().rstrip("=")


def decode_key(key: str, shape: type[K]) -> K:
    """Read a key back as a tuple of this shape; raises Invalid for a forged one."""
    try:
        return msgspec.json.decode(urlsafe_b64decode(key + "=" * (-len(key) % 4)), type=shape)
    except (ValueError, msgspec.DecodeError) as error:
        raise Invalid("invalid", field="after") from error
