"""The form for people: pages that any browser shows without a network, and in which nothing can run.

Whatever people wrote is escaped, and the page's own policy lets no script, frame or foreign address in.
"""

from html import escape
from itertools import groupby
from urllib.parse import quote

from parta.files.info import FileInfo
from parta.messaging.attachments import LINK
from parta.messaging.content import Content, Poll
from parta.messaging.exporting.page import Page, disappears
from parta.messaging.exporting.words import notice_text, say, size_text
from parta.messaging.shapes import Message
from parta.messaging.stickers import stickers

POLICY = "default-src 'none'; img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'"

STYLE = """
:root{color-scheme:light dark;--page:#edf0f3;--bubble:#fff;--text:#1a1c1f;--soft:#636b75;--line:#d5dae0;--accent:#1f6bb8}
@media(prefers-color-scheme:dark){:root{--page:#17181a;--bubble:#242628;--text:#e7e9ec;--soft:#9aa2ab;--line:#3a3d40;--accent:#7db5ee}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text);font:16px/1.45 system-ui,sans-serif}
main{max-width:760px;margin:0 auto;padding:16px}h1{font-size:22px;margin:8px 0 2px}.about{color:var(--soft);margin:0 0 16px}
h2{font-size:14px;font-weight:500;color:var(--soft);text-align:center;margin:20px 0 10px}
article{background:var(--bubble);border-radius:14px;padding:8px 12px 6px;margin:6px 0;overflow-wrap:anywhere}
.who{font-weight:600;color:var(--accent)}time,.size,.mark{color:var(--soft);font-size:13px}article time{float:right;margin-left:12px}
.text{white-space:pre-wrap;margin:2px 0}blockquote{margin:4px 0;padding:2px 10px;border-left:3px solid var(--accent);color:var(--soft)}
.notice,.gone{text-align:center;color:var(--soft);font-size:14px;margin:10px 0}a{color:var(--accent)}
img,video{max-width:100%;max-height:420px;border-radius:8px;display:block;margin:6px 0}audio{width:100%;margin:6px 0}
.reactions span{display:inline-block;border:1px solid var(--line);border-radius:12px;padding:0 8px;margin:4px 6px 0 0;font-size:14px}
.poll{border:1px solid var(--line);border-radius:10px;padding:8px 12px;margin:6px 0}.poll ul{margin:6px 0 0;padding-left:20px}
nav{display:flex;justify-content:space-between;margin:20px 0}
"""


def page_name(number: int) -> str:
    """How the page is called in the archive; the first one is found by everybody."""
    return "index.html" if number == 1 else f"messages-{number:04d}.html"


def write_page(page: Page) -> bytes:
    """A whole page; messages of one day stand together."""
    days = []
    for day, said in groupby(page.messages, key=lambda m: page.local(m.created_at).date()):
        days.append(f'<h2><time datetime="{day.isoformat()}">{day:%d.%m.%Y}</time></h2>')
        days.extend(_message(page, m) for m in said)
    title = escape(page.title)
    body = "\n".join(days)
    return f"""<!doctype html>
<html lang="{"en" if page.language == "en" else "ru"}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">
<title>{title}</title><style>{STYLE}</style></head>
<body><main><h1>{title}</h1><p class="about">{say(page.language, "page", page.number)} · {escape(page.zone.key)}</p>
{body}
{_nav(page)}</main></body></html>
""".encode()


def _nav(page: Page) -> str:
    earlier = later = "<span></span>"
    if page.number > 1:
        earlier = f'<a href="{page_name(page.number - 1)}">{say(page.language, "earlier")}</a>'
    if not page.last:
        later = f'<a href="{page_name(page.number + 1)}">{say(page.language, "later")}</a>'
    return f"<nav>{earlier}{later}</nav>"


def _message(page: Page, m: Message) -> str:
    if m.service is not None:
        return f'<p class="notice" id="m{m.number}">{escape(notice_text(page, m.author_id, m.service))}</p>'
    if disappears(m):
        return f'<p class="gone" id="m{m.number}">{say(page.language, "disappearing")}</p>'
    moment = page.local(m.created_at)
    edited = f' <span class="mark">{say(page.language, "edited")}</span>' if m.edited_at else ""
    when = f'<time datetime="{moment.isoformat()}" title="{moment:%d.%m.%Y %H:%M:%S}">{moment:%H:%M}</time>'
    who = f'<span class="who">{escape(page.name_of(m.author_id))}</span>'
    parts = [
        f'<article id="m{m.number}">{when}{who}{edited}',
        _reply(page, m),
        _content(page, m.content),
        "".join(_file(page, file) for file in m.files),
        f'<div class="text">{_text(m.body)}</div>' if m.body else "",
        _reactions(m),
        "</article>",
    ]
    return "".join(parts)


def _text(body: str) -> str:
    """Words stay words; only http and https become links, and nothing is loaded from them."""
    pieces, at = [], 0
    for found in LINK.finditer(body):
        link = escape(found[0], quote=True)
        pieces.append(escape(body[at : found.start()]))
        pieces.append(f'<a href="{link}" rel="noopener noreferrer">{link}</a>')
        at = found.end()
    return "".join([*pieces, escape(body[at:])])


def _reply(page: Page, m: Message) -> str:
    if m.reply_to is None:
        return ""
    words = say(page.language, "deleted_reply") if m.reply_to.deleted else m.reply_to.excerpt
    name = escape(page.name_of(m.reply_to.author_id))
    return f"<blockquote>{name}: {escape(words)}</blockquote>"


def _reactions(m: Message) -> str:
    if not m.reactions:
        return ""
    return (
        '<div class="reactions">'
        + "".join(f"<span>{escape(r.emoji)} {r.count}</span>" for r in m.reactions)
        + "</div>"
    )


def _file(page: Page, file: FileInfo) -> str:
    name, size = escape(file.name, quote=True), size_text(file.size, page.language)
    path = page.paths.get(file.id)
    if path is None:
        return f'<p>📎 {name} <span class="size">{size}, {say(page.language, "left_out")}</span></p>'
    address = escape(quote(path), quote=True)
    shown = ""
    if file.kind == "image":
        shown = f'<img src="{address}" alt="{name}" loading="lazy">'
    elif file.kind in ("video", "audio"):
        shown = f'<{file.kind} src="{address}" controls preload="none"></{file.kind}>'
    return f'{shown}<p>📎 <a href="{address}">{name}</a> <span class="size">{size}</span></p>'


def _content(page: Page, content: Content | None) -> str:
    if content is None:
        return ""
    lines = []
    if content.confirmation is not None:
        lines.append(f'<p class="mark">!!! {say(page.language, "confirm")}</p>')
    if content.forwarded is not None:
        lines.append(
            f'<p class="mark">{escape(say(page.language, "forwarded", content.forwarded.author_name))}</p>'
        )
    if content.sticker is not None:
        lines.append(f"<p>{escape(say(page.language, 'sticker', _caption(page, content.sticker)))}</p>")
    if content.poll is not None:
        lines.append(_poll(page, content.poll))
    if content.transcript is not None and content.transcript.text:
        lines.append(f'<p class="mark">{escape(say(page.language, "spoken", content.transcript.text))}</p>')
    return "".join(lines)


def _caption(page: Page, name: str) -> str:
    sticker = stickers().get(name)
    return name if sticker is None else sticker.en if page.language == "en" else sticker.ru


def _poll(page: Page, poll: Poll) -> str:
    options = []
    for place, option in enumerate(poll.options):
        counted = f": {poll.counts[place]}" if poll.counts is not None and place < len(poll.counts) else ""
        options.append(f"<li>{escape(option)}{counted}</li>")
    voters = "" if poll.voters is None else f" · {say(page.language, 'votes', poll.voters)}"
    sort = say(page.language, "quiz" if poll.quiz else "poll")
    return (
        f'<div class="poll"><span class="mark">{sort}{voters}</span><div><b>{escape(poll.question)}</b></div>'
        f"<ul>{''.join(options)}</ul></div>"
    )
