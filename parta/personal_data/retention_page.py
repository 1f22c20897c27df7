"""The table of terms as a page for administrators; `parta retention` writes it."""

from collections.abc import Iterator

from parta.core.config import Configuration
from parta.personal_data.retention import ERASURES, TERMS


def retention_page(configuration: Configuration) -> str:
    """The page of the administrators' manual, in Russian."""
    return "\n".join(_lines(configuration)) + "\n"


def _lines(configuration: Configuration) -> Iterator[str]:
    defaults = {f"{one.section}.{one.field}": one.default for one in configuration.settings()}
    yield "# Сроки хранения"
    yield ""
    yield (
        "Эта страница сделана командой `parta retention` из таблицы `parta/personal_data/retention.py`; "
        "тест следит, чтобы в ней была каждая таблица с данными людей."
    )
    yield ""
    yield "| Что | Сколько хранится | Кто убирает | Когда профиль стирают |"
    yield "|---|---|---|---|"
    for term in TERMS:
        kept = term.kept
        if term.setting:
            kept += f", {_spoken(defaults[term.setting])} (`{term.setting}`)"
        erasure = ERASURES[term.erasure] + (f": {term.why}" if term.why else "")
        job = f"`{term.job}`" if term.job else "вместе с профилем" if term.erasure == "deleted" else "—"
        yield f"| {term.what} | {kept} | {job} | {erasure} |"


def _spoken(default: str) -> str:
    """«7d» as the page says it; other terms as the settings write them."""
    number = default.removesuffix("d")
    if not number.isdecimal():
        return default
    days = int(number)
    tens, ones = days % 100, days % 10
    if 11 <= tens <= 14 or ones == 0 or ones > 4:
        return f"{days} дней"
    return f"{days} день" if ones == 1 else f"{days} дня"
