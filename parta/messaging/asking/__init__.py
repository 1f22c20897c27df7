"""What a message asks of its readers: a poll's answer, or the confirmation that «!!!» was read.

In Russian: «опросы», «викторины», «подтверждения», «напомнить». Who has answered is rows of
this part; who could answer are the members of the chat, never a copy of them.
"""
