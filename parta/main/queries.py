"""What the wiring asks of the rooms' tables; it only reads."""

HAS_ADMINISTRATOR = """
    SELECT EXISTS (
        SELECT 1 FROM roles WHERE role IN ('operator', 'administrator') AND ended_at IS NULL
    )
"""
