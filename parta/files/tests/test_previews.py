"""Looking at files, also at those made to do harm."""

import asyncio
import io
import struct
import zlib
from pathlib import Path

import av
import pytest
from PIL import Image

from parta.core.jobs_worker import perform_all
from parta.files import previews


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png_bomb(side: int) -> bytes:
    """A picture of gigabytes in kilobytes."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(20_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def film(tmp_path: Path, container: str = "mp4", codec: str = "libx264", seconds: int = 4) -> bytes:
    """A film that is black at first and red later."""
    path = tmp_path / f"film.{container}"
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        stream.gop_size = 5
        for number in range(seconds * 10):
            picture = Image.new("RGB", (320, 180), (0, 0, 0) if number < 8 else (255, 0, 0))
            out.mux(stream.encode(av.VideoFrame.from_image(picture)))
        out.mux(stream.encode())
    return path.read_bytes()


def sound(tmp_path: Path, container: str = "webm", codec: str = "libopus") -> bytes:
    path = tmp_path / f"sound.{container}"
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=48000)
        silence = av.AudioFrame(format="s16", layout="mono", samples=48000)
        silence.sample_rate = 48000
        silence.planes[0].update(bytes(silence.planes[0].buffer_size))
        resampler = av.AudioResampler(format=stream.format, layout="mono", rate=48000, frame_size=960)
        for frame in resampler.resample(silence):
            out.mux(stream.encode(frame))
        out.mux(stream.encode())
    return path.read_bytes()


async def picture_of(anna, file_id: int) -> Image.Image:
    answer = await anna.get(f"/files/{file_id}/preview")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Content-Disposition"].startswith("inline;")
    return Image.open(io.BytesIO(answer.content))


async def test_a_photo_gets_an_upright_preview_without_its_secrets(anna, database, photo):
    file_id = await anna.upload(photo, "Поход.jpg")
    before = await anna.info(file_id)
    none_yet = await anna.get(f"/files/{file_id}/preview")
    await perform_all(database)

    info = await anna.info(file_id)
    preview = await picture_of(anna, file_id)

    assert (before["preview"], none_yet.status_code) == (False, 404)
    assert (info["preview"], info["width"], info["height"]) == (True, 1000, 1600)
    assert (preview.size, preview.format) == ((800, 1280), "WEBP")
    assert not preview.getexif()
    assert b"SecretCamera" not in (await anna.get(f"/files/{file_id}/preview")).content


async def test_a_picture_of_any_mode_gets_a_preview(anna, database):
    uploaded = {}
    for mode in ("1", "L", "LA", "P", "RGBA", "I;16"):
        picture = io.BytesIO()
        Image.new(mode, (30, 20)).save(picture, "PNG")
        uploaded[mode] = await anna.upload(picture.getvalue(), "picture.png")
    await perform_all(database)

    for mode, file_id in uploaded.items():
        assert (mode, (await picture_of(anna, file_id)).size) == (mode, (30, 20))


async def test_a_film_shows_more_than_its_black_beginning(anna, database, tmp_path):
    file_id = await anna.upload(film(tmp_path), "film.mp4")
    await perform_all(database)

    info = await anna.info(file_id)
    red, green, _ = (await picture_of(anna, file_id)).convert("RGB").getpixel((100, 100))

    assert (info["kind"], info["width"], info["height"], info["duration_ms"]) == ("video", 320, 180, 4000)
    assert red > 200 > 50 > green


async def test_a_short_film_gets_a_preview_too(anna, database, tmp_path):
    file_id = await anna.upload(film(tmp_path, "webm", "libvpx", seconds=1), "film.webm")
    await perform_all(database)

    assert (await picture_of(anna, file_id)).size == (320, 180)


async def test_a_voice_message_turns_out_to_be_sound(anna, database, tmp_path):
    file_id = await anna.upload(sound(tmp_path), "voice.webm")
    before = await anna.info(file_id)
    await perform_all(database)
    info = await anna.info(file_id)

    assert before["kind"] == "video"
    assert (info["kind"], info["content_type"], info["preview"]) == ("audio", "audio/webm", False)
    assert info["duration_ms"] in range(950, 1100)


def turned_by_the_phone(content: bytes) -> bytes:
    """The film with the note of a phone held upright: show it turned a quarter clockwise."""
    upright, quarter = (
        struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 2**30),
        struct.pack(">9i", 0, 65536, 0, -65536, 0, 0, 180 * 65536, 0, 2**30),
    )
    place = content.index(upright, content.index(b"tkhd"))
    return content[:place] + quarter + content[place + len(upright) :]


async def test_a_film_of_a_phone_held_upright_is_shown_upright(anna, database, tmp_path):
    path = tmp_path / "film.mp4"
    picture = Image.new("RGB", (320, 180), (0, 0, 255))
    picture.paste((255, 0, 0), (0, 0, 160, 180))
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for _ in range(10):
            out.mux(stream.encode(av.VideoFrame.from_image(picture)))
        out.mux(stream.encode())
    file_id = await anna.upload(turned_by_the_phone(path.read_bytes()), "film.mp4")
    await perform_all(database)

    info = await anna.info(file_id)
    preview = (await picture_of(anna, file_id)).convert("RGB")

    assert (info["width"], info["height"]) == preview.size == (180, 320)
    assert preview.getpixel((90, 20))[0] > 200
    assert preview.getpixel((90, 300))[2] > 200


async def test_a_song_with_a_cover_is_a_song(anna, database, tmp_path):
    cover = io.BytesIO()
    Image.new("RGB", (50, 50)).save(cover, "JPEG")
    picture = b"\0image/jpeg\0\x03\0" + cover.getvalue()
    frame = b"APIC" + struct.pack(">I", len(picture)) + b"\0\0" + picture
    size = bytes((len(frame) >> shift) & 0x7F for shift in (21, 14, 7, 0))
    song = sound(tmp_path, "mp3", "libmp3lame")
    song = song[10 + int.from_bytes(song[8:10], "big") :] if song.startswith(b"ID3") else song
    file_id = await anna.upload(b"ID3\x03\0\0" + size + frame + song, "song.mp3")
    await perform_all(database)

    info = await anna.info(file_id)
    assert (info["kind"], info["content_type"], info["preview"]) == ("audio", "audio/mpeg", False)
    assert info["duration_ms"] in range(900, 1200)


def hostile_files(tmp_path: Path) -> dict[str, bytes]:
    return {
        "bomb.png": png_bomb(50_000),
        "broken.mp4": film(tmp_path)[:2000],
        "cut.jpg": b"\xff\xd8\xff\xe0" + bytes(100),
        "list.mp4": b"\0\0\0\x20ftypisom#EXTM3U\nfile:///etc/passwd",
        "noise.webm": b"\x1a\x45\xdf\xa3webm" + bytes(range(256)) * 200,
    }


async def test_hostile_files_get_no_preview_and_harm_nobody(anna, database, tmp_path):
    files = {
        name: (await anna.upload(content, name), content) for name, content in hostile_files(tmp_path).items()
    }
    await perform_all(database)

    for name, (file_id, content) in files.items():
        info = await anna.info(file_id)
        assert (name, info["preview"], info["state"]) == (name, False, "ready")
        assert (await anna.get(f"/files/{file_id}/preview")).status_code == 404
        assert (await anna.get(f"/files/{file_id}")).content == content


async def test_a_picture_that_needs_more_memory_than_allowed_ruins_only_its_own_process(tmp_path):
    path = tmp_path / "large.png"
    Image.new("RGBA", (5000, 5000)).save(path, compress_level=1)

    ruined = await previews.ask_process(path, "pillow", "PNG", str(280 * 1024**2), "30")
    drawn = await previews.ask_process(path, "pillow", "PNG", str(600 * 1024**2), "30")

    assert ruined == b""
    assert drawn.startswith(b'{"kind": "image", "width": 5000')


async def test_a_look_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    forever = tmp_path / "forever.py"
    forever.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(previews, "RENDER", str(forever))

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await previews.ask_process(forever, "pillow", "PNG", "1", "1")


async def test_a_process_that_a_hostile_file_took_over_is_not_believed(
    anna, database, tmp_path, monkeypatch, photo
):
    liar = tmp_path / "liar.py"
    liar.write_text('print(\'{"kind": "text/html", "width": 1}\'); print("<script>")')
    monkeypatch.setattr(previews, "RENDER", str(liar))
    file_id = await anna.upload(photo)
    await perform_all(database)

    info = await anna.info(file_id)
    assert (info["content_type"], info["preview"]) == ("image/jpeg", False)


async def test_the_owner_hears_that_the_preview_is_made(anna, database, photo):
    file_id = await anna.upload(photo)
    await perform_all(database)

    async with database.transaction() as tx:
        bodies = await tx.values(
            "SELECT body::text FROM events WHERE stream = $1 AND kind = 'preview_made'", f"person:{anna.id}"
        )
    assert len(bodies) == 1
    assert f'"id": {file_id}' in bodies[0].replace('":', '": ').replace("  ", " ")
