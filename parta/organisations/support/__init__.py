"""What an organisation's administrators do when somebody cannot come in: the phone move, a lost second factor.

In Russian: «помощь со входом». Who is an administrator themselves is helped by an operator.
"""
