"""SQL of families in lists."""

# In the chat of a class only its pupils name their guardians: the other children are not its business.
CHILDREN_OF = """
    SELECT g.guardian_id, g.child_id, g.relation
      FROM current_guardianships g
     WHERE g.guardian_id = ANY($1::bigint[])
       AND coalesce((SELECT EXISTS (SELECT FROM current_enrollments e
                                     WHERE e.class_id = c.class_id AND e.person_id = g.child_id AND e.role = 'pupil')
                       FROM conversations c WHERE c.id = $2 AND c.class_id IS NOT NULL), true)
     ORDER BY g.guardian_id, g.child_id
"""
