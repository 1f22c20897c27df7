"""How an organisation is renamed, closed, opened again and joined to another.

In Russian: «переименовать», «закрыть», «открыть снова», «присоединить». Nothing is deleted: what ends with an
organisation bears the moment of its closing, by which opening it again finds it.
"""
