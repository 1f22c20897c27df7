"""Who is told of what, how loudly and when: push, badges, summaries after quiet hours, digests by mail.

In Russian: «уведомления», «счётчик», «сводка после тихих часов», «письма». What happened is read from the log
(`followers.py`), so nobody waits for it who sends a message. What leaves the server towards push services holds
ids only; a browser fetches the words from us with its session. Nobody imports this room.
"""
