"""What people agree to: Markdown files with a version, the package's own or the installation's."""

import functools
from collections.abc import Collection
from pathlib import Path
from typing import Literal

import msgspec

from parta.identity.settings import IdentitySettings

DocumentName = Literal["agreement", "privacy"]
NAMES: tuple[DocumentName, ...] = ("agreement", "privacy")
LOCALES = ("ru", "en")

OWN = Path(__file__).parent / "documents"


class Document(msgspec.Struct, frozen=True):
    """One document in one language."""

    document: DocumentName
    version: str
    title: str
    text_markdown: str


class DocumentToAccept(msgspec.Struct, frozen=True):
    """A document in force that somebody has not agreed to yet."""

    document: DocumentName
    version: str
    title: str
    url: str


class DocumentError(Exception):
    """A file of the documents cannot be used."""


class Documents:
    """The documents in force, by name and language."""

    def __init__(self, found: dict[tuple[DocumentName, str], Document]) -> None:
        self._found = found

    @classmethod
    def read(cls, folder: Path) -> "Documents":
        """Read `agreement.ru.md` and the rest; a language that is missing is spoken in Russian."""
        found = {}
        for name in NAMES:
            russian = _read(folder / f"{name}.ru.md", name)
            for locale in LOCALES:
                path = folder / f"{name}.{locale}.md"
                document = _read(path, name) if path.exists() else russian
                if document.version != russian.version:
                    raise DocumentError(
                        f"{path}: version {document.version}, but in Russian {russian.version}"
                    )
                found[name, locale] = document
        return cls(found)

    def in_force(self, locale: str) -> list[Document]:
        """All documents in the person's language."""
        return [self._found[name, locale if locale in LOCALES else "ru"] for name in NAMES]

    def versions(self) -> set[tuple[str, str]]:
        """What may be agreed to now."""
        return {(document.document, document.version) for document in self.in_force("ru")}

    def to_accept(self, locale: str, given: Collection[tuple[str, str]] = ()) -> list[DocumentToAccept]:
        """The documents in force that are not among the given consents."""
        return [
            DocumentToAccept(one.document, one.version, one.title, f"/documents/{one.document}")
            for one in self.in_force(locale)
            if (one.document, one.version) not in given
        ]


@functools.cache
def _kept(folder: Path) -> Documents:
    return Documents.read(folder)


def documents_of(settings: IdentitySettings) -> Documents:
    """The installation's own documents, or the package's; a changed text comes into force with the next start."""
    return _kept(settings.documents_dir or OWN)


def _read(path: Path, name: DocumentName) -> Document:
    try:
        opening, head, text = path.read_text("utf-8").split("---\n", 2)
        fields = dict(line.split(": ", 1) for line in head.strip().splitlines())
        version, title = fields["version"], fields["title"]
    except (OSError, ValueError, KeyError):
        raise DocumentError(f"{path}: needs `---`, `version: …`, `title: …`, `---` and a text") from None
    if opening.strip() or not text.strip():
        raise DocumentError(f"{path}: the text must follow the second `---`")
    return Document(name, version, title, text.strip())
