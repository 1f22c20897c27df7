"""How long a message may live, and when it is over.

In Russian: «исчезающие сообщения». From its due moment on a message is shown to nobody, whether or
not the sweep (`disappearing`) has erased it yet.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from parta.core.errors import Invalid
from parta.messaging.content import checks_content

if TYPE_CHECKING:
    from parta.messaging.drafts import Draft

SHORTEST = 60  # seconds: a minute
LONGEST = 31 * 24 * 3600  # seconds: a month


def has_expired(expires_at: datetime | None, moment: datetime) -> bool:
    """Whether the time is over; without a term it never is."""
    return expires_at is not None and expires_at <= moment


def require_lifetime(seconds: int | None, *, field: str) -> None:
    """Refuse terms shorter than a minute or longer than a month; None is no term."""
    if seconds is not None and not SHORTEST <= seconds <= LONGEST:
        raise Invalid("lifetime_invalid", field=field)


@checks_content
def check_lifetime(draft: "Draft") -> None:
    """The term that an author gives is bounded, too."""
    if draft.content is not None:
        require_lifetime(draft.content.lifetime, field="content.lifetime")
