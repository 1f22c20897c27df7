"""Where in the invented town there is something to see."""

from typing import Any

from tests.stories.person import Person


def notable(person: Person, about: str) -> dict[str, Any]:
    """One of the people whom the demo's first page recommends, by a word of what it says about them."""
    people = person.ask("GET", "/api/demo/people")["notable"]
    found: dict[str, Any] = next(one["person"] for one in people if about in one["about"])
    return found


def class_chat(person: Person) -> dict[str, Any]:
    """The chat of the class that the signed-in person leads or goes to."""
    chats = person.ask("GET", "/api/conversations?limit=100")["items"]
    classes = [chat for chat in chats if chat["automatic"] == "class"]
    found: dict[str, Any] = max(classes, key=lambda chat: chat["my_role"] == "owner")
    return found


def parents_chat(person: Person) -> dict[str, Any]:
    """The chat of the parents of the class that the signed-in person leads."""
    chats = person.ask("GET", "/api/conversations?limit=100")["items"]
    found: dict[str, Any] = next(chat for chat in chats if chat["automatic"] == "class_parents")
    return found
