"""A copy of everything that is stored about a person, as a ZIP for that person (or a guardian) alone.

`asking` takes the wish and gives the result, `making` and `work` make it in short steps that go on after a crash,
`tables` reads whatever rooms have declared, `pages` makes it readable.
"""
