"""SQL of what regions tell their teachers."""

from parta.organisations.territories.queries import SORT

_GUIDES = """
      FROM territory_guides g JOIN organisations o ON o.id = g.territory_id
     WHERE o.type = 'region' AND o.closed_at IS NULL
"""

# $1 is in capitals and without Ё, as what it is looked for in.
GUIDED = f"""
    SELECT o.id, o.name, translate(upper(o.name), 'Ё', 'Е') AS sort {_GUIDES}
       AND ($1::text = '' OR position($1 IN translate(upper(o.name), 'Ё', 'Е')) > 0)
       AND ({SORT}, o.id) > ($2::text, $3::bigint)
     ORDER BY {SORT}, o.id LIMIT $4
"""

GUIDE = f"SELECT o.id, o.name, g.body, g.link_titles, g.link_urls, g.changed_at {_GUIDES} AND o.id = $1"

PUBLISH = """
    INSERT INTO territory_guides (territory_id, body, link_titles, link_urls, changed_by, changed_at)
    VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (territory_id) DO UPDATE
           SET body = excluded.body, link_titles = excluded.link_titles, link_urls = excluded.link_urls,
               changed_by = excluded.changed_by, changed_at = excluded.changed_at
"""

WITHDRAW = "DELETE FROM territory_guides WHERE territory_id = $1 RETURNING territory_id"
