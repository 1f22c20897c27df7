"""Conversations and what is said in them: one pipeline for direct chats, groups and «Избранное».

In Russian: «чаты», «сообщения», «реакции», «кто прочитал», «Избранное». A
conversation's stream is `conversation:7`; what concerns one person alone (own
reading, joining, leaving) goes to `person:7`. A message is written once, and
what somebody has read is one pointer in their membership.

Other rooms may import:
    access.find_visible_message, find_conversation   the only doors to protected things
    sending.Draft, Sender                            to say something
    history.read_history                             what a member sees
    order.moderating                                 what moderators of an organisation do
    restoring.restore_messages                       to bring in old talk in bulk
    events.*                                         what is announced
"""
