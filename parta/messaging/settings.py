"""The options of messaging."""

from typing import Annotated

from msgspec import Meta

from parta.core.config import Settings


class MessagingSettings(Settings, section="messaging"):
    """Limits on talking."""

    new_chats_per_day: Annotated[
        int,
        Meta(
            ge=1, description="How many chats one person may start in a day; staff may start ten times more."
        ),
    ] = 30
    members_at_most: Annotated[
        int, Meta(ge=2, description="How many people a group made by hand may have.")
    ] = 2000
