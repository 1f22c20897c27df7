"""The structure of an organisation by hand: who administers it with which rights, classes and groups and who is in
them, communities of several organisations, positions.

In Russian: «администраторы», «классы», «кружки и секции», «объединения по интересам», «сообщества учителей»,
«должность». What a journal's roster brought stays the roster's; what was made by hand no roster ends.
"""
