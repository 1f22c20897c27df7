"""Where files lie and by which options: the spool of unfinished ones; finished ones are core's blobs."""

import secrets

from parta.core.config import Configuration, CoreSettings
from parta.files.settings import FilesSettings
from parta.files.spool import Spool


def spool_of(configuration: Configuration) -> Spool:
    """The folder of unfinished uploads, on the same disk as the blobs so that finishing one is a rename."""
    return Spool(configuration.get(CoreSettings).data_dir / "uploads")


def settings_of(configuration: Configuration) -> FilesSettings:
    """The options of files."""
    return configuration.get(FilesSettings)


def new_key() -> str:
    """A blob's key: unguessable, and spread over 256 folders."""
    token = secrets.token_hex(20)
    return f"{token[:2]}/{token[2:]}"
