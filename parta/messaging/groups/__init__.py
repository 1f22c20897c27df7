"""Who is in a chat: making groups, copying and ending them, adding, leaving, joining by a link.

In Russian: «участники», «пригласительная ссылка», «заявки». The chats that the roster keeps are
computed in `automatic.py`; everybody comes and goes through `membership.join` and `leave`.
"""
