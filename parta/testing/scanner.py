"""A real clamd that knows one virus: EICAR's test file, which every scanner agrees to call one."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# Put together here, so that no scanner takes this file for one; https://www.eicar.org/download-anti-malware-testfile/
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
EICAR_HASH = "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature"
LARGEST = 1024 * 1024


@contextmanager
def listening_clamd() -> Iterator[str]:
    """The address of a daemon that takes files up to 1 MiB."""
    found = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin")
    if found is None:
        pytest.skip("clamd is not here and could not be installed: scripts/ensure-scanner")
    with tempfile.TemporaryDirectory(prefix="parta-clamd-") as name:
        folder = Path(name)
        (folder / "eicar.hdb").write_text(f"{EICAR_HASH}\n")
        (folder / "clamd.conf").write_text(
            f"LocalSocket {folder}/clamd.sock\nDatabaseDirectory {folder}\nForeground yes\n"
            f"StreamMaxLength {LARGEST}\nOfficialDatabaseOnly no\nLogFile {folder}/clamd.log\n"
        )
        daemon = subprocess.Popen(
            [found, "--config-file", str(folder / "clamd.conf")], stdout=subprocess.DEVNULL
        )
        try:
            _wait_until_it_listens(folder / "clamd.sock", daemon)
            yield f"unix:{folder}/clamd.sock"
        finally:
            daemon.kill()
            daemon.wait()


def _wait_until_it_listens(socket: Path, daemon: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 30
    while not socket.exists():
        if daemon.poll() is not None or time.monotonic() > until:
            raise RuntimeError("clamd did not start")
        time.sleep(0.05)
