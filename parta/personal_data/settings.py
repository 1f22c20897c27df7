"""The options of this room."""

from datetime import timedelta
from typing import Annotated

from msgspec import Meta

from parta.core.config import Settings


class PersonalDataSettings(Settings, section="personal_data"):
    """Copies of one's own data, withdrawal of consent, and how long what is left over stays."""

    archive_size: Annotated[
        int,
        Meta(ge=1, description="The largest copy of one's own data, in bytes; files beyond it are left out."),
    ] = 4 * 1024**3
    archive_every: Annotated[
        timedelta, Meta(description="How soon after one copy of one's own data the next may be asked for.")
    ] = timedelta(days=1)
    archive_kept: Annotated[
        timedelta, Meta(description="How long a copy of one's own data can be downloaded.")
    ] = timedelta(days=7)
    withdrawal_term: Annotated[
        timedelta,
        Meta(
            description="How long a withdrawn consent can be given again before everything is erased; 152-ФЗ allows 30 days at most."
        ),
    ] = timedelta(days=30)
    left_over_kept: Annotated[
        timedelta,
        Meta(
            description="How long a profile nobody signed in to is kept after its person has left every list."
        ),
    ] = timedelta(days=180)
    abandoned_kept: Annotated[
        timedelta,
        Meta(
            description="How long a profile is kept after its person was last seen and belongs nowhere any more."
        ),
    ] = timedelta(days=1095)
    consents_kept: Annotated[
        timedelta,
        Meta(description="How long a withdrawn consent and the withdrawal itself stay as a proof."),
    ] = timedelta(days=1095)
