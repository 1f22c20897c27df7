"""What the town talks about: dialogues written by hand, cast with its people and laid over its school days.

`conversations.tell(town, now)` is the only door; `messages` holds the shapes it gives.
"""
