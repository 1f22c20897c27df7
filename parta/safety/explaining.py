"""May this person write to that one, and why: the table of rules as it answers an administrator."""

from typing import Literal

import msgspec

from parta.core.db import Tx
from parta.core.errors import NotFound
from parta.organisations.access import require_administrator
from parta.organisations.events import MinorsRead
from parta.safety import queries
from parta.safety.people import PersonBrief, briefs
from parta.safety.policies.contact_policies import policy_of
from parta.safety.policies.words import REACH_WORDS, SAFE_MODE, VALUE_WORDS, decided, said
from parta.safety.queries import RuleBetween, SafetyBetween
from parta.safety.rules import REACHES, RULES, SETTINGS, Reach, Rule

ReachOrNone = Literal["open", "request", "accompanied", "together", "none"]


class ContactRule(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the table that joins two people, in the reader's language; `decided_by` is the setting that changed it."""

    name: str
    reach: ReachOrNone
    decided_by: str = ""


class ContactAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What holds between two people, the same in both directions; `rules` are those that say so, the decisive ones first."""

    people: list[PersonBrief]
    reach: ReachOrNone
    rules: list[ContactRule]


class RuleColumn(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule is under one value of its setting; `now` is how it is in this organisation."""

    value: str
    reach: ReachOrNone
    how: str
    now: bool


class RuleLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the table with its columns; `in_safe_mode` is what is left for people who are no contacts."""

    name: str
    reach: ReachOrNone
    columns: list[RuleColumn]
    in_safe_mode: ReachOrNone


async def list_contact_rules(tx: Tx, organisation_id: int, *, by: int, locale: str) -> list[RuleLine]:
    """The whole table as it is in an organisation, for those who administer it."""
    await require_administrator(tx, organisation_id, right="personal_data", by=by)
    policy = msgspec.structs.asdict(await policy_of(tx, organisation_id))
    return [_line(rule, policy, locale) for rule in RULES]


async def explain_contact(
    tx: Tx, organisation_id: int, first: int, second: int, *, by: int, locale: str
) -> ContactAnswer:
    """Tell how far two people reach each other, by which rules and settings.

    404 for who does not administer the organisation, and when one of the two is not of it. Asking is written down.
    """
    await require_administrator(tx, organisation_id, right="personal_data", by=by)
    here = await tx.values(queries.OF_ORGANISATION, organisation_id, [first, second])
    if set(here) != {first, second}:
        raise NotFound
    between = await tx.rows(queries.RULES_BETWEEN, first, second, into=RuleBetween)
    safety = await tx.row(queries.SAFETY_BETWEEN, first, second, into=SafetyBetween)
    strangers = safety is not None and (safety.first_safe or safety.second_safe) and not safety.contacts
    found = sorted(
        (_applied(RULES[one.place], one.setting, strangers, locale) for one in between),
        key=lambda rule: [*REACHES, "none"].index(rule.reach),
    )
    await tx.audit(
        "contact_explained",
        actor_id=by,
        subject=f"person:{first}",
        organisation_id=organisation_id,
        details={"other_id": second},
    )
    tx.emit(
        MinorsRead(
            reader_id=by, person_ids=[first, second], sort="contact_rules", organisation_id=organisation_id
        )
    )
    return ContactAnswer(
        people=await briefs(tx, [first, second], to=None, locale=locale),
        reach=found[0].reach if found else "none",
        rules=found,
    )


def _applied(rule: Rule, value: str | None, strangers: bool, locale: str) -> ContactRule:
    """The rule as it holds between two people, and the setting that made it so."""
    name = said((rule.ru, rule.name), locale)
    reach = rule.reach_under(value)
    if reach is not None and strangers and not rule.safe:
        return ContactRule(name=name, reach="none", decided_by=said(SAFE_MODE, locale))
    why = decided(rule.setting, value, locale) if rule.setting and value in rule.under else ""
    return ContactRule(name=name, reach=reach or "none", decided_by=why)


def _line(rule: Rule, policy: dict[str, str], locale: str) -> RuleLine:
    now = policy[rule.setting] if rule.setting else None
    reach = rule.reach_under(now)
    columns = [
        RuleColumn(
            value=said(VALUE_WORDS[rule.setting][value], locale),
            reach=rule.reach_under(value) or "none",
            how=said(REACH_WORDS[rule.reach_under(value)], locale),
            now=value == now,
        )
        for value in (SETTINGS[rule.setting] if rule.setting else ())
        if rule.setting
    ]
    safe: Reach | None = reach if rule.safe else None
    return RuleLine(
        name=said((rule.ru, rule.name), locale),
        reach=reach or "none",
        columns=columns,
        in_safe_mode=safe or "none",
    )
