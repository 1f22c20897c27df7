"""Codes in the server's own log: for a first look, and for a school whose administrator reads them out."""

import structlog

from parta.identity.contacts import Contact
from parta.identity.delivery import Purpose

log = structlog.get_logger()


class LogDelivery:
    """Whoever reads the log can sign in as anybody: the start says so plainly."""

    async def deliver(
        self, contact: Contact, code: str, *, locale: str, purpose: Purpose = "sign_in"
    ) -> None:
        """Write the code where the administrator sees it."""
        if not code:
            log.info("identity.notice", contact=contact.value, what=purpose)
            return
        log.warning("identity.code", contact=contact.value, code=code)
