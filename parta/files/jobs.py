"""The jobs of files; whoever imports this can perform them."""

from parta.files.expiry import discard, expire_file
from parta.files.previews import make_preview

__all__ = ["discard", "expire_file", "make_preview"]
