"""SQL of forgetting somebody who is erased."""

FORGET = (
    "DELETE FROM quiet_hours WHERE person_id = $1",
    "DELETE FROM guardian_quiet_hours WHERE child_id = $1 OR guardian_id = $1",
    "DELETE FROM safe_mode_locks WHERE child_id = $1 OR guardian_id = $1",
    "DELETE FROM safe_modes WHERE person_id = $1",
    "DELETE FROM acquaintances WHERE person_id = $1 OR other_id = $1",
    "DELETE FROM first_requests WHERE person_id = $1 OR asked_by = $1",
)
