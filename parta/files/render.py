"""Looks at one media file and draws its preview, in a process of its own that a hostile file may ruin.

Run as a script: the file comes as standard input, its format and the limits as arguments. The answer on
standard output is one line of JSON, then the bytes of a WebP picture, if any. This file imports nothing of
Parta, so that the process holds no secrets, and it may write nowhere but to that pipe.
"""

import ctypes
import io
import json
import os
import resource
import sys
from array import array
from collections.abc import Iterator
from typing import Any, BinaryIO

import av
from PIL import Image, ImageOps

SIDE = 1280  # pixels of the longer side of a preview
LARGEST_VIDEO_FRAME = 64_000_000  # pixels; an 8K frame has 33 million
LARGEST_IMAGE = 80_000_000  # pixels decoded at once: 320 MB at four bytes each
LARGEST_JPEG = 400_000_000  # a JPEG is decoded already reduced
MOST_FRAMES = 90
QUALITY = 80
PORTRAIT_SIDES = (512, 128)  # pixels of a photograph of a person, large and small
CIRCLE_SIDE = 480  # pixels of the preview of a video circle
BARS, LOUDEST = 64, 31  # of a waveform
RATE = 8000  # samples a second are enough to see how loud somebody spoke
BLOCK = RATE // 50
QUIET = 1200  # of 32767; below this a recording is silence, and its noise is not drawn as speech
DIGITS = "0123456789abcdefghijklmnopqrstuv"


def main() -> None:
    """Answer about standard input: `render.py PARENT pillow|ffmpeg FORMAT BYTES SECONDS [voice|circle|portrait LONGEST_MS]`."""
    parent, library, name, memory, seconds, *recording = sys.argv[1:]
    limit_myself(int(memory), int(seconds), parent=int(parent))
    with open(0, "rb", closefd=False) as source:
        if library == "pillow" and recording:
            facts, picture = draw_portrait(source, name)
        elif library == "pillow":
            facts, picture = look_at_image(source, name)
        elif recording:
            facts, picture = look_at_recording(source, name, recording[0], int(recording[1]))
        else:
            facts, picture = look_at_media(source, name)
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n" + picture)


def limit_myself(memory: int, seconds: int, *, parent: int) -> None:
    """Take away what a decoder has no use for: more memory and time than agreed, files, processes, new rights.

    SystemExit when the parent, the process that asked, is gone.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)  # a school's messages come first
    libc = ctypes.CDLL(None)
    libc.prctl(1, 9, 0, 0, 0)  # PR_SET_PDEATHSIG, SIGKILL: nobody waits for us once the server is gone
    if os.getppid() != parent:  # gone before we asked to go with it
        raise SystemExit("nobody waits for an answer")
    libc.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS


def look_at_image(source: BinaryIO, pillow_format: str) -> tuple[dict[str, Any], bytes]:
    """The size as it is seen, after the camera's orientation, and the picture without any metadata."""
    Image.MAX_IMAGE_PIXELS = None  # the guard below knows the format, Pillow's own does not
    with Image.open(source, formats=[pillow_format]) as image:
        width, height = image.size
        if width * height > (LARGEST_JPEG if pillow_format == "JPEG" else LARGEST_IMAGE):
            raise SystemExit("the image is too large")
        if image.getexif().get(0x0112, 1) in (5, 6, 7, 8):
            width, height = height, width
        image.draft("RGB", (SIDE, SIDE))
        return {"kind": "image", "width": width, "height": height}, draw(image)


def draw_portrait(source: BinaryIO, pillow_format: str) -> tuple[dict[str, Any], bytes]:
    """The middle square in two sizes, as WebP one behind the other; of what came with it nothing stays."""
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(source, formats=[pillow_format]) as image:
        if image.size[0] * image.size[1] > LARGEST_IMAGE:
            raise SystemExit("the image is too large")
        whole = ImageOps.exif_transpose(image).convert("RGB")
    pictures = []
    for side in PORTRAIT_SIDES:
        picture = io.BytesIO()
        fitted = ImageOps.fit(whole, (side, side), Image.Resampling.LANCZOS)
        fitted.save(picture, "WEBP", quality=QUALITY, method=4, icc_profile=b"", exif=b"", xmp=b"")
        pictures.append(picture.getvalue())
    return {"large": len(pictures[0])}, b"".join(pictures)


def draw(image: Image.Image, *, square: bool = False) -> bytes:
    """The picture at most 1280 pixels a side, as WebP; of what came with it only the colour profile stays."""
    if square:
        image = ImageOps.fit(image, (CIRCLE_SIDE, CIRCLE_SIDE))
    has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    profile = image.info.get("icc_profile") if image.mode in ("RGB", "RGBA") else None
    if image.mode not in ("RGB", "RGBA"):
        image = image.convert("RGBA" if has_alpha else "RGB")
    # Made small before anything else: every further step would copy the large one.
    image.thumbnail((SIDE, SIDE))
    ImageOps.exif_transpose(image, in_place=True)
    picture = io.BytesIO()
    image.save(picture, "WEBP", quality=QUALITY, method=4, icc_profile=profile or b"", exif=b"", xmp=b"")
    return picture.getvalue()


def look_at_media(
    source: BinaryIO, container_format: str, *, square: bool = False
) -> tuple[dict[str, Any], bytes]:
    """Duration, and for moving pictures their size and a frame from near the beginning."""
    av.logging.set_level(av.logging.PANIC)
    with av.open(source, "r", format=container_format, metadata_errors="ignore") as container:
        duration = container.duration // 1000 if container.duration else None
        videos = [
            s for s in container.streams.video if not s.disposition & av.stream.Disposition.attached_pic
        ]
        if not videos:
            if not container.streams.audio:
                raise SystemExit("neither picture nor sound")
            return {"kind": "audio", "duration_ms": duration}, b""
        stream = videos[0]
        if stream.width * stream.height > LARGEST_VIDEO_FRAME:
            raise SystemExit("the frame is too large")
        stream.codec_context.thread_count = 1
        frame = choose_frame(container, stream)
        turned = frame.rotation % 180 != 0
        image = frame.to_image().rotate(frame.rotation, expand=True) if frame.rotation else frame.to_image()
        width, height = (stream.height, stream.width) if turned else (stream.width, stream.height)
        return {"kind": "video", "duration_ms": duration, "width": width, "height": height}, draw(
            image, square=square
        )


def look_at_recording(
    source: BinaryIO, container_format: str, purpose: str, longest_ms: int
) -> tuple[dict[str, Any], bytes]:
    """Like any film or sound, but with its true length: what browsers record does not say it."""
    facts, picture = look_at_media(source, container_format, square=purpose == "circle")
    source.seek(0)
    with av.open(source, "r", format=container_format, metadata_errors="ignore") as container:
        if purpose == "voice" and facts["kind"] == "audio":
            peaks = listen(container, longest_ms)
            return facts | {
                "duration_ms": len(peaks) * 1000 * BLOCK // RATE,
                "waveform": draw_wave(peaks),
            }, b""
        return facts | {"duration_ms": measure(container, longest_ms)}, picture


def listen(container: Any, longest_ms: int) -> "array[int]":
    """How loud each fiftieth of a second is; of what is too long, only as much as shows that it is."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE, frame_size=BLOCK)
    peaks = array("H")
    for frame in frames(container):
        for block in resampler.resample(frame):
            samples = array("h", bytes(block.planes[0])[: block.samples * 2])
            high, low = max(samples), min(samples)
            peaks.append(min(max(high, -low), 32767))
        if len(peaks) * 1000 * BLOCK // RATE > longest_ms:
            break
    return peaks


def frames(container: Any) -> Iterator[Any]:
    """The sound as far as it can be read: a recording that was cut off is still a message."""
    try:
        yield from container.decode(container.streams.audio[0])
    except av.FFmpegError:
        return


def draw_wave(peaks: "array[int]") -> str:
    """64 bars, the loudest as high as can be."""
    if not peaks:
        return ""
    bars = []
    for bar in range(BARS):
        first = bar * len(peaks) // BARS
        part = peaks[first : max(first + 1, (bar + 1) * len(peaks) // BARS)]
        bars.append(sum(part) / len(part))
    scale = max(QUIET, *bars)
    return "".join(DIGITS[round(LOUDEST * (bar / scale) ** 0.75)] for bar in bars)


def measure(container: Any, longest_ms: int) -> int:
    """The length in milliseconds, from the packets themselves."""
    length = 0.0
    for packet in container.demux():
        if packet.pts is not None:
            length = max(length, float((packet.pts + (packet.duration or 0)) * packet.time_base))
        if length * 1000 > longest_ms:
            break
    return int(length * 1000)


def choose_frame(container: Any, stream: Any) -> Any:
    """The frame a second in, because the first is often black; the last one that can be read of what is shorter."""
    chosen = None
    try:
        for number, frame in enumerate(container.decode(stream)):
            chosen = frame
            if (frame.time or 0) >= 1 or number >= MOST_FRAMES:
                break
    except av.FFmpegError:
        if chosen is None:
            raise
    if chosen is None:
        raise SystemExit("the film has no frames")
    return chosen


if __name__ == "__main__":
    main()
