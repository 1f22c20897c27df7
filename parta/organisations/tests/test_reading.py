import io

import pytest

from parta.organisations.roster.archive import Limits
from parta.organisations.roster.bundle import Bundle, read_bundle
from parta.organisations.roster.references import check_references
from parta.organisations.roster.refusals import BundleRefused
from parta.organisations.tests import bundles
from parta.organisations.tests.bundles import (
    CLASSES,
    PEOPLE,
    PLACES,
    ROLES,
    SCHOOL,
    place,
    role,
    small_school,
    user,
)


def read(data: bytes, **limits: int) -> Bundle:
    bundle = read_bundle(io.BytesIO(data), Limits(**limits))
    check_references(bundle, {})
    return bundle


def refused(bundle: Bundle) -> list[tuple[str, int, str, str]]:
    return [(one.file, one.line, one.sourced_id, one.reason) for one in bundle.refusals]


def test_both_versions_say_the_same():
    new, old = read(small_school()), read(bundles.small_school_1_1())

    assert (new.version, old.version) == ("1.2", "1.1")
    assert not new.refusals
    assert not old.refusals
    assert new.users.keys() == old.users.keys() == {"anna", "ivan", "vera", "olga"}
    anna = new.users["anna"]
    assert (anna.family_name, anna.patronymic) == ("Ладогина", "Сергеевна")
    assert [c.value for c in anna.contacts] == ["+79123001001", "ladogina@school.example"]
    assert new.classes["7b"].grade == "7"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("manifest", [True, False])
def test_files_as_people_save_them(encoding, separator, manifest):
    bundle = read(small_school(encoding=encoding, separator=separator, manifest=manifest))

    assert bundle.users["ivan"].family_name == "Петров"
    assert bundle.orgs["school"].name == "Школа на Озёрной"
    assert not bundle.refusals


def test_excel_names_its_separator():
    text = "sep=;\r\nsourcedId;name;type\r\nschool;Школа;school\r\n"
    bundle = read(bundles.zipped({"orgs.csv": text}, encoding="cp1251"))
    assert bundle.orgs["school"].line == 3


def test_folders_litter_and_strange_files_are_passed_by():
    files = {
        "выгрузка/orgs.csv": "sourcedId,name,type,metadata.inn\ns,Школа,school,7\n",
        "выгрузка/demographics.csv": "sourcedId\n1\n",
        "выгрузка/моё.csv": "а\n",
        "readme.txt": "x",
        "__MACOSX/._orgs.csv": "x",
    }
    bundle = read(bundles.zipped(files))

    notes = {(note.reason, note.file) for note in bundle.notes}
    assert bundle.orgs.keys() == {"s"}
    assert ("demographics_ignored", "demographics.csv") in notes
    assert ("file_unknown", "моё.csv") in notes
    assert ("file_unknown", "readme.txt") in notes


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"sourcedId": ""}, "sourced_id_missing"),
        ({"sourcedId": "anna"}, "duplicate"),
        ({"familyName": ""}, "value_missing"),
        ({"familyName": "Пет\u200bров"}, "control_characters"),
        ({"familyName": "Пет\x07ров"}, "control_characters"),
        ({"familyName": "Пе" * 40}, "too_long"),
        ({"familyName": "<b>Петров</b>"}, "name_not_letters"),
        ({"enabledUser": "maybe"}, "value_unknown"),
        ({"status": "archived"}, "value_unknown"),
    ],
)
def test_a_bad_person_is_refused_and_the_rest_is_read(cells, reason):
    bad = {**user("bad", "Туманов", "Глеб"), **cells}
    bundle = read(small_school(users=[*PEOPLE, bad]))

    assert refused(bundle) == [("users.csv", 6, bad["sourcedId"], reason)]
    assert bundle.users.keys() == {"anna", "ivan", "vera", "olga"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"roles": [*ROLES, role("nobody", "student")]}, ("roles.csv", 7, "user_unknown")),
        ({"roles": [*ROLES, role("ivan", "student", "nowhere")]}, ("roles.csv", 7, "org_unknown")),
        ({"roles": [*ROLES, role("ivan", "hero")]}, ("roles.csv", 7, "value_unknown")),
        ({"roles": [*ROLES, role("ivan", "aide", endDate="вчера")]}, ("roles.csv", 7, "date_wrong")),
        (
            {"roles": [*ROLES, role("ivan", "aide", beginDate="2026-09-02", endDate="2026-09-01")]},
            ("roles.csv", 7, "dates_reversed"),
        ),
        ({"enrollments": [*PLACES, place("9x", "ivan")]}, ("enrollments.csv", 7, "class_unknown")),
        ({"enrollments": [*PLACES, place("7b", "nobody")]}, ("enrollments.csv", 7, "user_unknown")),
        (
            {"classes": [*CLASSES, {**CLASSES[0], "sourcedId": "x", "schoolSourcedId": "no"}]},
            ("classes.csv", 4, "org_unknown"),
        ),
        (
            {"classes": [*CLASSES, {**CLASSES[1], "sourcedId": "x", "courseSourcedId": "no"}]},
            ("classes.csv", 4, "course_unknown"),
        ),
        (
            {"classes": [*CLASSES, {**CLASSES[0], "sourcedId": "x", "classType": "club"}]},
            ("classes.csv", 4, "value_unknown"),
        ),
        ({"orgs": [SCHOOL, {**SCHOOL, "sourcedId": "x", "type": "shop"}]}, ("orgs.csv", 3, "value_unknown")),
    ],
)
def test_a_row_about_nothing_is_refused(files, expected):
    bundle = read(small_school(**files))
    assert [(file, line, reason) for file, line, _, reason in refused(bundle)] == [expected]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"email": "не почта"}, "email_wrong"),
        ({"phone": "555-0100"}, "phone_wrong"),
        ({"phone": "7,91E+10"}, "phone_wrong"),
    ],
)
def test_a_person_with_a_contact_that_is_none_is_taken_without_it(cells, reason):
    bundle = read(small_school(users=[*PEOPLE, {**user("new", "Туманов", "Глеб"), **cells}]))

    assert refused(bundle) == []
    assert bundle.users["new"].contacts == ()
    assert {(one.file, one.line, one.reason) for one in bundle.warnings} == {("users.csv", 6, reason)}


@pytest.mark.parametrize("family_name", ["Ким (мл.)", "О’Брайен", "Student1", "St. John", "van der Berg"])
def test_names_are_taken_as_journals_write_them(family_name):
    bundle = read(small_school(users=[*PEOPLE, user("new", family_name, "Глеб")]))

    assert bundle.users["new"].family_name == family_name


def test_a_class_in_a_period_that_is_not_there_is_taken_without_dates():
    bundle = read(small_school(classes=[*CLASSES, {**CLASSES[0], "sourcedId": "x", "termSourcedIds": "no"}]))

    assert "x" in bundle.classes
    assert [(one.file, one.line, one.reason) for one in bundle.warnings] == [
        ("classes.csv", 4, "session_unknown")
    ]


def test_rows_about_a_refused_row_are_refused_with_it():
    people = [{**one, "givenName": ""} if one["sourcedId"] == "ivan" else one for one in PEOPLE]
    bundle = read(small_school(users=people))

    assert refused(bundle) == [
        ("users.csv", 3, "ivan", "value_missing"),
        ("roles.csv", 4, "ivan-student-school", "user_refused"),
        ("enrollments.csv", 3, "7b-ivan-student", "user_refused"),
        ("enrollments.csv", 6, "7b-geo-ivan-student", "user_refused"),
    ]


def test_organisations_in_a_circle_are_refused():
    orgs = [
        {"sourcedId": "a", "name": "А", "type": "district", "parentSourcedId": "b"},
        {"sourcedId": "b", "name": "Б", "type": "district", "parentSourcedId": "a"},
    ]
    bundle = read(small_school(orgs=[SCHOOL, *orgs]))
    assert bundle.orgs.keys() == {"school"}


def test_one_broken_quote_costs_one_row():
    text = 'sourcedId,name,type\n1,"Школа ""А""",school\n2,"Школа "Б"",school\n3,"Школа В,school\n4,Школа "Г",school\n'
    bundle = read(bundles.zipped({"orgs.csv": text}))

    assert refused(bundle) == [("orgs.csv", 3, "", "row_broken"), ("orgs.csv", 4, "", "row_broken")]
    assert {sid: org.name for sid, org in bundle.orgs.items()} == {"1": 'Школа "А"', "4": 'Школа "Г"'}


def test_lines_are_those_an_editor_shows():
    text = 'sourcedId,name,type\n\n1,"Школа\nА",school\n2,,school\n'
    bundle = read(bundles.zipped({"orgs.csv": text}))
    assert refused(bundle) == [
        ("orgs.csv", 3, "1", "control_characters"),
        ("orgs.csv", 5, "2", "value_missing"),
    ]


def bomb() -> bytes:
    return bundles.zipped({"orgs.csv": b"sourcedId,name,type\n" + b"0" * (5 << 20)})


def encrypted() -> bytes:
    data = bytearray(small_school())
    # The flag of encryption in every local and central header.
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + offset] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "roster_not_zip"),
        (b"PK\x03\x04 almost", "roster_not_zip"),
        (b"<html>", "roster_not_zip"),
        (small_school()[:-300], "roster_not_zip"),
        (bundles.zipped({"../orgs.csv": "sourcedId,name,type\n"}), "roster_bad_path"),
        (bundles.zipped({"/etc/orgs.csv": "sourcedId,name,type\n"}), "roster_bad_path"),
        (bundles.zipped({"a/orgs.csv": "", "b/orgs.csv": ""}), "roster_twice"),
        (bundles.zipped({f"{n}.csv": "" for n in range(300)}), "roster_too_many_files"),
        (bundles.zipped({"readme.txt": "x"}), "roster_empty"),
        (bundles.zipped({"orgs.csv": "sourcedId,name\n1,2\n"}), "roster_column_missing"),
        (bundles.zipped({"orgs.csv": "sourcedId,name,name,type\n"}), "roster_column_twice"),
        (bundles.zipped({"orgs.csv": b"sourcedId,name,type\n\x98\x98\xff,\x98,school\n"}), "roster_encoding"),
        (bundles.zipped({"manifest.csv": "a,b\n"}), "roster_manifest"),
        (bundles.zipped({"manifest.csv": "propertyName,value\nfile.users,bulk\n"}), "roster_file_missing"),
        (
            bundles.zipped(
                {
                    "manifest.csv": "propertyName,value\noneroster.version,2.0\n",
                    "orgs.csv": "sourcedId,name,type\n",
                }
            ),
            "roster_version",
        ),
        (bomb(), "roster_bomb"),
        (encrypted(), "roster_encrypted"),
    ],
)
def test_hostile_and_broken_bundles_are_refused_clearly(data, code):
    with pytest.raises(BundleRefused) as error:
        read(data, file_bytes=1 << 20)
    assert error.value.code == code
    assert error.value.status == 422


def test_a_damaged_member_is_no_traceback():
    data = bytearray(small_school())
    at = data.find(b"users.csv") + 40
    data[at : at + 20] = bytes(20)
    with pytest.raises(BundleRefused) as error:
        read(bytes(data))
    assert error.value.code == "roster_damaged"


def test_too_many_rows_are_refused():
    assert read(small_school(), rows=30).users
    with pytest.raises(BundleRefused) as error:
        read(small_school(), rows=10)
    assert error.value.code == "roster_too_many_rows"


def test_the_limit_is_on_all_files_together():
    with pytest.raises(BundleRefused) as error:
        read(
            bundles.zipped({"orgs.csv": "sourcedId,name,type\n" + "\n" * 900, "users.csv": "\n" * 900}),
            all_bytes=1000,
        )
    assert error.value.code == "roster_bomb"
