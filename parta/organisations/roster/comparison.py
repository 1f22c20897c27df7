"""A bundle against the database: what would be new, changed, gone, and how to make it so."""

from datetime import date

from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.columns import File
from parta.organisations.roster.compare_people import PeopleComparison, find_departing, find_gone
from parta.organisations.roster.compare_places import PlaceComparison
from parta.organisations.roster.compare_structure import compare_classes, compare_orgs, compare_years
from parta.organisations.roster.contacts import award_contacts
from parta.organisations.roster.current import Current
from parta.organisations.roster.endings import Endings
from parta.organisations.roster.matching import match_people
from parta.organisations.roster.plan import Change, Entity, Plan
from parta.organisations.roster.refusals import Refusal
from parta.organisations.roster.wanted import wanted_of
from parta.organisations.roster.wanted_roles import KnownRoles

_ENTITIES: dict[str, Entity] = {
    "orgs.csv": "org",
    "academicSessions.csv": "year",
    "courses.csv": "class",
    "classes.csv": "class",
    "users.csv": "user",
    "userProfiles.csv": "user",
    "roles.csv": "role",
    "enrollments.csv": "enrollment",
}


def known_sourced_ids(links: dict[str, dict[str, int]]) -> dict[File, set[str]]:
    """What rows of a partial bundle may refer to without containing it."""
    return {"orgs": set(links["org"]), "classes": set(links["class"]), "users": set(links["user"])}


def compare(bundle: Bundle, current: Current, adopted: dict[str, int], *, today: date) -> Plan:
    """Make the plan. `bundle` has checked references; its warnings grow here."""
    plan = Plan()
    wanted = wanted_of(bundle, _known_roles(current), today=today)
    matched = match_people(wanted, current, bundle)
    gone = find_gone(current, bundle, matched)
    awarded, plan.awaited = award_contacts(wanted, current, bundle, matched, find_departing(current, gone))
    plan.contacts = list(awarded.items())
    orgs = compare_orgs(wanted, current, bundle, plan, adopted)
    years = compare_years(wanted, current, plan, orgs)
    classes = compare_classes(wanted, current, bundle, plan, orgs, years)
    people = PeopleComparison(wanted, current, bundle, matched, plan)
    people.compare()
    places = PlaceComparison(people, orgs, classes, Endings(current, bundle, matched, plan, orgs, gone))
    places.compare_roles()
    places.compare_enrollments()
    places.compare_guardianships()
    people.say_who_left(gone, _losing(current, plan))
    plan.contacts = list(people.awarded.items())
    plan.changes += [_told(one, "refused") for one in bundle.refusals]
    plan.changes += [_told(one, "warning") for one in bundle.warnings]
    return plan


def _losing(current: Current, plan: Plan) -> set[int]:
    """People who lose a role or a place in a class."""
    ended = set(plan.ended_roles)
    return {role.person_id for role in current.roles.values() if role.id in ended} | {
        person_id for _, person_id, _ in plan.ended_enrollments
    }


def _known_roles(current: Current) -> dict[str, KnownRoles]:
    roles: dict[int, set[str]] = {}
    schools: dict[int, set[str]] = {}
    sourced = {org_id: sourced_id for sourced_id, org_id in current.links["org"].items()}
    for person_id, org_id, role in current.roles:
        roles.setdefault(person_id, set()).add(role)
        if role == "pupil" and org_id in sourced:
            schools.setdefault(person_id, set()).add(sourced[org_id])
    return {
        sourced_id: KnownRoles(frozenset(roles.get(one, ())), frozenset(schools.get(one, ())))
        for sourced_id, one in current.links["user"].items()
    }


def _told(row: Refusal, kind: str) -> Change:
    return Change(
        entity=_ENTITIES[row.file],
        kind="refused" if kind == "refused" else "warning",
        sourced_id=row.sourced_id,
        title=row.value or row.sourced_id,
        file=row.file,
        line=row.line,
        reason=row.reason,
        value=row.value,
        field=row.field,
    )
