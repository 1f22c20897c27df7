"""One request, one transaction: opened when first asked for, ended at the edge."""

from litestar.types import Scope

from parta.core.blobs import Blobs
from parta.core.config import Configuration
from parta.core.db import Database, Tx

UNIT = "parta.unit"


class Unit:
    """The transaction of one request."""

    __slots__ = ("_mostly_reads", "_tx", "db", "keeps_changes")

    def __init__(self, db: Database, *, mostly_reads: bool = False) -> None:
        self.db, self._mostly_reads = db, mostly_reads
        self._tx: Tx | None = None
        self.keeps_changes = False

    async def tx(self) -> Tx:
        """Return the request's transaction, starting it if nobody has yet."""
        if self._tx is None:
            self._tx = await (self.db.prepare() if self._mostly_reads else self.db.begin())
        return self._tx

    async def end(self, *, commit: bool) -> None:
        """Commit or roll back, once; raises what the commit raises."""
        tx, self._tx = self._tx, None
        if tx is None:
            return
        try:
            if commit:
                await tx.commit()
            else:
                await tx.rollback()
        finally:
            await self.db.finish(tx)


def unit_of(scope: Scope) -> Unit:
    """The unit that the edge has laid into the request: what a handler needs comes from there, so routes know no server."""
    unit: Unit = scope[UNIT]  # type: ignore[literal-required]
    return unit


async def provide_tx(scope: Scope) -> Tx:
    """Give a handler its transaction."""
    return await unit_of(scope).tx()


def provide_unit(scope: Scope) -> Unit:
    """Give a handler its unit, to end the transaction before it waits for something long."""
    return unit_of(scope)


def provide_db(scope: Scope) -> Database:
    """Give a handler the database, for work outside the request's transaction."""
    return unit_of(scope).db


def provide_blobs(scope: Scope) -> Blobs:
    """Give a handler the store of large bytes."""
    return unit_of(scope).db.blobs


def provide_configuration(scope: Scope) -> Configuration:
    """Give a handler the settings."""
    return unit_of(scope).db.configuration
