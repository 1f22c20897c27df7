"""What speech says when it refuses."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "speech_unavailable": (
        "На этом сервере речь не переводится в текст.",
        "This server does not turn speech into text.",
    ),
}
