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
    scanner: Annotated[
        str,
        Meta(
            pattern=r"^(unix:/.+|tcp:.+:[0-9]+)?$",
            description="The ClamAV daemon that looks at every file before others may open it: unix:/run/clamav/clamd.ctl or tcp:host:3310; empty: files are not scanned.",
        ),
    ] = ""
    scan_seconds: Annotated[
        int, Meta(ge=1, le=1800, description="How long the scanner may take for one file, in seconds.")
    ] = 300
    open_unscannable: Annotated[
        bool,
        Meta(
            description="Whether others may open a file that is larger than the scanner takes; it is marked as not scanned."
        ),
    ] = True
    quarantine_kept: Annotated[
        timedelta,
        Meta(description="How long infected files are kept for the operator before they are destroyed."),
    ] = timedelta(days=14)
