"""HTTP of speech."""

import msgspec
from litestar import get
from litestar.di import NamedDependency

from parta.core.db import Tx
from parta.identity.access import Person
from parta.organisations.access import administered_organisations
from parta.speech.readiness import lack_of
from parta.speech.transcriber import Lack


class Speech(msgspec.Struct, frozen=True):
    """Whether speech becomes text here; what is missing is told to administrators only."""

    available: bool
    lacks: Lack | None = None


@get("/speech")
async def describe_speech(tx: NamedDependency[Tx], me: NamedDependency[Person]) -> Speech:
    """Say whether voice messages can be turned into text, and to an administrator what is missing."""
    lack = lack_of(tx.configuration)
    if lack is None:
        return Speech(available=True)
    administration = await administered_organisations(tx, me.id, right="settings")
    may_know = administration.is_operator or bool(administration.organisation_ids)
    return Speech(available=False, lacks=lack if may_know else None)


handlers = [describe_speech]
