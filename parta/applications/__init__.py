"""Applications of schools that want to join, and what is decided about them.

In Russian: «заявка», «подключить школу», «документ о назначении», «вернуть на доработку». Whoever is signed in fills
in an application; the administrator's phone and e-mail in it are proved by codes that sign nobody in. Operators and
the staff of the territory decide. Once it is approved the organisation exists in its municipality, and whoever signs
in with the phone of the application, and nobody else, administers it.

Nobody imports this room.
"""
