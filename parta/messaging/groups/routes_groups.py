"""HTTP of groups as a whole: copies, ownership, their end, and what an organisation allows them."""

import msgspec
from litestar import delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from parta.core.db import Tx
from parta.identity.access import Person
from parta.messaging import conversations
from parta.messaging.groups import chat_policies, copying, ending
from parta.messaging.groups.chat_policies import ChatPolicy
from parta.messaging.groups.copying import CopyPreview, NewCopy
from parta.messaging.shapes import Conversation


class NewOwner(msgspec.Struct, frozen=True):
    """Who owns the group from now on."""

    person_id: int


class NewPolicy(msgspec.Struct, frozen=True):
    """What an organisation allows."""

    links_for_others: bool


@get("/conversations/{conversation_id:int}/copy")
async def look_at_copy(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> CopyPreview:
    """Tell who would come along into a copy of a group, and who cannot be added."""
    return await copying.look_at_copy(tx, conversation_id, by=me.id)


@post("/conversations/{conversation_id:int}/copy", status_code=201)
async def copy_group(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[NewCopy],
) -> Conversation:
    """Make a group with the people and the order of another one."""
    made = await copying.copy_group(tx, conversation_id, data, by=me.id)
    return await conversations.read_conversation(tx, made, by=me.id)


@put("/conversations/{conversation_id:int}/owner", status_code=204)
async def hand_over(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    conversation_id: FromPath[int],
    data: JSONBody[NewOwner],
) -> None:
    """Hand a group over to another member."""
    await ending.hand_over(tx, conversation_id, data.person_id, by=me.id)


@put("/conversations/{conversation_id:int}/end", status_code=204)
async def close_group(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> None:
    """Close a group: what was said stays, nobody writes any more."""
    await ending.close_group(tx, conversation_id, by=me.id)


@delete("/conversations/{conversation_id:int}")
async def delete_group(
    tx: NamedDependency[Tx], me: NamedDependency[Person], conversation_id: FromPath[int]
) -> None:
    """Delete a group for everybody."""
    await ending.delete_group(tx, conversation_id, by=me.id)


@get("/organisations/{organisation_id:int}/chat-policy")
async def read_policy(
    tx: NamedDependency[Tx], me: NamedDependency[Person], organisation_id: FromPath[int]
) -> ChatPolicy:
    """Read what an organisation allows its chats, and the limits of each role."""
    return await chat_policies.read_policy(tx, organisation_id, by=me.id)


@put("/organisations/{organisation_id:int}/chat-policy")
async def change_policy(
    tx: NamedDependency[Tx],
    me: NamedDependency[Person],
    organisation_id: FromPath[int],
    data: JSONBody[NewPolicy],
) -> ChatPolicy:
    """Change what an organisation allows its chats."""
    return await chat_policies.change_policy(
        tx, organisation_id, links_for_others=data.links_for_others, by=me.id
    )


handlers = [
    look_at_copy,
    copy_group,
    hand_over,
    close_group,
    delete_group,
    read_policy,
    change_policy,
]
