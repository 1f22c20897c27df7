"""The options of applications."""

from datetime import timedelta
from typing import Annotated

from msgspec import Meta

from parta.core.config import Settings


class ApplicationsSettings(Settings, section="applications"):
    """How soon applications are decided, how many one person has, and how long what is in them is kept."""

    decision_days: Annotated[
        int,
        Meta(ge=1, le=60, description="In how many working days an application is to be decided."),
    ] = 5
    open_per_person: Annotated[
        int,
        Meta(ge=1, le=100, description="How many undecided applications one person may have."),
    ] = 5
    document_limit: Annotated[
        int, Meta(ge=1 << 16, description="The most bytes of the scan of the signed document.")
    ] = 20 << 20
    draft_kept: Annotated[
        timedelta, Meta(description="How long a draft that nobody goes on with is kept.")
    ] = timedelta(days=90)
    document_kept: Annotated[
        timedelta,
        Meta(description="How long after the last step the scan of the signed document is kept."),
    ] = timedelta(days=365)
