"""The options of moderation."""

from datetime import timedelta
from typing import Annotated

from msgspec import Meta

from parta.core.config import Settings


class ModerationSettings(Settings, section="moderation"):
    """How much may be complained of, how soon it is decided, and how long evidence is kept."""

    reports_per_day: Annotated[
        int, Meta(ge=1, le=1000, description="How many complaints one person may make in a day.")
    ] = 10
    doubtful_reports_per_day: Annotated[
        int,
        Meta(
            ge=1,
            le=1000,
            description="The same for people of whose complaints five or more, and over half, found nothing in the last 30 days.",
        ),
    ] = 2
    decision_term: Annotated[
        timedelta,
        Meta(description="How soon a complaint is to be decided; after that operators see it, too."),
    ] = timedelta(hours=24)
    evidence_kept: Annotated[
        timedelta,
        Meta(
            description="How long after the decision the copy of what was complained of is kept, and a hidden message can be brought back."
        ),
    ] = timedelta(days=180)
    noted_kept: Annotated[
        timedelta,
        Meta(description="How long messages are kept in the list of those that a word list has noted."),
    ] = timedelta(days=30)
    alerts_kept: Annotated[
        timedelta,
        Meta(description="How long a closed alert about a call for help is kept."),
    ] = timedelta(days=365)
