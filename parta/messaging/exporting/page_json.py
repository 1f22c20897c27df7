"""The form for programs; its fields are described in docs/export.md."""

from typing import Any

import msgspec

from parta.messaging.exporting.page import Page, disappears
from parta.messaging.shapes import Message

FORMAT = "parta-chat/1"


def page_name(number: int) -> str:
    """How the page is called in the archive."""
    return f"messages-{number:04d}.json"


def write_page(page: Page) -> bytes:
    """Messages in the order they were said, and those who said them."""
    body = {
        "format": FORMAT,
        "messages": [_message(page, m) for m in page.messages],
        "people": [{"id": p.id, "name": page.name_of(p.id), "role": p.role} for p in page.people.values()],
    }
    return msgspec.json.format(msgspec.json.encode(body), indent=1)


def write_index(*, title: str, kind: str, made_at: str, messages: int, left_out: int, pages: int) -> bytes:
    """What the archive is and of which pages it consists."""
    body = {
        "format": FORMAT,
        "title": title,
        "kind": kind,
        "exported_at": made_at,
        "messages": messages,
        "files_left_out": left_out,
        "pages": [page_name(number) for number in range(1, pages + 1)],
    }
    return msgspec.json.format(msgspec.json.encode(body), indent=1)


def _message(page: Page, m: Message) -> dict[str, Any]:
    said: dict[str, Any] = {
        "number": m.number,
        "author_id": m.author_id,
        "author": page.name_of(m.author_id),
        "at": page.local(m.created_at).isoformat(),
        "edited_at": page.local(m.edited_at).isoformat() if m.edited_at else None,
    }
    if disappears(m):
        return said | {"disappearing": True}
    if m.service is not None:
        return said | {"service": m.service}
    reply = m.reply_to
    return said | {
        "text": m.body,
        "reply_to": {"number": reply.number, "excerpt": reply.excerpt} if reply else None,
        "mentions": m.mentions,
        "reactions": [{"emoji": r.emoji, "count": r.count} for r in m.reactions],
        "content": None if m.content is None else msgspec.to_builtins(m.content),
        "files": [
            {
                "name": f.name,
                "content_type": f.content_type,
                "size": f.size,
                # None when the file is not in the archive.
                "path": page.paths.get(f.id),
            }
            for f in m.files
        ],
    }
