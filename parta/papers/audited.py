"""What papers write to the audit log, in words."""

from parta.core.errors import Sentences

ACTIONS: Sentences = {"paper_made": ("Документ составлен", "Paper made")}
