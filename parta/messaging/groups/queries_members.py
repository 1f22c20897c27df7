"""SQL of who is in a conversation."""

# Somebody who was here before comes back to their own pointers.
JOIN = """
    INSERT INTO members AS m (conversation_id, person_id, role, source, read_number)
    SELECT $1, person_id, $3, $4, c.last_number
      FROM unnest($2::bigint[]) AS j (person_id), conversations c WHERE c.id = $1
     ORDER BY person_id
        ON CONFLICT (conversation_id, person_id)
        DO UPDATE SET left_at = NULL, role = excluded.role, source = excluded.source, joined_at = now()
         WHERE m.left_at IS NOT NULL
    RETURNING person_id
"""

LEAVE = """
    UPDATE members SET left_at = now() WHERE conversation_id = $1 AND person_id = $2 AND left_at IS NULL
"""

COUNT = """
    UPDATE conversations c
       SET members_count = (SELECT count(*) FROM members m WHERE m.conversation_id = c.id AND m.left_at IS NULL)
     WHERE c.id = ANY($1::bigint[])
"""

SET_ROLE = """
    UPDATE members SET role = $3
     WHERE conversation_id = $1 AND person_id = $2 AND left_at IS NULL AND role <> $3
"""

ROLE_OF = "SELECT role FROM members WHERE conversation_id = $1 AND person_id = $2 AND left_at IS NULL"

OTHER_OWNERS = """
    SELECT count(*) FROM members
     WHERE conversation_id = $1 AND role = 'owner' AND person_id <> $2 AND left_at IS NULL
"""

# Pupils last; the chat's administrators before the rest, staff before other grown-ups, those who really use Parta
# before those expected, and then the eldest in the chat.
HEIR = """
    SELECT m.person_id FROM members m JOIN people p ON p.id = m.person_id
     WHERE m.conversation_id = $1 AND m.left_at IS NULL AND m.person_id <> $2
     ORDER BY EXISTS (SELECT FROM current_roles r WHERE r.person_id = m.person_id AND r.role = 'pupil'),
              m.role = 'administrator' DESC,
              EXISTS (SELECT FROM current_roles r
                       WHERE r.person_id = m.person_id AND r.role IN ('teacher', 'administrator')) DESC,
              p.claimed_at IS NOT NULL DESC, m.joined_at, m.person_id
     LIMIT 1
"""

# Where the list is hidden ($2), a member sees the administrators and themselves.
BY_SURNAME = """
    SELECT m.person_id, m.role, m.joined_at, m.write_ban_until, m.write_ban_reason
      FROM members m JOIN people p ON p.id = m.person_id
     WHERE m.conversation_id = $1 AND m.left_at IS NULL AND (NOT $2 OR m.role <> 'member' OR m.person_id = $3)
     ORDER BY p.search_name, m.person_id
"""

BY_ID = """
    SELECT person_id, role, joined_at, write_ban_until, write_ban_reason FROM members
     WHERE conversation_id = $1 AND left_at IS NULL AND (NOT $2 OR role <> 'member' OR person_id = $3)
       AND person_id > $4
     ORDER BY person_id LIMIT $5
"""

# By the beginnings of names, as people are searched for elsewhere.
BY_NAME = """
    SELECT m.person_id, m.role, m.joined_at, m.write_ban_until, m.write_ban_reason
      FROM members m JOIN people p ON p.id = m.person_id
     WHERE m.conversation_id = $1 AND m.left_at IS NULL AND (NOT $2 OR m.role <> 'member' OR m.person_id = $3)
       AND ' ' || p.search_name LIKE ALL ($4::text[])
     ORDER BY p.search_name, m.person_id LIMIT $5
"""

# A parents' chat takes parents; one who also teaches here comes as a parent, never as the only reason to teach.
PARENTS_AMONG = """
    SELECT DISTINCT r.person_id FROM current_roles r
     WHERE r.person_id = ANY($1::bigint[]) AND r.role = 'parent'
       AND ($2::bigint IS NULL OR r.organisation_id = $2)
"""

TEACHERS_AMONG = """
    SELECT DISTINCT r.person_id FROM current_roles r
     WHERE r.person_id = ANY($1::bigint[]) AND r.role IN ('teacher', 'administrator')
       AND ($2::bigint IS NULL OR r.organisation_id = $2)
"""

ORGANISATION_OF = """
    SELECT organisation_id FROM current_roles
     WHERE person_id = $1 AND organisation_id IS NOT NULL ORDER BY role = 'pupil', organisation_id LIMIT 1
"""

IS_STAFF = """
    SELECT EXISTS (SELECT FROM current_roles WHERE person_id = $1 AND role IN ('teacher', 'administrator', 'operator'))
"""

SHARES_CONVERSATION = """
    SELECT DISTINCT o.person_id
      FROM members me
      JOIN members o ON o.conversation_id = me.conversation_id AND o.left_at IS NULL
      JOIN conversations c ON c.id = me.conversation_id
     WHERE me.person_id = $1 AND me.left_at IS NULL AND o.person_id = ANY($2::bigint[])
       AND (NOT c.members_hidden OR me.role <> 'member' OR o.role <> 'member' OR o.said_at IS NOT NULL)
"""

SHARED_CONVERSATIONS = """
    SELECT c.id, c.kind, c.title
      FROM members me
      JOIN members o ON o.conversation_id = me.conversation_id AND o.left_at IS NULL AND o.person_id = $2
      JOIN conversations c ON c.id = me.conversation_id
     WHERE me.person_id = $1 AND me.left_at IS NULL
       AND (NOT c.members_hidden OR me.role <> 'member' OR o.role <> 'member' OR o.said_at IS NOT NULL)
     ORDER BY c.last_message_at DESC LIMIT 50
"""

CARRIES_FILE = """
    SELECT EXISTS (
        SELECT FROM message_files f
          JOIN messages m ON m.id = f.message_id AND m.deleted_at IS NULL AND coalesce(m.expires_at > $3, true)
          JOIN members me ON me.conversation_id = m.conversation_id AND me.person_id = $2 AND me.left_at IS NULL
         WHERE f.file_id = $1
           AND NOT EXISTS (SELECT FROM hidden_messages h WHERE h.person_id = $2 AND h.message_id = m.id))
"""

CARRIED_FILES = "SELECT DISTINCT file_id FROM message_files WHERE file_id = ANY($1::bigint[])"

# Only looking at a file shows what it really is.
NOTE_KIND = """
    UPDATE message_files x SET kind = coalesce(f.purpose, f.kind)
      FROM files f WHERE x.file_id = $1 AND f.id = $1 AND x.kind <> coalesce(f.purpose, f.kind)
"""

MESSAGES_WITH_FILE = """
    SELECT m.id, m.conversation_id, m.number
      FROM message_files f JOIN messages m ON m.id = f.message_id WHERE f.file_id = $1 AND m.deleted_at IS NULL
"""

IS_AUTOMATIC = "SELECT source = 'automatic' FROM members WHERE conversation_id = $1 AND person_id = $2"

MADE_BY = "SELECT created_by FROM conversations WHERE id = $1"

OTHER_STAFF = """
    SELECT count(*) FROM members m
     WHERE m.conversation_id = $1 AND m.left_at IS NULL AND m.person_id <> $2
       AND EXISTS (SELECT FROM current_roles r
                    WHERE r.person_id = m.person_id AND r.role IN ('teacher', 'administrator'))
"""

# The chats in which somebody's new face is told of at once; in older ones it is seen with the next look.
OPEN_CHATS_OF = """
    SELECT m.conversation_id FROM members m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.person_id = $1 AND m.left_at IS NULL AND NOT c.members_hidden AND c.kind <> 'favourites'
     ORDER BY c.id LIMIT 200
"""

IS_STAFF = """
    SELECT EXISTS (SELECT FROM current_roles WHERE person_id = $1 AND role IN ('teacher', 'administrator', 'operator'))
"""

# In a community that other organisations take part in, where each of these works; in every other chat nothing.
WORK_IN = """
    SELECT DISTINCT ON (e.person_id) e.person_id, coalesce(nullif(o.short_name, ''), o.name) AS organisation
      FROM conversations c
      JOIN current_enrollments e ON e.class_id = c.class_id AND e.kind = 'community' AND e.person_id = ANY($2::bigint[])
      JOIN organisations o ON o.id = coalesce(e.guest_of, e.organisation_id)
     WHERE c.id = $1
       AND EXISTS (SELECT FROM enrollments g
                    WHERE g.class_id = c.class_id AND g.guest_of IS NOT NULL AND g.ended_at IS NULL)
     ORDER BY e.person_id, e.role
"""
