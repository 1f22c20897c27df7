"""Run alone: a paper as JSON comes in, its PDF goes out. Limits of time and memory hold for this process only."""

import json
import resource
import sys
from pathlib import Path

import typst

TEMPLATE = Path(__file__).with_name("paper.typ")


def main(memory: int, seconds: int) -> None:
    """Set the paper with the fonts that come with the library, the same on every machine."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    paper = sys.stdin.read()
    json.loads(paper)
    fonts = typst.Fonts(include_system_fonts=False)
    pdf = typst.compile(TEMPLATE.read_bytes(), font_paths=fonts, sys_inputs={"paper": paper})
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
