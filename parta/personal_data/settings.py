"""The options of this room."""

from datetime import timedelta
from typing import Annotated

from msgspec import Meta

from parta.core.config import Settings


class PersonalDataSettings(Settings, section="personal_data"):
    """Copies of one's own data."""

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
