import pytest

from parta.identity.documents import OWN, DocumentError, Documents, documents_of
from parta.identity.settings import IdentitySettings
from parta.identity.tests.conftest import CONSENTS, PROFILE


def write(folder, version="2030-01-01", *, english=""):
    for name in ("agreement", "privacy"):
        text = f"---\nversion: {version}\ntitle: Документ\n---\nТекст.\n"
        (folder / f"{name}.ru.md").write_text(text, "utf-8")
        if english:
            (folder / f"{name}.en.md").write_text(text.replace(version, english), "utf-8")


async def test_documents_are_read_by_anybody_in_their_language(anonymous):
    russian = (await anonymous.get("/api/documents")).json()["items"]
    english = (await anonymous.get("/api/documents/privacy", headers={"Accept-Language": "en"})).json()
    assert [one["document"] for one in russian] == ["agreement", "privacy"]
    assert russian[1]["title"] == "Политика обработки персональных данных"
    assert english["title"] == "Privacy policy"
    assert english["version"] == russian[1]["version"]
    assert (await anonymous.get("/api/documents/secret")).status_code == 404


async def test_settings_are_public(anonymous):
    assert (await anonymous.get("/api/settings")).json() == {
        "name": "Parta",
        "demo": False,
        "codes_delivered": {"phone": False, "email": False},
        "version": "0.1.0",
        "locale": "ru",
        "outside": [],
    }


def test_an_installation_brings_its_own_documents(tmp_path):
    write(tmp_path)
    own = documents_of(IdentitySettings(documents_dir=tmp_path))
    assert own.versions() == {("agreement", "2030-01-01"), ("privacy", "2030-01-01")}
    assert own.in_force("en")[0].title == "Документ"


def test_broken_documents_stop_the_start(tmp_path):
    with pytest.raises(DocumentError):
        Documents.read(tmp_path)
    write(tmp_path, english="2029-01-01")
    with pytest.raises(DocumentError, match="2029-01-01"):
        Documents.read(tmp_path)
    write(tmp_path)
    (tmp_path / "privacy.ru.md").write_text("без заголовка", "utf-8")
    with pytest.raises(DocumentError):
        Documents.read(tmp_path)


def test_the_packages_documents_are_whole():
    documents = Documents.read(OWN)
    assert all(len(one.text_markdown) > 500 for locale in ("ru", "en") for one in documents.in_force(locale))


class TestNewVersion:
    @pytest.fixture
    def environ(self, environ, tmp_path):
        folder = tmp_path / "documents"
        folder.mkdir()
        write(folder)
        return environ | {"PARTA_IDENTITY_DOCUMENTS_DIR": str(folder)}

    async def test_a_new_version_asks_those_inside_to_agree(self, world):
        person = await world.person()
        asked = (await person.get("/me")).json()["documents_to_accept"]
        assert [one["version"] for one in asked] == ["2030-01-01"] * 2

        old = await person.put("/me/consents", {"consents": CONSENTS})
        assert old.json()["code"] == "consent_wrong"
        new = {"document": "privacy", "version": "2030-01-01"}
        left = await person.put("/me/consents", {"consents": [new, new]})
        assert [one["document"] for one in left.json()["items"]] == ["agreement"]
        assert [one["document"] for one in (await person.get("/me")).json()["documents_to_accept"]] == [
            "agreement"
        ]
        register = (await person.get("/me/consents")).json()["items"]
        assert [(one["document"], one["withdrawn_at"]) for one in register] == [("privacy", None)]

    async def test_a_new_version_stands_before_the_next_sign_in(self, door):
        code_id, code = await door.received("+79990000401")
        refused = await door.enter(code_id, code, profile=PROFILE)
        assert refused.json()["code"] == "consents_required"
        assert [one["version"] for one in refused.json()["documents"]] == ["2030-01-01"] * 2
