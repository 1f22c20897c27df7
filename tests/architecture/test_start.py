"""A start waits for nothing that only some requests need."""

import subprocess
import sys

# Large libraries that a start must not load; whoever needs one imports it where it is used.
HEAVY = ("av", "PIL", "xlsxwriter", "faster_whisper", "http_ece", "py_vapid", "segno")

LOOK = """
import sys
from parta.main.room_settings import room_settings
from parta.main.rooms import handlers_of_rooms, plug_in
room_settings(); plug_in(); handlers_of_rooms(demo=False)
print(*sorted(set(sys.argv[1:]) & set(sys.modules)))
"""


def test_a_start_loads_no_heavy_library():
    seen = subprocess.run(
        [sys.executable, "-c", LOOK, *HEAVY], capture_output=True, text=True, check=True, timeout=60
    )
    assert seen.stdout.split() == []
