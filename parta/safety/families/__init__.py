"""What a guardian sees and sets for a child, and who of the staff looked at a child's data.

In Russian: «семья», «что видят мои родители», «кто смотрел данные ребёнка».
"""
