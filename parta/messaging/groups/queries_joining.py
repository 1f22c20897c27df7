"""SQL of joining by a link."""

ADD_LINK = """
    INSERT INTO invite_links (conversation_id, made_by, token, digest, audience, approval, most_uses, expires_at,
                              created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
"""

WORKING_LINKS = """
    SELECT count(*) FROM invite_links
     WHERE conversation_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
       AND (most_uses IS NULL OR uses < most_uses)
"""

_LINKS = """
    SELECT l.id, l.conversation_id, l.made_by, l.token, l.audience, l.approval, l.most_uses, l.uses, l.expires_at,
           l.revoked_at, l.created_at
      FROM invite_links l
"""

# The newest first; those who do not keep order see their own.
LINKS = f"""{_LINKS}
     WHERE l.conversation_id = $1 AND l.revoked_at IS NULL AND l.id < $2 AND ($3 OR l.made_by = $4)
     ORDER BY l.id DESC LIMIT $5"""

LINK = f"{_LINKS} WHERE l.id = $1 AND l.conversation_id = $2"

REVOKE = "UPDATE invite_links SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL"

# A link stands for whoever made it: with them gone from the chat it lets nobody in.
FOLLOW = """
    SELECT l.id, l.conversation_id, l.made_by, l.audience, l.approval,
           l.revoked_at IS NOT NULL OR l.expires_at <= $2 OR l.uses >= l.most_uses OR c.closed_at IS NOT NULL
               OR maker.person_id IS NULL AS over,
           c.title, c.organisation_id, c.parents_only, c.members_count, c.members_hidden, o.name AS organisation_name,
           mine.person_id IS NOT NULL AS joined, r.state AS request
      FROM invite_links l
      JOIN conversations c ON c.id = l.conversation_id
      LEFT JOIN organisations o ON o.id = c.organisation_id
      LEFT JOIN members maker ON maker.conversation_id = c.id AND maker.person_id = l.made_by AND maker.left_at IS NULL
      LEFT JOIN members mine ON mine.conversation_id = c.id AND mine.person_id = $3 AND mine.left_at IS NULL
      LEFT JOIN join_requests r ON r.conversation_id = c.id AND r.person_id = $3
     WHERE l.digest = $1
"""

FOLLOW_LOCKED = FOLLOW + " FOR NO KEY UPDATE OF c, l"

USE = "UPDATE invite_links SET uses = uses + 1 WHERE id = $1"

IS_IN_ORGANISATION = """
    SELECT EXISTS (SELECT FROM current_roles WHERE person_id = $1 AND organisation_id = $2)
"""

IS_CONFIRMED = "SELECT EXISTS (SELECT FROM current_roles WHERE person_id = $1)"

GUESSES = "SELECT count(*) FROM link_guesses WHERE person_id = $1 AND guessed_at > $2"

NOTE_GUESS = """
    WITH old AS (DELETE FROM link_guesses WHERE person_id = $1 AND guessed_at <= $3)
    INSERT INTO link_guesses (person_id, guessed_at) VALUES ($1, $2)
"""

ASK = """
    INSERT INTO join_requests (conversation_id, person_id, link_id, created_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING
"""

ASKED = """
    SELECT r.person_id, r.created_at, l.made_by, l.audience, l.id AS link_id
      FROM join_requests r JOIN invite_links l ON l.id = r.link_id
     WHERE r.conversation_id = $1 AND r.state = 'waiting' AND (r.created_at, r.person_id) > ($2, $3)
     ORDER BY r.created_at, r.person_id LIMIT $4
"""

ASKED_BY = """
    SELECT r.person_id, r.created_at, l.made_by, l.audience, l.id AS link_id
      FROM join_requests r JOIN invite_links l ON l.id = r.link_id
     WHERE r.conversation_id = $1 AND r.person_id = $2 AND r.state = 'waiting'
"""

DECLINE = "UPDATE join_requests SET state = 'declined', decided_by = $3 WHERE conversation_id = $1 AND person_id = $2"

FORGET_REQUEST = "DELETE FROM join_requests WHERE conversation_id = $1 AND person_id = $2"

ALLOWS_OTHERS = "SELECT links_for_others FROM chat_policies WHERE organisation_id = $1"

ALLOW_OTHERS = """
    INSERT INTO chat_policies (organisation_id, links_for_others) VALUES ($1, $2)
        ON CONFLICT (organisation_id) DO UPDATE SET links_for_others = excluded.links_for_others
"""
