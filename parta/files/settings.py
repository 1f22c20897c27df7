"""The options of files."""

from datetime import timedelta
from typing import Annotated

from msgspec import Meta

from parta.core.config import Settings

GIB = 1024**3


class FilesSettings(Settings, section="files"):
    """How large, how many and for how long."""

    max_file_size: Annotated[
        int, Meta(ge=1, description="The largest file anybody may upload, in bytes.")
    ] = 4 * GIB
    person_quota: Annotated[
        int, Meta(ge=0, description="How much one person may keep, in bytes; 0 means no limit.")
    ] = 20 * GIB
    installation_quota: Annotated[
        int, Meta(ge=0, description="How much everybody together may keep, in bytes; 0 means no limit.")
    ] = 0
    free_space_reserve: Annotated[
        int,
        Meta(
            ge=0,
            description="Uploads are refused rather than leave less than this free on the disk, in bytes.",
        ),
    ] = GIB
    unfinished_uploads: Annotated[
        int, Meta(ge=1, description="How many uploads one person may have begun and not finished.")
    ] = 30
    upload_lifetime: Annotated[
        timedelta, Meta(description="An unfinished upload is given up this long after its last byte came.")
    ] = timedelta(days=1)
    unused_lifetime: Annotated[
        timedelta, Meta(description="A finished file that nothing carries is removed after this long.")
    ] = timedelta(days=7)
    preview_memory: Annotated[
        int,
        Meta(
            ge=256 * 1024**2,
            description="The most memory the process that draws one preview may take, in bytes.",
        ),
    ] = GIB
    preview_seconds: Annotated[
        int, Meta(ge=1, description="A preview that takes longer than this, in seconds, is not made.")
    ] = 60
