"""The routes of messaging."""

from parta.messaging import routes_conversations, routes_messages

handlers = [*routes_conversations.handlers, *routes_messages.handlers]
