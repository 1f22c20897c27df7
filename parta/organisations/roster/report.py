"""A preview as text, for a terminal and its reader."""

from collections.abc import Iterator

from parta.core.db import Tx
from parta.organisations.access import EVERYTHING
from parta.organisations.roster.previews import list_changes, tell_import

_ENTITIES = {
    "org": ("организации", "organisations"),
    "year": ("учебные годы", "school years"),
    "class": ("классы и группы", "classes"),
    "user": ("люди", "people"),
    "role": ("роли", "roles"),
    "enrollment": ("места в классах", "enrolments"),
    "guardianship": ("родители и дети", "guardianships"),
}
_KINDS = {
    "new": ("новых", "new"),
    "changed": ("меняется", "changed"),
    "gone": ("уходит", "gone"),
    "unchanged": ("без изменений", "unchanged"),
    "refused": ("не принято", "refused"),
    "warning": ("замечаний", "warnings"),
}
_SHOWN = 50


async def tell(tx: Tx, import_id: int, *, language: str = "ru") -> str:
    """The whole preview of an import: a table of numbers, then the rows that were not taken and the warnings."""
    told = await tell_import(tx, import_id, EVERYTHING, language=language)
    lines = [told.file_name, "", *_table(told.summary, language), ""]
    lines += [
        f"{note.file + ': ' if note.file else ''}{note.detail} {note.value}".rstrip() for note in told.notes
    ]
    for kind in ("refused", "warning"):
        page = await list_changes(
            tx, import_id, EVERYTHING, kind=kind, entity=None, language=language, after=None, limit=_SHOWN
        )
        total = sum(counts[kind] for counts in told.summary.values())
        if total:
            lines += ["", f"{_KINDS[kind][_index(language)]}: {total}"]
            lines += [
                f"  {one.file}:{one.line or '?'}  {one.column or one.sourced_id}  {one.detail} {one.value}".rstrip()
                for one in page.items
            ]
        if total > _SHOWN:
            lines.append(f"  … +{total - _SHOWN}")
    return "\n".join(lines)


def _table(summary: dict[str, dict[str, int]], language: str) -> Iterator[str]:
    index = _index(language)
    heads = [words[index] for words in _KINDS.values()]
    yield " " * 18 + "".join(f"{head:>15}" for head in heads)
    for entity, counts in summary.items():
        yield f"{_ENTITIES[entity][index]:<18}" + "".join(f"{counts[kind] or '·':>15}" for kind in _KINDS)


def _index(language: str) -> int:
    return 1 if language == "en" else 0
