"""What was spoken, in words: texts of voice messages and circles, on demand or by one's own choice.

In Russian: «расшифровка», «кружочки». The words come from the room `speech`; here they are
kept with the message, found, and mended by its author.
"""
