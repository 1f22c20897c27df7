"""The invented town of Лукоморск: people, a roster, weeks of talk, and a way to step into anybody.

Everything below `load.py` is pure: `town.build_town`, `bundle.write_bundle` and `talk.conversations.tell`
answer the same for the same seed and know nothing of a database, so tests and benchmarks use them freely.
`load.fill` brings a town into an empty database by the verbs of the rooms; `routes` exist only in demo mode.
Nobody below may import this room; `main` wires it.
"""
