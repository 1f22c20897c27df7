"""SQL of the audit log as an administrator reads it: the newest first, by the key that grows."""


def _page(where: str) -> str:
    return f"""
        SELECT a.id, a.at, a.actor_id, a.action, a.subject, a.details::text AS details FROM audit_log a
         WHERE {where}
           AND ($2::text IS NULL OR a.action = $2)
           AND ($3::bigint IS NULL OR a.actor_id = $3 OR a.subject = 'person:' || $3)
           AND ($4::timestamptz IS NULL OR a.at >= $4)
           AND ($5::timestamptz IS NULL OR a.at < $5)
           AND a.id < $6
         ORDER BY a.id DESC LIMIT $7
    """


def _actions(where: str) -> str:
    return f"""
        SELECT DISTINCT action
          FROM (SELECT action FROM audit_log WHERE {where} ORDER BY id DESC LIMIT 20000) lately
    """


# Two statements instead of a condition: each has an index to walk.
_HERE, _ANYWHERE = "organisation_id = $1::bigint", "$1::bigint IS NULL"

PAGE, PAGE_OF_ALL = _page(_HERE), _page(_ANYWHERE)

ACTIONS, ACTIONS_OF_ALL = _actions(_HERE), _actions(_ANYWHERE)
