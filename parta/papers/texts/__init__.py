"""The words of the papers, one paper a file. They are samples: the school's lawyer looks at them before they are signed."""

from collections.abc import Callable
from typing import Literal, get_args

from parta.papers.facts import Facts
from parta.papers.paper import Paper
from parta.papers.texts import consent_guardian, consent_staff, notice, order, site

PaperKind = Literal["order", "notice", "site", "consent_guardian", "consent_staff"]
KINDS: tuple[PaperKind, ...] = get_args(PaperKind)

WRITERS: dict[PaperKind, Callable[[Facts], Paper]] = {
    "order": order.write,
    "notice": notice.write,
    "site": site.write,
    "consent_guardian": consent_guardian.write,
    "consent_staff": consent_staff.write,
}
