"""`parta serve` as a person meets it: an address, plain refusals, a clean end, nothing left behind by a violent one."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parta.demo.bundle import write_bundle
from parta.demo.town import build_town
from parta.main.postgres_cluster import Cluster
from parta.main.postgres_process import postmaster_status

PARTA = (sys.executable, "-m", "parta.main.cli")
ROOT = Path(__file__).parents[2]
Start = Callable[..., "Served"]


class Served:
    """A server in a process of its own."""

    def __init__(self, folder: Path, **environ: str) -> None:
        # A pipe nobody reads would fill and stop the server.
        self.log = folder / "stderr.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*PARTA, "serve"],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=environment(folder, **environ),
            )
        self.greeting = ""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.greeting += line
            if "Ctrl-C" in line:
                break
        found = re.search(r"open at (\S+)", self.greeting)
        assert found, self.log.read_text()
        self.address = found[1]

    def answer(self, path: str) -> int:
        with urllib.request.urlopen(self.address + path, timeout=10) as response:
            return int(response.status)

    def end(self, how: signal.Signals) -> float:
        """Seconds until the process was gone."""
        began = time.monotonic()
        self.process.send_signal(how)
        self.process.communicate(timeout=20)
        return time.monotonic() - began


def environment(folder: Path, **more: str) -> dict[str, str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PARTA_")}
    return bare | {"PYTHONPATH": str(ROOT), "PARTA_DATA_DIR": str(folder / "data"), "PARTA_PORT": "0"} | more


def parta(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PARTA, *arguments],
        env=environment(folder, **more),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=110,
        check=False,
    )


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    started: list[Served] = []

    def serve(**environ: str) -> Served:
        started.append(Served(folder, **environ))
        return started[-1]

    yield serve
    for one in started:
        one.process.kill()
        one.process.communicate()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_the_address_serves_and_stops_cleanly(start, folder, how):
    served = start()
    assert served.answer("/readyz") == 200
    assert "administrator --phone" in served.greeting
    assert "written to this log" in served.greeting
    pid, _ = postmaster_status(Cluster(folder / "data").data)

    assert served.end(how) < 8
    assert served.process.returncode == 0
    assert not Path(f"/proc/{pid}").exists()
    assert postmaster_status(Cluster(folder / "data").data) is None


def test_a_kill_hinders_nobody(start):
    start().end(signal.SIGKILL)
    assert start().answer("/readyz") == 200


def test_a_kill_of_both_hinders_nobody(start, folder):
    served = start()
    pid, _ = postmaster_status(Cluster(folder / "data").data)
    os.kill(pid, signal.SIGKILL)
    served.end(signal.SIGKILL)
    assert start().answer("/readyz") == 200


def test_the_database_may_die_and_come_back(start, folder):
    served = start()
    pid, _ = postmaster_status(Cluster(folder / "data").data)
    os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 30
    while True:
        try:
            if served.answer("/readyz") == 200:
                break
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.2)
    assert served.end(signal.SIGTERM) < 8


def test_a_second_server_on_the_same_data_is_refused(start, folder):
    first = start()
    second = parta(folder, "serve")
    assert second.returncode == 1
    assert f"process {first.process.pid}, {first.address}" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_taken_port_is_told_at_once_and_by_its_setting(folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = parta(folder, "serve", PARTA_PORT=str(taken.getsockname()[1]))
    assert refused.returncode == 1
    assert "PARTA_PORT" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (folder / "data").exists()


@pytest.mark.parametrize("host", ["203.0.113.7", "no-such-host.invalid"])
def test_an_address_of_another_machine_is_refused_by_its_setting(folder, host):
    refused = parta(folder, "serve", PARTA_HOST=host)
    assert refused.returncode == 1
    assert "PARTA_HOST" in refused.stderr


def test_a_data_folder_that_cannot_be_written_is_refused_by_its_setting(folder):
    (folder / "data").write_text("a file, not a folder")
    refused = parta(folder, "serve")
    assert refused.returncode == 1
    assert "PARTA_DATA_DIR" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_an_external_database_that_does_not_answer_is_told_without_its_password(folder):
    refused = parta(folder, "serve", PARTA_DATABASE_URL="postgresql://parta:hush@127.0.0.1:1/parta")
    assert refused.returncode == 1
    assert "cannot be reached" in refused.stderr
    assert "hush" not in refused.stderr


def test_wrong_settings_stop_every_command_by_name(folder):
    refused = parta(folder, "config", PARTA_PORT="http", PARTA_PROT="1")
    assert refused.returncode == 2
    assert "PARTA_PORT: expected number" in refused.stderr
    assert "did you mean PARTA_PORT?" in refused.stderr


def test_commands_work_beside_a_running_server_and_without_one(start, folder):
    served = start()
    made = parta(folder, "administrator", "--phone", "+79990000001", "--name", "Лебедева Ольга Ивановна")
    assert made.returncode == 0, made.stderr
    assert served.answer("/readyz") == 200
    served.end(signal.SIGTERM)

    again = parta(folder, "administrator", "--phone", "+79990000001", "--name", "Лебедева Ольга Ивановна")
    assert again.returncode == 0, again.stderr
    assert "administrator --phone" not in start().greeting


def test_an_administrator_needs_a_full_name_and_a_real_phone(folder):
    assert (
        "surname and given name"
        in parta(folder, "administrator", "--phone", "+79990000001", "--name", "Ольга").stderr
    )
    refused = parta(folder, "administrator", "--phone", "12", "--name", "Лебедева Ольга")
    assert refused.returncode == 1
    assert "phone number" in refused.stderr


def test_a_roster_is_shown_and_changes_nothing_until_told(folder):
    (folder / "roster.zip").write_bytes(b"not a zip")
    assert parta(folder, "import", str(folder / "absent.zip")).returncode == 1
    refused = parta(folder, "import", str(folder / "roster.zip"))
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    unasked = parta(folder, "import", str(folder / "roster.zip"), "--apply")
    assert "--yes" in unasked.stderr


def test_a_roster_is_applied_once_and_a_demo_never_opens_it(folder):
    roster = folder / "roster.zip"
    roster.write_bytes(write_bundle(build_town(250)))
    assert "Nothing has been changed" in parta(folder, "import", str(roster)).stdout
    applied = parta(folder, "import", str(roster), "--apply", "--yes")
    assert applied.stdout.rstrip().endswith("Applied."), applied.stderr
    again = parta(folder, "import", str(roster), "--apply", "--yes").stdout
    people = next(line.split() for line in again.splitlines() if line.startswith("people"))
    assert people[1:4] == ["·", "·", "·"]
    assert int(people[4]) > 50

    (folder / "data").rename(folder / "data-demo")
    refused = parta(folder, "demo", "--people", "250")
    assert refused.returncode == 1
    assert "real people" in refused.stderr


def test_migrating_twice_changes_nothing(folder):
    assert "applied 0001" in parta(folder, "migrate").stdout
    assert parta(folder, "migrate").stdout == "up to date\n"


def test_the_api_describes_itself_without_a_database(folder):
    described = parta(folder, "openapi")
    assert described.returncode == 0, described.stderr
    assert '"/api/me"' in described.stdout
    assert not (folder / "data").exists()
