"""Hears one stretch of a recording, in a process of its own that a hostile file may ruin.

Run as a module: the file comes as standard input, what to do as arguments. The answer on standard output is
one line of JSON. The process has no environment and no open connection, so it holds no secrets.
"""

import importlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

import av
import msgspec

from parta.files.render import limit_myself
from parta.speech.transcriber import RATE, SAMPLE, Engine, Heard, Segment


def main() -> None:
    """Answer about standard input: `PARENT ENGINE MODEL FORMAT FROM_MS LENGTH_MS LANGUAGE THREADS MEMORY SECONDS`."""
    parent, engine_name, model, container, from_ms, length_ms, language, *limits = sys.argv[1:]
    threads, memory, seconds = limits
    os.environ["OMP_NUM_THREADS"] = threads
    limit_myself(int(memory), int(seconds) * int(threads), parent=int(parent))
    with open(0, "rb", closefd=False) as source:
        sound, ended = decode(source, container, int(from_ms), int(length_ms))
    heard = Heard()
    if sound:
        engine: Engine = importlib.import_module(engine_name)
        heard = engine.open_transcriber(Path(model), int(threads)).hear(sound, language=language)
    segments = within(heard.segments, len(sound) * 1000 // RATE // SAMPLE)
    answer = {"language": heard.language, "segments": segments, "ended": ended}
    sys.stdout.buffer.write(msgspec.json.encode(answer))


def within(segments: tuple[Segment, ...], length_ms: int) -> list[Segment]:
    """Times that lie in the sound: models that pad it to half a minute speak of moments after its end."""
    return [Segment(min(one.start_ms, length_ms), min(one.end_ms, length_ms), one.text) for one in segments]


def decode(source: BinaryIO, container_format: str, from_ms: int, length_ms: int) -> tuple[bytes, bool]:
    """The stretch as mono sound of 16 kHz, and whether the recording ends within it.

    Everything before the stretch is decoded and thrown away: what browsers record cannot be jumped into.
    """
    first, wanted = from_ms * RATE // 1000 * SAMPLE, length_ms * RATE // 1000 * SAMPLE
    av.logging.set_level(av.logging.PANIC)
    sound, passed = bytearray(), 0
    with av.open(source, "r", format=container_format, metadata_errors="ignore") as container:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        try:
            for frame in container.decode(container.streams.audio[0]):
                for block in resampler.resample(frame):
                    samples = bytes(block.planes[0])[: block.samples * SAMPLE]
                    sound += samples[max(0, first - passed) :]
                    passed += len(samples)
                if len(sound) > wanted:
                    return bytes(sound[:wanted]), False
        except av.FFmpegError:
            # Cut off by a lost connection or a full disk: what there is says something.
            if passed == 0:
                raise
    return bytes(sound), True


if __name__ == "__main__":
    main()
