"""SQL of forgetting somebody who is erased."""

FORGET = (
    "DELETE FROM push_subscriptions WHERE person_id = $1",
    "DELETE FROM notification_choices WHERE person_id = $1",
    "DELETE FROM held_chats WHERE person_id = $1",
    "DELETE FROM quiet_summaries WHERE person_id = $1",
    "DELETE FROM pushed_chats WHERE person_id = $1",
    "DELETE FROM mail_digests WHERE person_id = $1",
)
