"""Organisations, school years and classes of a bundle against those of the database."""

from parta.organisations.roster.bundle import Bundle
from parta.organisations.roster.current import Current, CurrentClass
from parta.organisations.roster.matching import Ref
from parta.organisations.roster.plan import (
    Change,
    ClassWrite,
    FieldChange,
    LinkWrite,
    OrgWrite,
    Plan,
    YearWrite,
    differences,
    given,
)
from parta.organisations.roster.wanted import Wanted, WantedClass, WantedOrg
from parta.organisations.roster.wanted_years import WantedYear

Refs = dict[str, Ref]


def compare_orgs(
    wanted: Wanted, current: Current, bundle: Bundle, plan: Plan, adopted: dict[str, int]
) -> Refs:
    """Organisations by sourcedId; `adopted` are those found by name, to be linked from now on."""
    refs: Refs = {sid: sid for sid in wanted.orgs}
    refs.update(adopted)
    refs.update(current.links["org"])
    for sourced_id, org in wanted.orgs.items():
        if sourced_id not in current.links["org"]:
            plan.links.append(LinkWrite("org", sourced_id, refs[sourced_id]))
        if sourced_id in current.joined_orgs:
            # It lives on in another organisation, which has a name of its own.
            plan.unchanged["org"] += 1
            continue
        _compare_org(sourced_id, org, current, plan, refs)
    for sourced_id, line in bundle.deleted["orgs"].items():
        ref = current.links["org"].get(sourced_id)
        if sourced_id in current.joined_orgs:
            continue
        if ref in current.orgs and not current.orgs[ref].closed:
            plan.closed_orgs.append(ref)
            title = current.orgs[ref].name
            plan.changes.append(
                Change(
                    entity="org", kind="gone", sourced_id=sourced_id, title=title, file="orgs.csv", line=line
                )
            )
    return refs


def _compare_org(sourced_id: str, org: WantedOrg, current: Current, plan: Plan, refs: Refs) -> None:
    ref = refs[sourced_id]
    parent = refs.get(org.parent) if org.parent else None
    known = current.orgs.get(ref) if isinstance(ref, int) else None
    if known is None:
        fields = given(name=org.name, type=org.type)
    else:
        # A roster of one school does not know what stands above it.
        parent = known.parent_id if parent is None else parent
        fields = differences(
            name=(known.name, org.name),
            type=(known.type, org.type),
            parent=(known.parent_id, parent),
            closed=(known.closed, False),
        )
        if not fields:
            plan.unchanged["org"] += 1
            return
    plan.orgs.append(OrgWrite(ref, org.type, org.name, parent))
    plan.changes.append(
        Change(
            entity="org",
            kind="new" if known is None else "changed",
            sourced_id=sourced_id,
            title=org.name,
            file="orgs.csv",
            line=org.line,
            fields=fields,
        )
    )


def compare_years(wanted: Wanted, current: Current, plan: Plan, orgs: Refs) -> Refs:
    """School years; what a roster no longer names stays, because classes of the past belong to it."""
    refs: Refs = {**current.links["year"]}
    for key, year in wanted.years.items():
        ref = refs.setdefault(key, key)
        known = current.years.get(ref) if isinstance(ref, int) else None
        if known is None:
            refs[key] = key
            plan.links.append(LinkWrite("year", key, key))
            fields = given(title=year.title, starts=year.starts, ends=year.ends)
        else:
            fields = differences(
                title=(known.title, year.title),
                starts=(known.starts_on, year.starts),
                ends=(known.ends_on, year.ends),
            )
            if not fields:
                plan.unchanged["year"] += 1
                continue
        plan.years.append(YearWrite(refs[key], orgs[year.org], year.title, year.starts, year.ends))
        plan.changes.append(_year_change(key, year, is_new=known is None, fields=fields))
    return refs


def _year_change(key: str, year: WantedYear, *, is_new: bool, fields: tuple[FieldChange, ...]) -> Change:
    return Change(
        entity="year",
        kind="new" if is_new else "changed",
        sourced_id=key.rpartition("@")[0],
        title=year.title,
        file="academicSessions.csv",
        line=year.line,
        fields=fields,
    )


def compare_classes(
    wanted: Wanted, current: Current, bundle: Bundle, plan: Plan, orgs: Refs, years: Refs
) -> Refs:
    """Classes; one that a complete roster of its organisation does not name is closed."""
    refs: Refs = {**current.links["class"]}
    alike = _unlinked(wanted, current, bundle)
    for sourced_id, one in wanted.classes.items():
        ref = refs.get(sourced_id)
        if ref not in current.classes:
            found = alike.pop((orgs[one.org], one.kind, one.title.casefold()), None)
            refs[sourced_id] = sourced_id if found is None else found
            plan.links.append(LinkWrite("class", sourced_id, refs[sourced_id]))
        year = years.get(one.year) if one.year else None
        _compare_class(sourced_id, one, current, plan, (refs[sourced_id], orgs[one.org], year))
    for sourced_id, class_id in current.links["class"].items():
        known = current.classes.get(class_id)
        if known is None or known.closed or not _is_gone(sourced_id, known, bundle, orgs):
            continue
        if any(refs.get(other) == class_id for other in wanted.classes):
            continue
        plan.closed_classes.append(class_id)
        line = bundle.deleted["classes"].get(sourced_id)
        plan.changes.append(
            Change(
                entity="class",
                kind="gone",
                sourced_id=sourced_id,
                title=known.title,
                file="classes.csv",
                line=line,
            )
        )
    return refs


def _is_gone(sourced_id: str, known: CurrentClass, bundle: Bundle, orgs: Refs) -> bool:
    if sourced_id in bundle.deleted["classes"]:
        return True
    in_scope = any(orgs[org] == known.organisation_id for org in bundle.orgs) or "orgs" not in bundle.modes
    seen = sourced_id in bundle.classes or sourced_id in bundle.refused["classes"]
    return bundle.is_bulk("classes") and in_scope and not seen


def _unlinked(wanted: Wanted, current: Current, bundle: Bundle) -> dict[tuple[Ref, str, str], int]:
    """Open classes to be recognised by title: those without a sourcedId of this source, and those that went up.

    A system that numbers its classes anew every year would otherwise double every class of the new one.
    """
    named = {
        class_id
        for sourced_id, class_id in current.links["class"].items()
        if sourced_id in wanted.classes or sourced_id in bundle.deleted["classes"]
    }
    linked = set(current.links["class"].values())
    return {
        (one.organisation_id, one.kind, one.title.casefold()): one.id
        for one in current.classes.values()
        if not one.closed and (one.id not in linked or (one.went_up and one.id not in named))
    }


def _compare_class(
    sourced_id: str, one: WantedClass, current: Current, plan: Plan, refs: tuple[Ref, Ref, Ref | None]
) -> None:
    ref, org, year = refs
    known = current.classes.get(ref) if isinstance(ref, int) else None
    if known is None:
        fields = given(title=one.title, class_kind=one.kind, grade=one.grade, subject=one.subject)
    else:
        year = known.school_year_id if year is None else year
        fields = differences(
            title=(known.title, one.title),
            class_kind=(known.kind, one.kind),
            grade=(known.grade, one.grade),
            subject=(known.subject, one.subject),
            organisation=(known.organisation_id, org),
            year=(known.school_year_id, year),
            closed=(known.closed, False),
        )
        if not fields:
            plan.unchanged["class"] += 1
            return
    plan.classes.append(ClassWrite(ref, org, one.kind, one.title, one.grade, one.subject, year))
    plan.changes.append(
        Change(
            entity="class",
            kind="new" if known is None else "changed",
            sourced_id=sourced_id,
            title=one.title,
            file="classes.csv",
            line=one.line,
            fields=fields,
        )
    )
