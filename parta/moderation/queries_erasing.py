"""SQL of forgetting somebody who is erased."""

FORGET_DUTY = "DELETE FROM alert_staff WHERE person_id = $1"
