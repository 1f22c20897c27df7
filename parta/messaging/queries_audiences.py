"""SQL of words to everybody at once."""

TEACHES = "SELECT EXISTS (SELECT FROM current_roles WHERE person_id = $1 AND role = 'teacher')"

POINT_ALL = "UPDATE conversations SET all_mentioned_number = $2 WHERE id = $1 AND all_mentioned_number < $2"

POINT_TEACHERS = """
    UPDATE conversations SET teachers_mentioned_number = $2 WHERE id = $1 AND teachers_mentioned_number < $2
"""
