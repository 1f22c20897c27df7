"""Speech: spoken words to text, by a model that lies on this machine. In Russian: «расшифровка».

Nothing is sent anywhere and nothing is downloaded: without a model there is no text, and `readiness` says what
is missing. A recording is heard piece by piece, each piece in a process of its own; what is heard has its times,
so that calls can say who spoke when.

Other rooms may import:
    hearing.ask_hearing, find_hearings, forget_hearings   a file's speech as text, once for everybody who asks
    readiness.is_ready                                    whether this machine can hear at all
    transcriber.Segment, Heard, Transcriber               what is heard, and the role of those who hear
    events.SpeechHeard                                    that it is done
"""
