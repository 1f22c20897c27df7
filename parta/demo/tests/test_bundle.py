import csv
import io
import zipfile
from datetime import date

import pytest

from parta.demo.bundle import write_bundle
from parta.demo.town import build_town
from parta.organisations.roster.archive import Limits
from parta.organisations.roster.bundle import read_bundle

TODAY = date(2026, 11, 22)
TOWN = build_town(today=TODAY)


def tables(bundle: bytes, encoding: str = "utf-8") -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        return {
            name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(archive.read(name).decode(encoding))))
            for name in archive.namelist()
        }


def test_the_same_town_is_the_same_bytes():
    assert write_bundle(TOWN) == write_bundle(build_town(today=TODAY))


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_every_reference_leads_somewhere(version):
    found = tables(write_bundle(TOWN, version))
    ids = {name: {row["sourcedId"] for row in rows} for name, rows in found.items() if name != "manifest"}
    references = {
        ("classes", "courseSourcedId"): "courses",
        ("classes", "schoolSourcedId"): "orgs",
        ("classes", "termSourcedIds"): "academicSessions",
        ("courses", "orgSourcedId"): "orgs",
        ("enrollments", "classSourcedId"): "classes",
        ("enrollments", "userSourcedId"): "users",
        ("users", "agentSourcedIds"): "users",
        ("orgs", "parentSourcedId"): "orgs",
    }

    for (table, column), target in references.items():
        for row in found[table]:
            assert set(filter(None, row[column].split(","))) <= ids[target]
    for rows in ids.values():
        assert "" not in rows


@pytest.mark.parametrize("version", ["1.1", "1.2"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_our_own_import_reads_it_without_a_refusal(version, encoding):
    bundle = read_bundle(io.BytesIO(write_bundle(TOWN, version, encoding=encoding)), Limits())

    assert len(bundle.users) == len(TOWN.people)
    assert len(bundle.classes) == len(TOWN.classrooms) + sum(len(room.lessons) for room in TOWN.classrooms)
    assert not bundle.refusals


def test_version_1_1_knows_only_its_own_roles():
    found = tables(write_bundle(TOWN, "1.1"))

    assert "roles" not in found
    assert {row["role"] for row in found["users"]} == {
        "student",
        "teacher",
        "parent",
        "guardian",
        "administrator",
    }


def test_a_teacher_who_is_a_parent_has_both_roles():
    both = next(person.key for person in TOWN.people.values() if person.position and person.children)
    roles = [row for row in tables(write_bundle(TOWN))["roles"] if row["userSourcedId"] == both]

    assert [row["role"] for row in roles][-1] == "parent"
    assert [row["roleType"] for row in roles].count("primary") == 1
