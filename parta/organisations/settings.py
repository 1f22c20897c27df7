"""The options of this room."""

from datetime import timedelta
from typing import Annotated

from msgspec import Meta

from parta.core.config import Settings


class OrganisationsSettings(Settings, section="organisations"):
    """How large a roster may be, how long its preview waits, and how people come by invites."""

    roster_rows: Annotated[int, Meta(ge=100, description="The most rows in all files of one roster.")] = (
        1_000_000
    )
    roster_unpacked: Annotated[
        int, Meta(ge=1 << 20, description="The most bytes a roster may unpack into.")
    ] = 512 << 20
    roster_previews_kept: Annotated[
        timedelta, Meta(description="How long a roster that was not applied is kept.")
    ] = timedelta(days=30)
    roster_changes_kept: Annotated[
        timedelta,
        Meta(description="How long the lines of an applied roster stay readable; its numbers stay for good."),
    ] = timedelta(days=90)
    invite_guesses_per_address: Annotated[
        int,
        Meta(
            ge=1,
            description="How many wrong invite codes one network address may enter in an hour (a school is one).",
        ),
    ] = 200
    guardians_per_child: Annotated[
        int, Meta(ge=1, le=20, description="How many guardians may come to one child by invites.")
    ] = 6
