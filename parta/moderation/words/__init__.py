"""Words that an organisation keeps an eye on, and sentences that call for help.

In Russian: «слова под присмотром», «тревожные слова». A list belongs to one organisation and holds in its own chats.
What is held or refused is decided before a message is written, by `judging`, which messaging asks through its hook in
`messaging/order/watching.py`; what is only noted, and what is a call for help, is found afterwards by following the log.
Matching is a pure function (`matching`), so that saying something costs no statement more than before.
"""
