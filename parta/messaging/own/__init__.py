"""Everybody's own order, which nobody else sees: folders, archive, pinned chats, drafts, important, reminders.

In Russian: «папки», «архив», «черновики», «важное», «напомнить позже». What changes is told on
the person's own stream, so all their devices agree.
"""
