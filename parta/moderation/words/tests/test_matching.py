"""What a list finds: every disguise of a word, and nothing inside another word."""

import re
from pathlib import Path

import pytest

from parta.moderation.words.crisis_words import call_for_help_in
from parta.moderation.words.matching import Lexicon, phrase_of
from parta.moderation.words.sentences import LONGEST, first_sentence
from parta.moderation.words.stems import stem

TALK = Path(__file__).parents[3] / "demo" / "data" / "talk"


def lexicon(*phrases: str) -> Lexicon[str]:
    """A list of these phrases."""
    return Lexicon(phrase for text in phrases if (phrase := phrase_of(text, text)))


@pytest.mark.parametrize(
    "said",
    [
        "Ты растяпа",
        "РАСТЯПА!!!",
        "с растяпами не дружу",
        "pacтяпa",  # Latin p, a, c, a
        "ра-стяпа",
        "р а с т я п а",
        "ну ты р.а.с.т.я.п.а",
        "растяпааааа",
        "рас\u200bтя\u0301па",
        "@растяпа, иди сюда",
        "р@стяпа",
        "Отстань! Растяпа, уйди.",
    ],
)
def test_a_word_is_found_in_every_disguise(said: str) -> None:
    assert lexicon("растяпа").find(said) == ["растяпа"]


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("бля", "Три рубля за булку"),
        ("бля", "Не стоит употреблять это слово"),
        ("хер", "Херсонес и херувимы на уроке истории"),
        ("хлеб", "Хватит хлебать чай"),
        ("лох", "Лохматый пёс и переполох"),
        ("сука", "Сукно лежит на скамье"),
        ("дура", "Дуршлаг и процедура"),
        ("гад", "Угадай, кто гадал на награду"),
        ("мат", "Математика и материк"),
        ("жопа", "Жонглёр и Европа"),
        ("тупой баран", "Тупой угол. Баран на лугу"),
        ('"олень"', "олени бегут"),
    ],
)
def test_innocent_words_are_let_alone(listed: str, said: str) -> None:
    assert lexicon(listed).find(said) == []


def test_phrases_are_found_in_any_form_of_their_words() -> None:
    words = lexicon("тупой баран", '"олень"', "fuck")
    assert words.find("тупые бараны!") == ["тупой баран"]
    assert words.find("Сам ты олень") == ['"олень"']
    assert words.find("FUCK") == ["fuck"]
    assert words.find("тупой, как баран") == []


@pytest.mark.parametrize("text", ["_" * 8000, "а_" * 4000, "а " * 4000, "@" * 8000, "а@" * 4000, "0" * 8000])
def test_a_text_made_to_be_slow_is_read_as_fast(text: str) -> None:
    assert lexicon("растяпа").find(text) == []


def test_stems_are_those_of_the_published_algorithm() -> None:
    """Samples from the algorithm's own vocabulary."""
    published = {
        "важная": "важн",
        "валяющимися": "валя",
        "вениками": "веник",
        "весельем": "весел",
        "внимательнейшим": "внимательн",
        "падение": "паден",
        "подошедшим": "подошедш",
        "привязанностью": "привязан",
        "противоестественном": "противоестествен",
    }
    assert {word: stem(word) for word in published} == published


def test_the_demo_towns_talk_raises_no_false_alarm() -> None:
    """Weeks of a whole town's invented talk, against words that lie inside many innocent ones."""
    words = lexicon(
        "бля", "хер", "лох", "дура", "дурак", "гад", "мат", "жопа", "сука", "тварь", "урод", "чмо"
    )
    lines = [
        line
        for file in TALK.rglob("*")
        if file.is_file()
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"[а-яё]", line, re.IGNORECASE)
    ]
    assert len(lines) > 500
    assert [line for line in lines if words.find(line)] == []
    assert [line for line in lines if call_for_help_in(line)] == []


@pytest.mark.parametrize(
    "said",
    [
        "Я больше не хочу жить",
        "хочу просто умереть",
        "мне жить не хочется",
        "хoчу yмереть",
        "не хочу жить в этом мире",
        "наверное, покончу с собой",
        "я никому не нужна",
        "без меня всем будет лучше",
        "меня дома бьют",
        "завтра принесу нож в школу",
        "устала так жить",
    ],
)
def test_a_call_for_help_is_heard(said: str) -> None:
    assert call_for_help_in(said) is not None


@pytest.mark.parametrize(
    "said",
    [
        "убью время до обеда",
        "умираю со смеху",
        "хочу умереть со смеху",
        "хочу умереть от стыда",
        "не хочу умирать",
        "я тебя убью, если опоздаешь",
        "самоубийство Катерины в «Грозе»",
        "Ромео хочет умереть",
        "не хочу жить в общежитии",
        "порезала себе палец",
        "бьют рекорды",
        "чуть не повешусь от скуки",
        "эта тетрадь никому не нужна",
        "хочу жить у моря",
    ],
)
def test_what_is_said_in_jest_alarms_nobody(said: str) -> None:
    assert call_for_help_in(said) is None


def test_only_the_sentence_is_shown() -> None:
    finds = lexicon("растяпа").find
    assert first_sentence("Доброе утро. Ты растяпа! Где карта?", finds) == "Ты растяпа!"
    assert first_sentence("тихо\nты рас\nтяпа", finds) is None
    long = first_sentence("растяпа " * 200, finds)
    assert long is not None
    assert len(long) == LONGEST
