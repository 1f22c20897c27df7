"""Real speech for tests: said by espeak-ng, recorded as a browser records it, heard by PocketSphinx."""

import base64
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from parta.testing.world import Actor

GRAMMAR = """#JSGF V1.0;
grammar lesson;
public <said> = <deed> the <thing> [ on page <number> ];
<deed> = open | close | read | bring;
<thing> = book | window | letter | paper;
<number> = one | two | three | four | five | six | seven;
"""
SAID = 22050  # samples a second, as espeak-ng speaks
# Names the engine and its model in the settings of a test's server.
ENGINE = "parta.speech.tests.transcriber_sphinx"


def make_grammar(folder: Path) -> Path:
    """The "model" of the engine: which sentences there are."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.gram").write_text(GRAMMAR)
    return folder


def spoken(words: str, *, container: str = "webm", pause: float = 0.0) -> bytes:
    """A voice message that says these words, after a pause in seconds; skips the test where nobody can speak."""
    if shutil.which("espeak-ng") is None:
        pytest.skip("espeak-ng is not here and could not be installed: scripts/ensure-speech")
    said = subprocess.run(
        ["espeak-ng", "-v", "en-us+f3", "--stdout", words], capture_output=True, check=True, timeout=30
    ).stdout
    pipe = io.BytesIO()
    with av.open(pipe, "w", format=container) as out:
        stream = out.add_stream("libopus", rate=48000)
        resampler = av.AudioResampler(format=stream.format, layout="mono", rate=48000, frame_size=960)
        for frame in [*_frames(bytes(int(SAID * pause) * 2) + _samples(said)), None]:
            for part in resampler.resample(frame):
                out.mux(stream.encode(part))
        out.mux(stream.encode())
    return pipe.getvalue()


async def record(actor: Actor, content: bytes, *, purpose: str = "voice", name: str = "voice.webm") -> int:
    """Upload a recording as the client does; the id of its file."""
    said = {"filename": name, "purpose": purpose}
    metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in said.items())
    headers = {"Tus-Resumable": "1.0.0", "Upload-Length": str(len(content)), "Upload-Metadata": metadata}
    headers["Content-Type"] = "application/offset+octet-stream"
    answer = await actor.post("/uploads", content=content, headers=headers)
    if answer.status_code != 201:
        raise AssertionError(answer.text)
    return int(answer.headers["Location"].rpartition("/")[2])


def _samples(said: bytes) -> bytes:
    # What espeak-ng writes to a pipe says it is endless; a decoder that is told the format does not mind.
    with av.open(io.BytesIO(said), "r", format="wav") as source:
        return b"".join(bytes(frame.planes[0])[: frame.samples * 2] for frame in source.decode(audio=0))


def _frames(samples: bytes) -> Iterator[av.AudioFrame]:
    for place in range(0, len(samples), SAID * 2):
        second = samples[place : place + SAID * 2]
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(second) // 2)
        frame.sample_rate = SAID
        frame.planes[0].update(second.ljust(frame.planes[0].buffer_size, b"\0"))
        yield frame
