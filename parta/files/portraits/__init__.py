"""Photographs of people: «фотография профиля».

Drawn anew by the process that draws previews, so that nothing of the sent file is left, in two sizes. Shown at once
or after somebody has looked, as the person's organisations have decided; the strictest of them counts. A photograph
has a version, by which it is kept for ever by browsers, and is given only to those who may see the person.
"""
