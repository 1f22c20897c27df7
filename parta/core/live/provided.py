"""The hub as handlers get it: with the request, like everything else of the server that was asked."""

from litestar.types import Scope

from parta.core.live.hub import Hub

HUB = "parta.hub"


def provide_hub(scope: Scope) -> Hub:
    """Give a handler the hub, to ask who is in the network."""
    hub: Hub = scope[HUB]  # type: ignore[literal-required]
    return hub
