"""SQL of forgetting somebody who is erased."""

FORGET_QUIET_HOURS = "DELETE FROM quiet_hours WHERE person_id = $1"
