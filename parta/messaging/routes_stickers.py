"""HTTP of stickers."""

from litestar import get
from litestar.di import NamedDependency

from parta.identity.access import Person
from parta.messaging import stickers


@get("/stickers", sync_to_thread=False)
def list_stickers(me: NamedDependency[Person]) -> stickers.Manifest:
    """List the sticker sets: names, captions, and the words they are found by. Our client has them built in."""
    return stickers.Manifest(stickers.sticker_sets())


handlers = [list_stickers]
