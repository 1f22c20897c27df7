"""The order of a chat: who may do what in it, and what its owner does about those who do too much.

In Russian: «настройки чата», «медленный режим», «запрет писать», «на одобрении», «лимиты».
`chat_order.may` answers for one right, `chat_rules.refuse_by_order` for one who wants to speak.
"""
