"""The options of messaging."""

from datetime import timedelta
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
    groups_per_day_pupil: Annotated[
        int,
        Meta(ge=0, description="How many groups a pupil, or somebody without a role, may start in a day."),
    ] = 5
    groups_per_day_parent: Annotated[
        int, Meta(ge=0, description="How many groups a parent may start in a day.")
    ] = 10
    groups_per_day_teacher: Annotated[
        int, Meta(ge=0, description="How many groups a teacher may start in a day.")
    ] = 50
    groups_per_day_administrator: Annotated[
        int, Meta(ge=0, description="How many groups an administrator may start in a day.")
    ] = 200
    requests_per_day_pupil: Annotated[
        int, Meta(ge=0, description="How many people a pupil, or somebody without a role, may ask in a day.")
    ] = 10
    requests_per_day_parent: Annotated[
        int, Meta(ge=0, description="How many people a parent may ask in a day for the first time.")
    ] = 15
    requests_per_day_teacher: Annotated[
        int, Meta(ge=0, description="How many people a teacher may ask in a day for the first time.")
    ] = 60
    requests_per_day_administrator: Annotated[
        int, Meta(ge=0, description="How many people an administrator may ask in a day for the first time.")
    ] = 300
    chats_per_text_pupil: Annotated[
        int, Meta(ge=1, description="To how many chats a pupil may send one text within an hour.")
    ] = 12
    chats_per_text_parent: Annotated[
        int, Meta(ge=1, description="To how many chats a parent may send one text within an hour.")
    ] = 12
    chats_per_text_teacher: Annotated[
        int, Meta(ge=1, description="To how many chats a teacher may send one text within an hour.")
    ] = 40
    chats_per_text_administrator: Annotated[
        int, Meta(ge=1, description="To how many chats an administrator may send one text within an hour.")
    ] = 200
    mass_sending_pause: Annotated[
        timedelta, Meta(description="How long somebody who sent one text to too many chats may not write.")
    ] = timedelta(minutes=15)
    export_size: Annotated[
        int,
        Meta(
            ge=1, description="The largest copy of a chat, in bytes; files beyond it are named and left out."
        ),
    ] = 4 * 1024**3
    exports_per_day: Annotated[
        int, Meta(ge=1, description="How many copies of chats one person may ask for in a day.")
    ] = 20
    export_kept: Annotated[timedelta, Meta(description="How long a copy of a chat can be downloaded.")] = (
        timedelta(days=7)
    )
    members_at_most: Annotated[
        int, Meta(ge=2, description="How many people a group made by hand may have.")
    ] = 2000
