"""The jobs of files; whoever imports this can perform them."""

from parta.files.expiry import discard, expire_file
from parta.files.previews import make_preview
from parta.files.scanning.quarantine import end_quarantine
from parta.files.scanning.scanning import scan_file

__all__ = ["discard", "end_quarantine", "expire_file", "make_preview", "scan_file"]
