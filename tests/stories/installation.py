"""Parta as a process: what `make run` and `make demo` start, on a free port and folders of its own."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "web" / "dist" / "index.html"
START_PATIENCE = 240.0  # seconds: the demo invents a town, and another suite may keep the machine busy
CODE_PATIENCE = 30.0


class Installation:
    """One server with its embedded PostgreSQL; `address` is where a browser finds it."""

    def __init__(self, command: str = "serve", environ: Mapping[str, str] | None = None) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port: int = free.getsockname()[1]
        # pytest's own tmp_path is closed to others, and root's PostgreSQL runs as another user.
        self._temporary = tempfile.TemporaryDirectory(prefix="parta-story-", ignore_cleanup_errors=True)
        self.folder = Path(self._temporary.name)
        self.folder.chmod(0o711)
        self.address = f"http://127.0.0.1:{port}"
        self._command = command
        self._environ = (
            os.environ
            | {
                "PARTA_DATA_DIR": str(self.folder / "data"),
                "PARTA_HOST": "127.0.0.1",
                "PARTA_PORT": str(port),
                # A story may sign one person in on several devices within a minute.
                "PARTA_IDENTITY_RESEND_INTERVAL": "1s",
            }
            | dict(environ or {})
        )
        self._process: subprocess.Popen[bytes] | None = None

    def also(self, environ: Mapping[str, str]) -> None:
        """More settings, for what could be said only when the address was known; before the start."""
        self._environ = self._environ | dict(environ)

    def start(self) -> None:
        """Start and wait until it can serve."""
        if not CLIENT.exists():
            raise FileNotFoundError("the client is not built: run `make build`")
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "parta.main.cli", self._command],
                env=self._environ,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + START_PATIENCE
        while time.monotonic() < deadline and self._process.poll() is None:
            with suppress(httpx.TransportError):
                if httpx.get(f"{self.address}/readyz", timeout=5).status_code == 200:
                    return
            time.sleep(0.1)
        raise TimeoutError(self.log[-3000:])

    def stop(self) -> None:
        """End it in order and leave nothing behind."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(60)
        self._temporary.cleanup()

    def run(self, *arguments: str) -> str:
        """A command of the same installation beside the running server; what it printed."""
        command = [sys.executable, "-m", "parta.main.cli", *arguments]
        done = subprocess.run(
            command, env=self._environ, cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    @property
    def _log(self) -> Path:
        return self.folder / "log"

    @property
    def log(self) -> str:
        """Everything the server has written so far."""
        return self._log.read_text("utf-8", errors="replace")

    def codes_for(self, contact: str) -> list[str]:
        """The sign-in codes given out for a contact so far, as whoever reads the log sees them."""
        lines = [line for line in self.log.splitlines() if "identity.code" in line and contact in line]
        return [found[1] for line in lines if (found := re.search(r"\bcode=(\d{6})\b", line))]

    def next_code(self, contact: str, *, after: int) -> str:
        """The code that comes after so many others."""
        deadline = time.monotonic() + CODE_PATIENCE
        while len(codes := self.codes_for(contact)) <= after:
            if time.monotonic() > deadline:
                raise TimeoutError(f"no code for {contact}:\n{self.log[-2000:]}")
            time.sleep(0.1)
        return codes[-1]
