"""The options of this room."""

from datetime import timedelta
from typing import Annotated

from msgspec import Meta

from parta.core.config import Settings


class SafetySettings(Settings, section="safety"):
    """How long is kept what families read about their children."""

    minor_accesses_kept: Annotated[
        timedelta, Meta(description="How long it is kept who of the staff looked at a minor's data.")
    ] = timedelta(days=1095)
    first_requests_kept: Annotated[
        timedelta, Meta(description="How long guardians see who asked their child for a chat.")
    ] = timedelta(days=365)
