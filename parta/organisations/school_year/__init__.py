"""The new school year («новый учебный год»): classes go up, graduates leave, study groups are renewed.

One step that is looked at first. `planning` says what would happen, with a fingerprint of the data it was made from;
`changing` does exactly that in one transaction, or refuses when the data is no longer the same; `undoing` takes it
back within seven days, as long as nothing has been built upon it.
"""
