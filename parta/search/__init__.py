"""Finding: messages, people and chats by what is typed.

In Russian: «поиск», «от учителя», «вложения». Messages are found by the stems of their words, of the
names of their files, of their transcripts and polls; people and chats by the beginnings of their
names, typing errors forgiven. Nothing is found that its finder could not open: membership, what was
hidden, deleted or has disappeared are asked at every search, never remembered.

The index (`search_entries`) follows the log, so sending does not wait for it; edits and deletions reach
it within their own transaction. It can be made anew at any time from the messages alone.

Nobody imports this room.
"""
