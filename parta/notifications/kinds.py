"""What people may be told of, and how loudly unless they say otherwise."""

from typing import Literal

import msgspec

Kind = Literal[
    "direct", "group", "mention", "reply", "reaction", "confirmation", "reminder", "request", "poll", "duty"
]

# From the weakest reason to the strongest: of several messages in one chat the strongest decides.
BY_STRENGTH: tuple[Kind, ...] = ("group", "direct", "request", "reply", "mention", "confirmation")

# These reach a person even in a muted chat, where the person has let them.
NAMING: frozenset[Kind] = frozenset(("mention", "reply", "confirmation"))


class Signals(msgspec.Struct, frozen=True):
    """How something is told: pushed when Parta is closed, with a sound when it is open, in a letter."""

    push: bool
    sound: bool
    mail: bool


Choices = dict[Kind, Signals]

_EVERYTHING = Signals(push=True, sound=True, mail=False)
_WITH_MAIL = Signals(push=True, sound=True, mail=True)
_QUIETLY = Signals(push=True, sound=False, mail=False)
_NOTHING = Signals(push=False, sound=False, mail=False)

_USUAL: Choices = {
    "direct": _WITH_MAIL,
    "group": _EVERYTHING,
    "mention": _WITH_MAIL,
    "reply": _EVERYTHING,
    "reaction": _NOTHING,
    "confirmation": _WITH_MAIL,
    "reminder": _EVERYTHING,
    "request": _WITH_MAIL,
    "poll": _QUIETLY,
    # What waits for one's own decision: reports, messages to be approved, calls for help.
    "duty": _EVERYTHING,
}

# A teacher is in thirty chats and a pupil's class never stops talking: the talk of many makes no sound there.
_BY_ROLE: dict[str, Choices] = {
    "teacher": _USUAL | {"group": _QUIETLY},
    "administrator": _USUAL | {"group": _QUIETLY},
    "pupil": {kind: msgspec.structs.replace(one, mail=False) for kind, one in _USUAL.items()}
    | {"group": _QUIETLY},
}


def usual_choices(role: str | None) -> Choices:
    """What is sensible for somebody of this role; parents and people without a role are alike."""
    return _BY_ROLE.get(role or "", _USUAL)


def strongest(kinds: list[Kind]) -> Kind:
    """The reason that decides how loudly to tell."""
    return max(kinds, key=BY_STRENGTH.index)
