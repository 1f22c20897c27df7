"""The routes of messaging."""

from parta.messaging import (
    routes_attachments,
    routes_conversations,
    routes_forwarding,
    routes_messages,
    routes_pins,
    routes_stickers,
)
from parta.messaging.asking import routes_confirmations, routes_polls
from parta.messaging.exporting import routes as routes_exports
from parta.messaging.groups import routes_accompanied, routes_groups, routes_joining
from parta.messaging.order import routes as routes_order
from parta.messaging.own import routes as routes_own_order
from parta.messaging.own import routes_important
from parta.messaging.own import routes_reminders as routes_own_reminders
from parta.messaging.timed import routes_disappearing, routes_scheduling
from parta.messaging.voice import routes as routes_transcripts

handlers = [
    *routes_accompanied.handlers,
    *routes_attachments.handlers,
    *routes_confirmations.handlers,
    *routes_conversations.handlers,
    *routes_disappearing.handlers,
    *routes_exports.handlers,
    *routes_forwarding.handlers,
    *routes_important.handlers,
    *routes_groups.handlers,
    *routes_joining.handlers,
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
