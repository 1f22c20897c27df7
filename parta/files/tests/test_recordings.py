"""Voice messages and video circles: believed only after they were looked at."""

import io
import math
from array import array
from pathlib import Path

import av
import pytest
from PIL import Image

from parta.core.jobs_worker import perform_all
from parta.files.recordings import GRACE_MS, LIMITS, is_what_it_says

RATE = 48000


class Pipe(io.BytesIO):
    """Takes bytes like a browser's recorder: nothing written can be mended, so no length stands in front."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError("a pipe")


def tone(seconds: float, loudness) -> bytes:
    """A WebM as MediaRecorder writes it; `loudness(t)` from 0 to 1 at every moment."""
    pipe = Pipe()
    with av.open(pipe, "w", format="webm") as out:
        stream = out.add_stream("libopus", rate=RATE)
        resampler = av.AudioResampler(format=stream.format, layout="mono", rate=RATE, frame_size=960)
        wave = array(
            "h",
            (
                int(20000 * loudness(i / RATE) * math.sin(2 * math.pi * 440 * i / RATE))
                for i in range(int(RATE * seconds))
            ),
        )
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(wave))
        frame.sample_rate = RATE
        frame.planes[0].update(wave.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        for part in resampler.resample(frame):
            out.mux(stream.encode(part))
        out.mux(stream.encode())
    return pipe.getvalue()


def circle(seconds: int = 2, size: tuple[int, int] = (640, 480)) -> bytes:
    """A film without its length in front; red in the middle, blue at both sides."""
    pipe = Pipe()
    picture = Image.new("RGB", size, (0, 0, 255))
    side = min(size)
    picture.paste((255, 0, 0), ((size[0] - side) // 2, 0, (size[0] + side) // 2, size[1]))
    with av.open(pipe, "w", format="webm") as out:
        stream = out.add_stream("libvpx", rate=10)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for _ in range(seconds * 10):
            out.mux(stream.encode(av.VideoFrame.from_image(picture)))
        out.mux(stream.encode())
    return pipe.getvalue()


async def upload(anna, content: bytes, purpose: str, name: str = "voice.webm") -> int:
    answer = await anna.announce(len(content), name, purpose=purpose)
    assert answer.status_code == 201, answer.text
    sent = await anna.send(answer.headers["Location"], content)
    assert sent.status_code == 204, sent.text
    return int(answer.headers["Location"].rpartition("/")[2])


async def test_a_voice_message_gets_its_true_length_and_its_wave(anna, database):
    file_id = await upload(anna, tone(3.0, lambda t: 1.0 if t < 1.5 else 0.1), "voice")
    before = await anna.info(file_id)
    await perform_all(database)
    info = await anna.info(file_id)
    peaks = [int(digit, 32) for digit in info["waveform"]]

    assert (before["purpose"], before["waveform"], before["duration_ms"]) == ("voice", None, None)
    assert (info["purpose"], info["kind"], info["content_type"]) == ("voice", "audio", "audio/webm")
    assert info["duration_ms"] == pytest.approx(3000, abs=60)
    assert len(peaks) == 64
    assert max(peaks) == 31
    assert min(peaks[2:28]) > 25 > 10 > max(peaks[36:62])


async def test_silence_is_not_drawn_as_speech(anna, database):
    file_id = await upload(anna, tone(1.0, lambda _: 0.002), "voice")
    await perform_all(database)

    assert max(int(digit, 32) for digit in (await anna.info(file_id))["waveform"]) < 5


async def test_a_circle_gets_its_true_length_and_a_square_picture_of_its_middle(anna, database):
    file_id = await upload(anna, circle(), "circle", "circle.webm")
    await perform_all(database)
    info = await anna.info(file_id)
    preview = Image.open(io.BytesIO((await anna.get(f"/files/{file_id}/preview")).content)).convert("RGB")

    assert (info["purpose"], info["kind"], info["preview"], info["waveform"]) == (
        "circle",
        "video",
        True,
        None,
    )
    assert info["duration_ms"] == pytest.approx(2000, abs=150)
    assert preview.size == (480, 480)
    assert all(preview.getpixel((x, 240))[0] > 200 for x in (8, 240, 470))


@pytest.mark.parametrize(("content", "purpose"), [(circle(1), "voice"), (tone(1, lambda _: 1.0), "circle")])
async def test_what_is_not_what_it_says_stays_an_ordinary_attachment(anna, database, content, purpose):
    file_id = await upload(anna, content, purpose)
    await perform_all(database)
    info = await anna.info(file_id)

    assert (info["purpose"], info["waveform"]) == (None, None)
    assert (info["kind"], info["state"]) == ("video" if purpose == "voice" else "audio", "ready")


async def test_a_circle_longer_than_a_minute_is_a_film(anna, database):
    minute = await upload(anna, circle(60, (64, 64)), "circle")
    longer = await upload(anna, circle(63, (64, 64)), "circle")
    await perform_all(database)

    assert (await anna.info(minute))["purpose"] == "circle"
    assert (await anna.info(longer))["purpose"] is None


@pytest.mark.parametrize("purpose", LIMITS)
def test_a_recording_may_be_as_long_as_agreed_and_no_longer(purpose):
    limit = LIMITS[purpose]

    assert is_what_it_says(purpose, limit.kind, limit.longest_ms + GRACE_MS)
    assert not is_what_it_says(purpose, limit.kind, limit.longest_ms + GRACE_MS + 1)
    assert not is_what_it_says(purpose, limit.kind, 0)
    assert not is_what_it_says(purpose, limit.kind, None)


async def test_a_purpose_nobody_knows_is_refused(anna):
    unknown = await anna.announce(10, "voice.webm", purpose="song")
    broken = await anna.announce(10, "voice.webm", **{"Upload-Metadata": "filename YQ==,purpose %%%"})

    assert (unknown.status_code, unknown.json()["code"]) == (422, "purpose_unknown")
    assert (broken.status_code, broken.json()["code"]) == (422, "upload_header_wrong")


async def test_a_recording_is_of_a_possible_size(anna):
    nothing = await anna.announce(0, "voice.webm", purpose="voice")
    largest = await anna.announce(LIMITS["voice"].largest, "voice.webm", purpose="voice")
    larger = await anna.announce(LIMITS["voice"].largest + 1, "voice.webm", purpose="voice")

    assert (nothing.status_code, nothing.json()["code"]) == (422, "not_a_recording")
    assert largest.status_code == 201
    assert (larger.status_code, larger.json()["code"]) == (413, "file_too_large")


async def test_what_holds_no_sound_is_refused_with_its_last_byte(anna, photo):
    answer = await anna.announce(len(photo), "voice.webm", purpose="voice")
    sent = await anna.send(answer.headers["Location"], photo)
    file_id = int(answer.headers["Location"].rpartition("/")[2])

    assert (sent.status_code, sent.json()["code"]) == (422, "not_a_recording")
    assert (await anna.info(file_id))["state"] == "uploading"
    assert (await anna.cancel(answer.headers["Location"])).status_code == 204


@pytest.mark.parametrize("container", ["ogg", "mp4"])
async def test_other_browsers_record_otherwise(anna, database, tmp_path: Path, container):
    path = tmp_path / f"voice.{container}"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libopus" if container == "ogg" else "aac", rate=RATE)
        frame = av.AudioFrame(format="s16", layout="mono", samples=RATE)
        frame.sample_rate = RATE
        frame.planes[0].update(bytes(frame.planes[0].buffer_size))
        resampler = av.AudioResampler(
            format=stream.format, layout="mono", rate=RATE, frame_size=960 if container == "ogg" else 1024
        )
        for part in resampler.resample(frame):
            out.mux(stream.encode(part))
        out.mux(stream.encode())
    file_id = await upload(anna, path.read_bytes(), "voice", path.name)
    await perform_all(database)
    info = await anna.info(file_id)

    assert (info["purpose"], info["kind"]) == ("voice", "audio")
    assert info["duration_ms"] == pytest.approx(1000, abs=80)
