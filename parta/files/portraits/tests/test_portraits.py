"""Photographs: drawn anew, shown when the school says so, and only to those who may see the person."""

import io

import httpx
import pytest
from PIL import Image

from parta.core.jobs_worker import perform_all
from parta.files.portraits.portraits import key_of
from parta.identity.events import PersonErased
from parta.testing.school import School, keep_current, make_school
from parta.testing.world import Actor, World


def picture(side: int = 640, *, colour: str = "seagreen") -> bytes:
    """A photograph with a place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 1
    exif[0x010E] = "секретное место"
    out = io.BytesIO()
    Image.new("RGB", (side, side), colour).save(out, "JPEG", exif=exif)
    return out.getvalue()


async def send(actor: Actor, content: bytes) -> httpx.Response:
    return await actor.put("/me/portrait", content=content, headers={"Content-Type": "image/jpeg"})


async def allow(school: School, **modes: str) -> None:
    policy = {"adults": "approval", "pupils": "approval", "juniors": "approval"} | modes
    answer = await school.head.put(f"/organisations/{school.id}/portrait-policy", policy)
    assert answer.status_code == 204, answer.text


async def version_seen(by: Actor, person: Actor) -> int:
    found: int = (await by.get("/people", params={"ids": person.id})).json()["items"][0]["portrait"]
    return found


@pytest.fixture
async def school(world: World) -> School:
    made = await make_school(world)
    await keep_current(world, made)
    return made


async def test_at_once_it_is_shown_drawn_anew_in_two_sizes(school: School) -> None:
    await allow(school, pupils="at_once")
    own = (await send(school.pupil, picture())).json()
    assert (own["mode"], own["waiting"]) == ("at_once", 0)
    assert await version_seen(school.classmate, school.pupil) == own["shown"] > 0
    for size, side in (("small", 128), ("large", 512)):
        path = f"/people/{school.pupil.id}/portraits/{own['shown']}?size={size}"
        answer = await school.classmate.get(path)
        assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
        with Image.open(io.BytesIO(answer.content)) as drawn:
            assert (drawn.format, drawn.size, dict(drawn.getexif())) == ("WEBP", (side, side), {})
        assert "секретное".encode() not in answer.content


async def test_only_who_may_see_the_person_sees_the_face(world: World, school: School) -> None:
    await allow(school, pupils="at_once")
    own = (await send(school.pupil, picture())).json()
    path = f"/people/{school.pupil.id}/portraits/{own['shown']}"
    stranger = await world.person()
    hidden, absent = await stranger.get(path), await stranger.get("/people/999999/portraits/1")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.json() | {"request_id": ""} == absent.json() | {"request_id": ""}
    # A version belongs to one person: it is not found under another's address.
    swapped = f"/people/{school.classmate.id}/portraits/{own['shown']}"
    assert (await school.pupil.get(swapped)).status_code == 404


async def test_until_it_is_approved_the_old_one_stays(world: World, school: School) -> None:
    await allow(school, pupils="at_once")
    old = (await send(school.pupil, picture())).json()["shown"]
    await allow(school, pupils="approval")
    own = (await send(school.pupil, picture(colour="maroon"))).json()
    assert (own["shown"], own["waiting"] > 0) == (old, True)
    assert (
        await school.classmate.get(f"/people/{school.pupil.id}/portraits/{own['waiting']}")
    ).status_code == 404

    path = f"/organisations/{school.id}/portraits"
    [waiting] = (await school.head.get(path)).json()["items"]
    assert waiting["person"]["id"] == school.pupil.id
    assert (await school.head.get(f"/people/{school.pupil.id}/portraits/{waiting['id']}")).status_code == 200
    for other in (school.class_teacher, school.pupil, await world.person()):
        assert (await other.get(path)).status_code == 404
        assert (await other.post(f"{path}/{waiting['id']}/approval")).status_code == 404
    assert (await school.head.post(f"{path}/{waiting['id']}/approval")).status_code == 204
    assert await version_seen(school.classmate, school.pupil) == waiting["id"]
    assert (await school.classmate.get(f"/people/{school.pupil.id}/portraits/{old}")).status_code == 404
    assert (await school.head.post(f"{path}/{waiting['id']}/approval")).status_code == 404


async def test_a_refused_one_is_explained_to_its_owner_alone(school: School) -> None:
    await send(school.pupil, picture())
    path = f"/organisations/{school.id}/portraits"
    [waiting] = (await school.head.get(path)).json()["items"]
    assert (await school.head.post(f"{path}/{waiting['id']}/refusal", {"reason": " "})).status_code == 422
    refused = await school.head.post(f"{path}/{waiting['id']}/refusal", {"reason": "Не видно лица"})
    assert refused.status_code == 204
    own = (await school.pupil.get("/me/portrait")).json()
    assert (own["shown"], own["waiting"], own["refused"]) == (0, 0, "Не видно лица")
    assert await version_seen(school.classmate, school.pupil) == 0


async def test_it_is_taken_away_by_its_owner_or_as_a_measure(school: School) -> None:
    await allow(school, pupils="at_once")
    version = (await send(school.pupil, picture())).json()["shown"]
    removal = f"/organisations/{school.id}/people/{school.pupil.id}/portrait-removal"
    assert (await school.class_teacher.post(removal, {"reason": "Чужая"})).status_code == 404
    assert (await school.head.post(removal, {"reason": "Чужая фотография"})).status_code == 204
    assert await version_seen(school.classmate, school.pupil) == 0
    assert (await school.pupil.get(f"/people/{school.pupil.id}/portraits/{version}")).status_code == 404
    await send(school.pupil, picture())
    assert (await school.pupil.delete("/me/portrait")).status_code == 204
    assert await version_seen(school.classmate, school.pupil) == 0


async def test_where_a_school_shows_none_or_nobody_answers_for_one_there_are_none(
    world: World, school: School
) -> None:
    await allow(school, pupils="off")
    for actor in (school.pupil, await world.person()):
        assert (await actor.get("/me/portrait")).json()["mode"] == "off"
        assert (await send(actor, picture())).json()["code"] == "portraits_off"


async def test_junior_grades_are_as_the_school_has_set_for_them(world: World, school: School) -> None:
    third = await world.school_class(school.id, "3 «А»")
    async with world.database.transaction() as tx:
        await tx.run("UPDATE classes SET grade = '3' WHERE id = $1", third)
    child = await world.person()
    await world.role(child, "pupil", school.id)
    await world.enrol(third, child)
    await allow(school, pupils="at_once", juniors="off")
    assert (await child.get("/me/portrait")).json()["mode"] == "off"
    assert (await school.pupil.get("/me/portrait")).json()["mode"] == "at_once"


@pytest.mark.parametrize(
    "content", [b"", b"<svg onload='alert(1)'/>", b"\xff\xd8\xff" + b"\x00" * 500, picture()[:900]]
)
async def test_what_is_no_picture_is_refused(school: School, content: bytes) -> None:
    refused = await send(school.pupil, content)
    assert (refused.status_code, refused.json()["code"]) == (422, "portrait_invalid")


async def test_who_is_erased_has_no_face_left(school: School, world: World) -> None:
    await allow(school, pupils="at_once")
    await send(school.pupil, picture())
    blobs = world.database.blobs
    async with world.database.transaction() as tx:
        key = await tx.value("SELECT blob_key FROM portraits WHERE person_id = $1", school.pupil.id)
    assert await blobs.exists(key_of(key, "large"))

    async with world.database.transaction() as tx:
        tx.emit(PersonErased(person_id=school.pupil.id))
    await perform_all(world.database)

    async with world.database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM portraits WHERE person_id = $1", school.pupil.id) == 0
        assert await tx.value("SELECT portrait FROM people WHERE id = $1", school.pupil.id) == 0
    assert not await blobs.exists(key_of(key, "large"))
    assert not await blobs.exists(key_of(key, "small"))
