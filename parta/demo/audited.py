"""What the demo writes to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {
    "demo.begun": ("Начато заселение демо-города", "The demo town began to move in"),
    "demo.filled": ("Демо-город заселён", "The demo town has moved in"),
}
