"""What happens to messages later: disappearing at their term, being sent at the hour that was set.

In Russian: «исчезающие сообщения», «запланированные сообщения». The terms are rows that a job
claims when they are due, so a restart neither loses nor repeats them.
"""
