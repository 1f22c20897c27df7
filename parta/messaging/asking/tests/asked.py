"""Asking for confirmation, and giving it."""

from typing import Any
from uuid import uuid4

from parta.testing.talk import say
from parta.testing.world import Actor


async def ask(author: Actor, chat: int, body: str = "Завтра к первому уроку") -> int:
    return int((await say(author, chat, body, content={"confirm": True}))["id"])


async def try_to_ask(author: Actor, chat: int) -> tuple[int, str | None]:
    words = {"client_id": str(uuid4()), "body": "Важно", "content": {"confirm": True}}
    answer = await author.post(f"/conversations/{chat}/messages", words)
    return answer.status_code, answer.json().get("code")


async def confirm(who: Actor, message: int) -> tuple[int, str | None]:
    answer = await who.put(f"/messages/{message}/confirmation")
    return answer.status_code, answer.json().get("code")


async def state_of(who: Actor, chat: int, message: int) -> dict[str, Any]:
    items = (await who.get(f"/conversations/{chat}/messages")).json()["items"]
    found: dict[str, Any] = next(m for m in items if m["id"] == message)["content"]["confirmation"]
    return found


async def names(author: Actor, message: int, state: str) -> list[int]:
    page = (await author.get(f"/messages/{message}/confirmations?state={state}")).json()
    return [item["person"]["id"] for item in page["items"]]
