"""Papers a school signs: filled in with what Parta knows, as DOCX to edit and PDF to print.

In Russian: «приказ о назначении администратора», «уведомление родителей», «текст для сайта школы», «согласие».

A paper is words (`texts/`) that make a small document (`paper.py`), which two writers turn into a file
(`paper_docx.py`, `paper_pdf.py`). Nothing of it is kept: what is made is handed over and forgotten.
"""
