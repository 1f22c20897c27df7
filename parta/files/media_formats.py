"""Which sniffed types can be looked at, and under which one name the decoders may open them."""

PILLOW_FORMATS = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/gif": "GIF",
    "image/webp": "WEBP",
    "image/avif": "AVIF",
    "image/bmp": "BMP",
    "image/tiff": "TIFF",
}
# The container is named, never guessed: among FFmpeg's many formats are playlists that open other files.
FFMPEG_FORMATS = {
    "mp4": "mov",
    "quicktime": "mov",
    "3gpp": "mov",
    "webm": "matroska",
    "x-matroska": "matroska",
    "ogg": "ogg",
    "x-msvideo": "avi",
    "mpeg": "mp3",
    "wav": "wav",
    "flac": "flac",
    "aac": "aac",
    "amr": "amr",
}


def decoder_of(content_type: str) -> tuple[str, str] | None:
    """The library ("pillow" or "ffmpeg") and its name of the format; None when there is nothing to find out."""
    family, _, subtype = content_type.partition("/")
    if content_type in PILLOW_FORMATS:
        return "pillow", PILLOW_FORMATS[content_type]
    if family in ("video", "audio") and subtype in FFMPEG_FORMATS:
        return "ffmpeg", FFMPEG_FORMATS[subtype]
    return None
