"""One request, one transaction: opened when first asked for, ended at the edge."""

from litestar.datastructures import State
from litestar.types import Scope

from parta.core.blobs import Blobs
from parta.core.config import Configuration
from parta.core.db import Database, Tx

UNIT = "parta.unit"


class Unit:
    """The transaction of one request."""

    __slots__ = ("_db", "_mostly_reads", "_tx", "keeps_changes")

    def __init__(self, db: Database, *, mostly_reads: bool = False) -> None:
        self._db, self._mostly_reads = db, mostly_reads
        self._tx: Tx | None = None
        self.keeps_changes = False

    async def tx(self) -> Tx:
        """Return the request's transaction, starting it if nobody has yet."""
        if self._tx is None:
            self._tx = await (self._db.prepare() if self._mostly_reads else self._db.begin())
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
            await self._db.finish(tx)


async def provide_tx(scope: Scope) -> Tx:
    """Give a handler its transaction."""
    unit: Unit = scope[UNIT]  # type: ignore[literal-required]
    return await unit.tx()


def provide_unit(scope: Scope) -> Unit:
    """Give a handler its unit, to end the transaction before it waits for something long."""
    unit: Unit = scope[UNIT]  # type: ignore[literal-required]
    return unit


def provide_db(state: State) -> Database:
    """Give a handler the database, for work outside the request's transaction."""
    db: Database = state.db
    return db


def provide_blobs(state: State) -> Blobs:
    """Give a handler the store of large bytes."""
    blobs: Blobs = state.db.blobs
    return blobs


def provide_configuration(state: State) -> Configuration:
    """Give a handler the settings."""
    configuration: Configuration = state.configuration
    return configuration
