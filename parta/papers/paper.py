"""A paper as both writers understand it: a title and blocks of words, nothing of fonts or files."""

from typing import Literal

import msgspec

Kind = Literal["head", "title", "right", "text", "item", "pair", "table", "sign", "note", "break"]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One block. `right` stands at the right edge of a pair, or is the name under a signature.

    head: the organisation, centred; title: the paper's name; right: to whom; text: a paragraph; item: a numbered
    point; pair: words at both edges; table: rows, the first is the heads; sign: a position, a line and a name;
    note: a remark in small letters; break: a new page.
    """

    kind: Kind
    text: str = ""
    right: str = ""
    rows: list[list[str]] = []


class Paper(msgspec.Struct, frozen=True):
    """What a writer turns into a file."""

    title: str
    blocks: list[Block]


def head(text: str) -> Block:
    """The organisation whose paper it is."""
    return Block(kind="head", text=text)


def title(text: str) -> Block:
    """What the paper is called."""
    return Block(kind="title", text=text)


def addressee(text: str) -> Block:
    """To whom it is addressed, and from whom."""
    return Block(kind="right", text=text)


def text(*sentences: str) -> Block:
    """A paragraph."""
    return Block(kind="text", text=" ".join(sentences))


def items(*points: str) -> list[Block]:
    """Points with numbers."""
    return [Block(kind="item", text=f"{number}. {point}") for number, point in enumerate(points, start=1)]


def pair(left: str, right: str) -> Block:
    """Words at both edges of one line."""
    return Block(kind="pair", text=left, right=right)


def table(*rows: list[str]) -> Block:
    """A table; its first row names the columns."""
    return Block(kind="table", rows=list(rows))


def sign(position: str, name: str) -> Block:
    """A line to sign on."""
    return Block(kind="sign", text=position, right=name)


def note(words: str) -> Block:
    """A remark that is no part of the text itself."""
    return Block(kind="note", text=words)


PAGE = Block(kind="break")
