"""The unchanging part of a Russian word: the Snowball algorithm.

Source: https://snowballstem.org/algorithms/russian/stemmer.html. «ё» counts as «е», as everywhere here.
"""

import re
from functools import lru_cache

VOWELS = "аеиоуыэюя"

# Of each group the longest ending counts; those of the first kind only after «а» or «я».
_GERUND = re.compile(r"(?:(?<=[ая])(?:вшись|вши|в)|(?:ывшись|ившись|ывши|ивши|ыв|ив))$")
_REFLEXIVE = re.compile(r"(?:ся|сь)$")
_ADJECTIVE = re.compile(
    r"(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$"
)
_PARTICIPLE = re.compile(r"(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|(?:ивш|ывш|ующ))$")
_VERB = re.compile(
    r"(?:(?<=[ая])(?:ете|йте|ешь|нно|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н)"
    r"|(?:ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю))$"
)
_NOUN = re.compile(
    r"(?:иями|ями|ами|иях|иям|ией|ием|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$"
)
_DERIVATIONAL = re.compile(r"(?:ость|ост)$")
_SUPERLATIVE = re.compile(r"(?:ейше|ейш)$")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Cut the endings off a lower-case word; what is no Russian word stays as it is."""
    first = next((i for i, letter in enumerate(word) if letter in VOWELS), None)
    if first is None:
        return word
    start, region = word[: first + 1], word[first + 1 :]
    second = _second_region(word) - len(start)
    region = _endings(region)
    region = region.removesuffix("и")
    if (found := _DERIVATIONAL.search(region)) and found.start() >= second:
        region = region[: found.start()]
    return start + _last(region)


def _endings(region: str) -> str:
    """A gerund's ending, or else those of an adjective, a verb or a noun."""
    without = _GERUND.sub("", region)
    if without != region:
        return without
    region = _REFLEXIVE.sub("", region)
    without = _ADJECTIVE.sub("", region)
    if without != region:
        return _PARTICIPLE.sub("", without)
    without = _VERB.sub("", region)
    return without if without != region else _NOUN.sub("", region)


def _last(region: str) -> str:
    """Undouble «н», and drop a superlative's ending or a soft sign."""
    region = _SUPERLATIVE.sub("", region)
    if region.endswith("нн"):
        return region[:-1]
    return region.removesuffix("ь")


def _second_region(word: str) -> int:
    """R2: after the second consonant that follows a vowel."""
    place = 0
    for _ in range(2):
        found = re.compile(f"[{VOWELS}][^{VOWELS}]").search(word, place)
        if found is None:
            return len(word)
        place = found.end()
    return place
