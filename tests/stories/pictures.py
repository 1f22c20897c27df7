"""A picture to send: drawn here, so that no file has to lie in the repository."""

import io
from pathlib import Path

from PIL import Image


def draw(path: Path, *, width: int = 800, height: int = 600) -> Path:
    """A slope from one colour to another, as a PNG file."""
    path.write_bytes(png(width, height))
    return path


def png(width: int, height: int) -> bytes:
    """The same as bytes."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    packed = io.BytesIO()
    picture.save(packed, "PNG")
    return packed.getvalue()
