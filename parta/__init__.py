"""Parta: an open, self-hosted, closed communication environment for schools."""

__version__ = "0.1.0"
