"""What messaging does some time after something was announced."""

from parta.messaging.order.repeated_texts import count_repeats
from parta.messaging.own.arranging import bring_back
from parta.messaging.own.drafts import erase_said
from parta.messaging.voice.choices import hear_what_comes

__all__ = ["bring_back", "count_repeats", "erase_said", "hear_what_comes"]
