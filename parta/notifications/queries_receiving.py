"""SQL of following a newcomer who became the person the school expected."""

FOLLOW = (
    "UPDATE push_subscriptions SET person_id = $1 WHERE person_id = $2",
    "UPDATE notification_choices SET person_id = $1 WHERE person_id = $2",
    "UPDATE mail_digests SET person_id = $1 WHERE person_id = $2",
)
