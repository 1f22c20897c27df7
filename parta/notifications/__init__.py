"""Notifications: push, badges, summaries after quiet hours, digests by mail. Nobody imports it."""
