"""A school's own tables: XLSX and CSV as one more source of the roster, a template for them, and the export of the same.

In Russian: «Списки из Excel». What a sheet may hold is in `layout.py`; a file becomes rows in `opening.py` and
`reading.py`, rows become people in `lines.py` and `matching.py`, and those become a bundle in `making.py`, which the
roster's own pipeline compares, shows and applies.
"""
