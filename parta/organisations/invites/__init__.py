"""Invites into an organisation, and the families they make.

In Russian: «приглашение», «код приглашения», «лист приглашений класса», «ждёт одобрения», «пригласить родителя».

An invite is for one role in one place: a pupil of a class, a parent of a named child, a teacher, an administrator.
Its code is shown once, when it is made; the database keeps a digest. Whoever loses a code makes another one.
"""
