"""SQL of following a newcomer who became the person the school expected."""

GIVE_ON = "UPDATE files SET owner_id = $1 WHERE owner_id = $2"
