"""Whatever the description of the API allows, and what it does not: no answer is a 5xx.

The requests come from schemathesis, against the application on a real port: signed in as somebody who
may do much, and anonymously. PARTA_FUZZ_SECONDS makes the runs longer.
"""

import asyncio
import os
import re
import sys
from pathlib import Path

import httpx
import pytest

from parta.core.http.cookies import SESSION_COOKIE, csrf_token
from parta.testing.school import keep_current, make_school
from parta.testing.talk import group, say
from parta.testing.world import Actor, World

SECONDS = int(os.environ.get("PARTA_FUZZ_SECONDS", "35"))

pytestmark = [pytest.mark.slow, pytest.mark.timeout(SECONDS * 4 + 120)]


async def fuzz(address: str, folder: Path, *headers: str, seconds: int = SECONDS) -> str:
    """Run schemathesis for its time; everything it says, ending with what it found."""
    # The first description takes seconds to write, and schemathesis waits ten.
    async with httpx.AsyncClient(timeout=60) as client:
        (await client.get(f"{address}/api/openapi.json")).raise_for_status()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "schemathesis.cli", "run", f"{address}/api/openapi.json"),
        *("--checks", "not_a_server_error", "--phases", "examples,coverage,fuzzing", "--mode", "all"),
        *("--max-time", str(seconds), "--max-examples", "40", "--seed", "20261122", "--continue-on-failure"),
        *("--workers", "1", "--request-timeout", "30", "--warnings", "off", "--no-color", "--no-shrink"),
        *("--generation-database", "none", "--suppress-health-check", "all"),
        # These two end the very session that asks.
        *("--exclude-path", "/api/me/session", "--exclude-path", "/api/me/sessions/{session_id}"),
        *(part for header in headers for part in ("--header", header)),
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    text = said.decode(errors="replace")
    assert "Test cases:" in text, text[-3000:]
    assert process.returncode == 0, text[-8000:]
    return text


def cases(text: str) -> int:
    """How many requests passed."""
    passed = re.search(r"(\d+) generated, (\d+) passed", text)
    assert passed, text[-2000:]
    return int(passed[2])


async def furnish(world: World) -> Actor:
    """A school with its chats, a group with messages, and its administrator, who may do most."""
    school = await make_school(world)
    await keep_current(world, school)
    chat = await group(world, school.head, school.pupil, school.mother)
    for i in range(5):
        message = await say(school.head, chat, f"№ {i}")
        await school.pupil.put(f"/messages/{message['id']}/reactions/👍")
    return school.head


async def test_no_5xx_for_somebody_signed_in(world: World, server: str, tmp_path: Path) -> None:
    head = await furnish(world)

    text = await fuzz(
        server,
        tmp_path,
        f"Cookie: {SESSION_COOKIE}={head.token}",
        f"X-CSRF-Token: {csrf_token(head.token)}",
    )

    assert (await head.get("/me")).status_code == 200, "it signed itself out and asked as nobody"
    assert cases(text) > 100


async def test_no_5xx_for_nobody(world: World, server: str, tmp_path: Path) -> None:
    await furnish(world)

    assert cases(await fuzz(server, tmp_path, seconds=SECONDS // 2)) > 50
