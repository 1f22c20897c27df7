"""The routes of messaging."""

from parta.messaging import (
    routes_conversations,
    routes_disappearing,
    routes_messages,
    routes_order,
    routes_own_order,
)

handlers = [
    *routes_conversations.handlers,
    *routes_disappearing.handlers,
    *routes_messages.handlers,
    *routes_order.handlers,
    *routes_own_order.handlers,
]
