"""What 152-ФЗ gives a person over their data: a copy of all of it, consents and their withdrawal, erasure, terms.

In Russian: «архив своих данных», «реестр согласий», «отзыв согласия», «стирание», «сроки хранения».

It stands above the rooms whose data it gathers; nobody imports it. What is stored where, and in which words, says
`parta/identity/stored_data.py`; how long it is kept, `retention.py`.
"""
