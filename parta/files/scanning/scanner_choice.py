"""Which scanner looks at files."""

from parta.files.scanning.scanner import Scanner
from parta.files.scanning.scanner_clamd import ClamdScanner
from parta.files.settings import FilesSettings


def scanner_of(settings: FilesSettings) -> Scanner | None:
    """The scanner that the settings name; None when they name none."""
    return ClamdScanner(settings.scanner, seconds=settings.scan_seconds) if settings.scanner else None
