"""Draws the files of the town on the spot: no network, no fonts, the same bytes for the same seed."""
