"""Complaints and what is decided about them.

In Russian: «жалобы», «дело» (everything complained of about one thing until it is decided), «меры», «модератор».
What was complained of is kept as it was, so its author cannot take the evidence away; it is erased a term after the
decision. Whoever administers an organisation decides about its cases, never about themselves and never about their
own complaint; where nobody else is left, and once the term is over, operators decide.

Nobody imports this room.
"""
