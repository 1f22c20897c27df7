"""Those of the invented town who stand in no roster: of the region, of the municipality, and the head of a school to be."""

from random import Random

from parta.demo import names
from parta.demo.people import Official, Post
from parta.demo.registry import Registry


def name_officials(registry: Registry) -> dict[Post, Official]:
    """Name those who stand in no roster; after everybody else, so that nobody's phone changes by it."""
    dice = Random(f"{registry.town.seed}/officials")
    women: dict[Post, bool] = {"region": True, "district": False, "lyceum": True}
    return {post: _official(registry, dice, female=female) for post, female in women.items()}


def _official(registry: Registry, dice: Random, *, female: bool) -> Official:
    surname = names.choose_surname(dice)
    given = names.choose_given(dice, female=female, grown_up=True)
    father = names.choose_given(dice, female=False, grown_up=True)
    name = names.Name(
        family=names.feminine_surname(surname) if female else surname,
        given=given,
        patronymic=names.patronymic(father, female=female),
        short=names.choose_short(dice, given),
        female=female,
    )
    return Official(name=name, phone=registry.phone(), email=registry.email(name))
