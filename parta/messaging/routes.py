"""The routes of messaging."""

from parta.messaging import (
    routes_confirmations,
    routes_conversations,
    routes_disappearing,
    routes_forwarding,
    routes_important,
    routes_messages,
    routes_order,
    routes_own_order,
    routes_own_reminders,
    routes_pins,
    routes_polls,
    routes_scheduling,
    routes_stickers,
    routes_transcripts,
)

handlers = [
    *routes_confirmations.handlers,
    *routes_conversations.handlers,
    *routes_disappearing.handlers,
    *routes_forwarding.handlers,
    *routes_important.handlers,
    *routes_messages.handlers,
    *routes_order.handlers,
    *routes_own_order.handlers,
    *routes_own_reminders.handlers,
    *routes_pins.handlers,
    *routes_transcripts.handlers,
    *routes_polls.handlers,
    *routes_scheduling.handlers,
    *routes_stickers.handlers,
]
