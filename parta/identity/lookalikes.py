"""Whether one name could be taken for another: letters that look alike are one letter here.

After the confusables of Unicode Technical Standard 39 (https://www.unicode.org/reports/tr39/), as far as they concern
Cyrillic, Latin and digits; beyond it, «ё» is «е», «й» is «и», a doubled letter is one, and hyphens and spaces are
nothing. Names that differ in one letter, or in two neighbours that changed places, resemble each other.
"""

import unicodedata
from functools import lru_cache

# A letter and the one it is taken for.
_PAIRS = (
    "aа bв cс eе hн iи kк mм nп oо pр tт uи xх yу"
    " 0о 3з 4ч 6б 8в іи їи єе ёе ѕс јй йи αа βв εе κк νв οо ρр τт χх"
)
_SAME = {ord(pair[0]): pair[1] for pair in _PAIRS.split()}
SHORTEST = 5  # letters; shorter names differ in one letter all the time


@lru_cache(maxsize=20_000)
def skeleton(text: str) -> str:
    """What a reader keeps of a text: two texts with one skeleton are taken for each other."""
    decomposed = unicodedata.normalize("NFKC", text).casefold()
    letters = [one for one in decomposed.translate(_SAME) if one.isalnum()]
    return "".join(one for i, one in enumerate(letters) if i == 0 or one != letters[i - 1])


def resemble(first: str, second: str) -> bool:
    """Whether two names could be taken for each other."""
    one, other = skeleton(first), skeleton(second)
    if one == other:
        return bool(one)
    return min(len(one), len(other)) >= SHORTEST and within_one_slip(one, other)


def within_one_slip(one: str, other: str) -> bool:
    """Whether the distance of Damerau and Levenshtein is at most one; its cost grows with the length alone."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    same = next((i for i, letter in enumerate(one) if letter != other[i]), len(one))
    if len(one) < len(other):
        return one[same:] == other[same + 1 :]
    if one[same + 1 :] == other[same + 1 :]:
        return True
    swapped = other[same + 1 : same + 2] + other[same : same + 1]
    return one[same : same + 2] == swapped and one[same + 2 :] == other[same + 2 :]
