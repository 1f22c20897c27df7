"""HTTP of links into groups and of those who follow them."""

import io
from typing import Any

from litestar import Request, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from parta.core.config import Configuration, CoreSettings
from parta.core.db import Tx
from parta.core.http.paging import Limit
from parta.identity.access import Person
from parta.messaging.groups import invite_links, joining
from parta.messaging.groups.invite_links import InviteLink, LinkList, NewLink, path_of
from parta.messaging.groups.joining import Joining, JoinRequestList


@post("/conversations/{conversation_id:int}/links", status_code=201)
async def make_link(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[NewLink],
) -> InviteLink:
    """Make a link that lets people into a group."""
    return await invite_links.make_link(tx, conversation_id, data, by=me.id)


@get("/conversations/{conversation_id:int}/links")
async def list_links(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> LinkList:
    """List the links of a group."""
    return await invite_links.list_links(tx, conversation_id, after=after, limit=limit, by=me.id)


@delete("/conversations/{conversation_id:int}/links/{link_id:int}")
async def revoke_link(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    link_id: FromPath[int],
) -> None:
    """Let a link let nobody in any more."""
    await invite_links.revoke_link(tx, conversation_id, link_id, by=me.id)


@get("/conversations/{conversation_id:int}/links/{link_id:int}/qr")
async def draw_link(
    request: Request[Any, Any, Any],
    configuration: NamedDependency[Configuration],
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    link_id: FromPath[int],
) -> Response[bytes]:
    """Draw a link as a QR code (SVG), to be shown on a board or printed."""
    _, link = await invite_links.find_link(tx, conversation_id, link_id, by=me.id)
    host = configuration.get(CoreSettings).public_url or str(request.base_url)
    drawing = io.BytesIO()
    import segno  # noqa: PLC0415 a start need not wait for it

    code = segno.make(host.rstrip("/") + path_of(link.token), error="m", micro=False)
    code.save(drawing, kind="svg", scale=8, border=3, dark="#000", light="#fff", xmldecl=False, svgns=True)
    return Response(
        drawing.getvalue(),
        media_type="image/svg+xml",
        headers={"Cache-Control": "private, max-age=3600", "Content-Security-Policy": "default-src 'none'"},
    )


@get("/joining/{token:str}")
async def look_at_link(tx: NamedDependency[Tx], me: NamedDependency[Person], token: FromPath[str]) -> Joining:
    """Show the group behind a link, before coming in."""
    return await joining.look_at_link(tx, token, by=me.id)


@post("/joining/{token:str}", status_code=200)
async def come_in(tx: NamedDependency[Tx], me: NamedDependency[Person], token: FromPath[str]) -> Joining:
    """Join by a link, or ask to be let in."""
    return await joining.come_in(tx, token, by=me.id)


@get("/conversations/{conversation_id:int}/join-requests")
async def list_join_requests(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    after: FromQuery[str | None] = None,
    limit: Limit = 50,
) -> JoinRequestList:
    """List those who ask to be let in."""
    return await joining.list_join_requests(tx, conversation_id, after=after, limit=limit, by=me.id)


@post("/conversations/{conversation_id:int}/join-requests/{person_id:int}/approval", status_code=204)
async def let_in(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    person_id: FromPath[int],
) -> None:
    """Let somebody in who asked."""
    await joining.let_in(tx, conversation_id, person_id, by=me.id)


@post("/conversations/{conversation_id:int}/join-requests/{person_id:int}/refusal", status_code=204)
async def turn_away(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    person_id: FromPath[int],
) -> None:
    """Decline somebody who asked to be let in."""
    await joining.turn_away(tx, conversation_id, person_id, by=me.id)


handlers = [
    make_link,
    list_links,
    revoke_link,
    draw_link,
    look_at_link,
    come_in,
    list_join_requests,
    let_in,
    turn_away,
]
