"""Files are seen by the scanner before they are seen by others, and what it finds nobody opens."""

from uuid import uuid4

import pytest

from parta.core.jobs_worker import perform_all
from parta.files.scanning.scan_job import EndQuarantine
from parta.files.tests.conftest import Uploader
from parta.testing.scanner import EICAR, LARGEST
from parta.testing.talk import group, say


@pytest.fixture
def environ(tmp_path, clamd):
    return {
        "PARTA_DATA_DIR": str(tmp_path / "data"),
        "PARTA_REQUESTS_PER_SECOND": "0",
        "PARTA_FILES_SCANNER": clamd,
        "PARTA_FILES_SCAN_SECONDS": "20",
    }


@pytest.fixture
async def boris(world):
    return Uploader(await world.person("Берёзкин", "Борис"))


@pytest.fixture
async def operator(world):
    somebody = await world.person("Рощин", "Олег")
    await world.role(somebody, "operator", None)
    return somebody


async def sent(world, anna, boris, content: bytes, name: str = "Сочинение.txt") -> tuple[int, int]:
    """A file and the message that brings it to Boris, before the scanner has seen it."""
    file_id = await anna.upload(content, name)
    chat = await group(world, anna.actor, boris.actor)
    message = await say(anna.actor, chat, "", file_ids=[file_id])
    return file_id, message["id"]


async def refused(reader, file_id: int) -> tuple[int, str]:
    answer = await reader.get(f"/files/{file_id}")
    return answer.status_code, answer.json()["code"]


async def test_others_wait_for_the_scanner_and_the_author_does_not(world, anna, boris, stranger, database):
    file_id, _ = await sent(world, anna, boris, b"harmless")

    assert await refused(boris, file_id) == (403, "file_being_scanned")
    assert await refused(stranger, file_id) == (404, "not_found")
    assert (await anna.get(f"/files/{file_id}")).content == b"harmless"
    assert (await boris.info(file_id))["scan"] == "waiting"

    await perform_all(database)
    assert (await boris.get(f"/files/{file_id}")).content == b"harmless"
    assert (await boris.info(file_id))["scan"] == "clean"
    assert await refused(stranger, file_id) == (404, "not_found")


async def test_our_own_decoders_wait_for_the_scanner(world, anna, boris, photo, database):
    file_id, _ = await sent(world, anna, boris, photo, "Фото.jpg")
    async with database.transaction() as tx:
        assert await tx.values("SELECT kind FROM jobs WHERE kind IN ('make_preview', 'scan_file')") == [
            "scan_file"
        ]

    await perform_all(database)
    assert (await boris.get(f"/files/{file_id}/preview")).status_code == 200


async def test_an_infected_file_opens_to_nobody(world, anna, boris, stranger, operator, database):
    file_id, message_id = await sent(world, anna, boris, EICAR)
    await perform_all(database)

    for reader in (anna, boris):
        assert await refused(reader, file_id) == (403, "file_infected")
        assert (await reader.get(f"/files/{file_id}/preview")).json()["code"] == "file_infected"
        assert (await reader.info(file_id))["scan"] == "infected"
    assert await refused(stranger, file_id) == (404, "not_found")
    # An operator reads of it in the quarantine, and is let through by no door.
    assert (await operator.get(f"/files/{file_id}")).status_code == 404

    chat = await group(world, anna.actor, boris.actor, title="Другая")
    again = {"client_id": str(uuid4()), "body": "", "file_ids": [file_id]}
    answer = await anna.actor.post(f"/conversations/{chat}/messages", again)
    assert (answer.status_code, answer.json()["code"]) == (422, "file_infected")
    forward = {"message_ids": [message_id], "conversation_ids": [chat], "client_id": str(uuid4())}
    [told] = (await boris.actor.post("/forwards", forward)).json()["results"]
    assert (told["message_ids"], told["problem"]["code"]) == ([], "file_infected")


async def test_the_quarantine_is_the_operators(world, anna, boris, operator, database):
    file_id, _ = await sent(world, anna, boris, EICAR, "Игра.exe")
    await perform_all(database)
    head = await world.person()
    await world.role(head, "administrator", await world.school())

    for nobody in (anna.actor, boris.actor, head):
        assert (await nobody.get("/quarantine")).status_code == 404
        assert (await nobody.put(f"/quarantine/{file_id}/release")).status_code == 404
        assert (await nobody.delete(f"/quarantine/{file_id}")).status_code == 404
    second, _ = await sent(world, anna, boris, EICAR, "Ещё игра.exe")
    await perform_all(database)
    first_page = (await operator.get("/quarantine?limit=1")).json()
    assert [item["id"] for item in first_page["items"]] == [second]
    [found] = (await operator.get(f"/quarantine?limit=1&after={first_page['next']}")).json()["items"]
    assert (found["id"], found["name"], found["found"]) == (
        file_id,
        "Игра.exe",
        "Eicar-Test-Signature.UNOFFICIAL",
    )
    assert found["destroyed_at"] is not None
    assert (await operator.get("/quarantine?after=forged")).status_code == 422


async def test_a_false_alarm(world, anna, boris, operator, database):
    file_id, _ = await sent(world, anna, boris, EICAR)
    await perform_all(database)

    assert (await operator.put(f"/quarantine/{file_id}/release")).status_code == 204
    assert (await boris.get(f"/files/{file_id}")).content == EICAR
    assert (await operator.put(f"/quarantine/{file_id}/release")).status_code == 404
    # The promise to destroy it comes due all the same, and keeps away from what is in use again.
    async with database.transaction() as tx:
        await tx.enqueue(EndQuarantine(file_id=file_id))
    await perform_all(database)
    assert (await boris.get(f"/files/{file_id}")).content == EICAR


async def test_what_is_destroyed_is_gone_and_the_message_still_says_why(
    world, anna, boris, operator, database
):
    file_id, _ = await sent(world, anna, boris, EICAR)
    await perform_all(database)
    async with database.transaction() as tx:
        key = await tx.value("SELECT blob_key FROM files WHERE id = $1", file_id)

    assert (await operator.delete(f"/quarantine/{file_id}")).status_code == 204
    await perform_all(database)
    assert not await database.blobs.exists(key)
    assert await refused(boris, file_id) == (403, "file_infected")
    [found] = (await operator.get("/quarantine")).json()["items"]
    assert found["destroyed_at"] is None
    assert (await operator.put(f"/quarantine/{file_id}/release")).status_code == 404


async def test_a_file_too_large_for_the_scanner_says_so(world, anna, boris, database):
    file_id, _ = await sent(world, anna, boris, bytes(LARGEST * 2))
    await perform_all(database)
    assert (await boris.info(file_id))["scan"] == "unscanned"
    assert (await boris.get(f"/files/{file_id}")).status_code == 200
