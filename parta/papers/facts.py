"""What a paper is filled in with; what is not known is a line to write on."""

import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta

Short = Annotated[str, Meta(max_length=200)]
Long = Annotated[str, Meta(max_length=400)]

MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a paper may name. Nothing is required: a blank is written by hand."""

    organisation: Long = ""
    inn: Annotated[str, Meta(max_length=12, pattern=r"^(\d{10}|\d{12})?$")] = ""
    address: Long = ""
    contacts: Long = ""
    city: Short = ""
    number: Annotated[str, Meta(max_length=30)] = ""
    date: dt.date | None = None
    head_position: Short = ""
    head_name: Short = ""
    # Whom the order appoints: a name, perhaps with a position after a comma.
    appointed: Annotated[tuple[Short, ...], Meta(max_length=5)] = ()
    site: Short = ""
    privacy_version: Short = ""
    employee: Short = ""
    child: Short = ""
    class_title: Short = ""
    guardian: Short = ""

    @property
    def school(self) -> str:
        """The organisation's full name."""
        return blank(self.organisation, 40)

    @property
    def requisites(self) -> str:
        """ИНН and address, as far as they are known."""
        known = [f"ИНН {self.inn}" if self.inn else "", self.address]
        return (
            ", ".join(one for one in known if one) or "ИНН ____________, адрес ______________________________"
        )

    @property
    def day(self) -> str:
        """«22» ноября 2026 г., or a blank to be filled in by hand."""
        if self.date is None:
            return "«____» ______________ 20____ г."
        return f"«{self.date.day:02d}» {MONTHS[self.date.month - 1]} {self.date.year} г."

    @property
    def leader(self) -> str:
        """The position of who signs for the organisation."""
        return self.head_position or "Руководитель"


def blank(value: str, length: int = 30) -> str:
    """The value, or a line to write it on."""
    return value.strip() or "_" * length
