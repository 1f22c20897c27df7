"""SQL of following a newcomer who became the person another school expected."""

FOLLOW = (
    "UPDATE applications SET applicant_id = $1 WHERE applicant_id = $2",
    """
    UPDATE application_steps SET done_by = $1
     WHERE done_by = $2 AND application_id IN (SELECT id FROM applications WHERE applicant_id = $1)
    """,
)
