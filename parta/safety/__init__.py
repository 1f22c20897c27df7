"""Who may see and write to whom, and what of a person is shown.

In Russian: «закрытый контур», «правила общения», «заявка на переписку».

Other rooms may import:
    reach.reach, reach.reach_many, reach.Reach      'open', 'request' or nothing, by the table in rules.py
    people.briefs, people.PersonBrief               how a person is shown in lists
    visibility.visible, visibility.register_visibility, register_shared_conversations
    me.Me, me.describe_me                           what a person learns about themselves
    quiet_hours.quiet_among                         whom nothing may disturb now («Не беспокоить», «тихие часы»)
    quiet_exceptions.may_break_silence              whether «!!!» does it all the same
    events.QuietHoursChanged
"""
