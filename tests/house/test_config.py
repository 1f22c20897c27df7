"""The promises of the settings."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import pytest
from msgspec import Meta

from parta.core.config import Configuration, ConfigurationError, CoreSettings, Secret, Settings
from parta.main.commands.config import in_force, reference
from parta.main.room_settings import room_settings

REFERENCE = Path(__file__).parents[2] / "docs" / "settings.md"


class KitchenSettings(Settings, section="kitchen"):
    """Invented."""

    cook: Annotated[Secret | None, Meta(description="Who knows the recipe.")] = None
    simmer: Annotated[timedelta, Meta(description="How long the soup stands.")] = timedelta(minutes=5)
    guests: Annotated[tuple[str, ...], Meta(description="Who comes.")] = ()


def load(folder: Path, toml: str = "", **environ: str) -> Configuration:
    (folder / "parta.toml").write_text(toml, "utf-8")
    return Configuration.load(environ, rooms=[KitchenSettings], folder=folder)


def problems(folder: Path, toml: str = "", **environ: str) -> str:
    with pytest.raises(ConfigurationError) as caught:
        load(folder, toml, **environ)
    return "\n".join(caught.value.problems)


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path):
    configuration = load(tmp_path, "port = 9001\nhost = '0.0.0.0'\n", PARTA_PORT="9002")
    core = configuration.get(CoreSettings)

    assert (core.port, core.host, core.job_workers) == (9002, "0.0.0.0", 2)
    sources = {one.variable: one.source for one in configuration.settings()}
    assert sources["PARTA_PORT"] == "environment"
    assert sources["PARTA_HOST"] == "parta.toml"
    assert sources["PARTA_JOB_WORKERS"] == "default"


def test_a_room_has_its_own_section_in_the_file_and_its_own_prefix(tmp_path):
    configuration = load(tmp_path, "[kitchen]\nsimmer = 90\nguests = ['Анна']\n", PARTA_KITCHEN_COOK="Пётр")
    kitchen = configuration.get(KitchenSettings)

    assert kitchen.simmer == timedelta(seconds=90)
    assert kitchen.guests == ("Анна",)
    assert kitchen.cook is not None
    assert kitchen.cook.reveal() == "Пётр"


@pytest.mark.parametrize(
    ("text", "seconds"), [("45", 45), ("10m", 600), ("1h 30m", 5400), ("7d", 604_800), ("250ms", 0.25)]
)
def test_times_are_written_as_people_say_them(tmp_path, text, seconds):
    assert load(tmp_path, PARTA_KITCHEN_SIMMER=text).get(KitchenSettings).simmer.total_seconds() == seconds


def test_an_unknown_name_is_refused_with_the_name_that_was_meant(tmp_path):
    assert "PARTA_PROT: no such setting; did you mean PARTA_PORT?" in problems(tmp_path, PARTA_PROT="1")
    assert "kitchen.simer: no such setting; did you mean kitchen.simmer?" in problems(
        tmp_path, "[kitchen]\nsimer = 1\n"
    )


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("PARTA_PORT", "http", "expected number"),
        ("PARTA_PORT", "99999", "expected number <= 65535"),
        ("PARTA_DEMO", "perhaps", "expected true or false"),
        ("PARTA_LOG_FORMAT", "xml", "expected text | json"),
        ("PARTA_KITCHEN_SIMMER", "soon", "expected a length of time"),
    ],
)
def test_a_wrong_value_is_refused_by_name_and_with_the_reason(tmp_path, name, value, reason):
    said = problems(tmp_path, **{name: value})
    assert said.startswith(f"{name}: {reason}")
    assert value in said


def test_all_mistakes_are_told_at_once(tmp_path):
    assert len(problems(tmp_path, "porrt = 1\n", PARTA_PORT="x", PARTA_NOBODY="1").splitlines()) == 3


def test_a_file_that_is_named_but_cannot_be_read_is_a_mistake(tmp_path):
    assert "cannot be read" in problems(tmp_path, PARTA_CONFIG=str(tmp_path / "absent.toml"))
    assert "cannot be read" in problems(tmp_path, "port = = 1")


def test_a_secret_shows_itself_nowhere(tmp_path):
    configuration = load(tmp_path, PARTA_DATABASE_URL="postgresql://a:hush@b/c", PARTA_KITCHEN_COOK="hush")

    shown = in_force(configuration.settings()) + repr(configuration.get(CoreSettings))
    assert "hush" not in shown + repr(configuration.get(KitchenSettings))
    assert "********" in shown


def test_a_field_without_a_sentence_or_declared_twice_is_a_mistake_of_ours():
    class Mute(Settings, section="mute"):
        field: int = 1

    class Twin(Settings, section=""):
        port: Annotated[int, Meta(description="Again.")] = 1

    for wrong in (Mute, Twin):
        with pytest.raises(TypeError):
            Configuration.load({}, rooms=[wrong])


def test_the_reference_page_is_up_to_date():
    """`parta config --markdown > docs/settings.md` renews it."""
    assert REFERENCE.read_text("utf-8") == reference(Configuration(room_settings()).settings())
