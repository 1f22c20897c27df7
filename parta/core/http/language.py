"""The language of an answer: Russian unless English is preferred."""

from typing import Any


def language_of(scope: Any) -> str:
    """Return "ru" or "en", by the first of them that Accept-Language names with the highest weight."""
    best, weight = "ru", 0.0
    for name, value in scope["headers"]:
        if name != b"accept-language":
            continue
        for part in value.decode("latin-1").split(","):
            tag, _, q = part.strip().partition(";q=")
            language = tag.strip().lower()[:2]
            quality = _number(q)
            if language in ("ru", "en") and quality > weight:
                best, weight = language, quality
    return best


def _number(q: str) -> float:
    try:
        return float(q) if q else 1.0
    except ValueError:
        return 0.0
