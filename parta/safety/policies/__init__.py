"""What organisations and families have decided about who writes to whom.

In Russian: «правила общения», «безопасный режим», «знакомые».
"""
