"""The country of territories, whose schools end."""

from parta.organisations.territories.tests.conftest import country

__all__ = ["country"]
