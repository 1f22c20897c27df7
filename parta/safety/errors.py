"""What safety says when it refuses."""

from parta.core.errors import Sentences

SENTENCES: Sentences = {
    "too_many_ids": ("За один раз можно спросить о ста людях.", "Ask about a hundred people at a time."),
}
