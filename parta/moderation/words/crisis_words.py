"""Sentences that call for help, or threaten: the starter list, in Russian.

Written so that what children say in jest stays unheard: whole phrases in the first person, never a lone word that a
lesson of literature needs («самоубийство Катерины»), nothing after a «не» that turns it round («не хочу умирать»),
and nothing that an idiom goes on with («умереть со смеху»). «Убью время» and «я тебя убью» are not in it.
"""

from collections.abc import Iterator
from itertools import product

from parta.moderation.words.matching import Lexicon, Phrase
from parta.moderation.words.reading import read

# Each word letter for letter, with its alternatives; «~» asks for any form of the word.
HARM_TO_ONESELF = """
хочу|хочется|хотелось|мечтаю умереть|сдохнуть|повеситься|убиться
умереть|сдохнуть хочу|хочется
хочу|хочется навсегда исчезнуть|уснуть
хочу|хочется уснуть|заснуть и не проснуться|просыпаться
лучше бы я умер|умерла|сдох|сдохла
лучше бы меня не было
не хочу|хочется|могу жить
жить не хочу|хочется|хочеться
устал|устала|надоело жить
незачем жить
нет|нету|вижу смысла жить
зачем мне жить
жить незачем
покончу|покончить|покончила|покончил с собой
покончу|покончить с жизнью
сведу|свести счеты с жизнью
убью|убить|убивать себя
себя убью|убить
совершу|совершить суицид
думаю|мысли|мыслях о|об самоубийстве|суициде
думаю|мысли о своей смерти
суицидальные мысли
порежу|порезать|вскрою|вскрыть|перережу|перерезать вены
порежу|порезать|вскрою|вскрыть|перережу|перерезать себе вены
режу|резать|порезала|порезал себя
снова|опять режусь|резалась|резался
спрыгну|спрыгнуть|сброшусь|сброситься|прыгну|прыгнуть с крыши|моста|балкона
выпрыгну|выброшусь|выброситься из окна
выйду|выйти в окно
наглотаюсь|наглотаться|наглоталась|наглотался таблеток
выпью|выпить|выпила|выпил все таблетки
повешусь
выпилюсь
я никому не нужен|нужна
без меня будет лучше
будет|было лучше без меня
это мое последнее сообщение
"""
HARM_BY_OTHERS = """
дома меня бьют
меня дома бьют|избивают
папа|мама|отчим|отец|мать меня бьет|избивает
папа|мама|отчим|отец|мать бьет|избивает меня
боюсь идти|возвращаться домой
"""
THREATS = """
взорву|взорвем|подорву школу|класс|лицей|гимназию
заложу|заложил|заложили бомбу
расстреляю|перестреляю|застрелю|перережу|зарежу всех|вас|их|класс|школу|учительницу|учителя
всех расстреляю|перестреляю|застрелю|перережу|зарежу
устрою стрельбу|колумбайн|скулшутинг
принесу|пронесу в школу нож|ствол|пистолет|ружье|оружие
принесу|пронесу нож|ствол|пистолет|ружье|оружие в школу
приду в школу с ножом|ружьем|оружием|стволом|пистолетом
приду с ножом|ружьем|оружием|стволом|пистолетом
"""

# Words that may stand between those of a phrase and change nothing.
FILLERS = frozenset(
    [
        "я",
        "мне",
        "бы",
        "ж",
        "же",
        "уже",
        "так",
        "просто",
        "очень",
        "прям",
        "прямо",
        "больше",
        "вообще",
        "реально",
        "правда",
        "сильно",
        "сейчас",
        "сегодня",
        "иногда",
        "часто",
        "ведь",
        "только",
        "ну",
        "вот",
        "тоже",
        "опять",
        "снова",
        "всегда",
        "совсем",
        "всем",
    ]
)
TURNED_ROUND_BY = frozenset(("не", "чуть"))
IN_JEST = frozenset(
    [
        "смеху",
        "смеха",
        "скуки",
        "жары",
        "голода",
        "стыда",
        "счастья",
        "любопытства",
        "зависти",
        "нетерпения",
        "восторга",
        "холода",
        "кринжа",
        "умиления",
        "недосыпа",
        "усталости",
        "шутка",
        "шучу",
        "сериале",
        "фильме",
        "книге",
        "игре",
        "роли",
    ]
)
# «Не хочу жить в общежитии» is about a place, «не хочу жить в этом мире» is not.
PLACES = frozenset(("в", "на", "у", "с", "под"))
NO_PLACES = frozenset(("этом", "таком", "мире", "свете", "собой"))
NEAR = 3  # words after a phrase in which an idiom shows


def _phrases() -> Iterator[Phrase[str]]:
    for line in (HARM_TO_ONESELF + HARM_BY_OTHERS + THREATS).split("\n"):
        choices = [word.split("|") for word in line.split()]
        for words in product(*choices) if choices else ():
            yield Phrase(tuple("=" + word for word in words), " ".join(words))


_LEXICON = Lexicon(_phrases(), fillers=FILLERS)


def call_for_help_in(sentence: str) -> str | None:
    """The phrase by which a sentence calls for help or threatens; None where none does, or only in jest."""
    text = read(sentence)
    said = [word[0] for word in text.words]
    for phrase, begin, end in _LEXICON.places(text):
        before = next((word for word in reversed(said[:begin]) if word not in FILLERS), "")
        after = said[end : end + NEAR]
        if (
            before not in TURNED_ROUND_BY
            and not IN_JEST & set(after)
            and not _is_about_a_place(phrase, after)
        ):
            return phrase.mark
    return None


def _is_about_a_place(phrase: Phrase[str], after: list[str]) -> bool:
    return (
        phrase.words[-1] == "=жить" and after[:1] != [] and after[0] in PLACES and not NO_PLACES & set(after)
    )
