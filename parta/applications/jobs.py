"""The jobs of the room declare themselves when this is imported."""

from parta.applications.letters import send_application_letter
from parta.applications.terms import forget_document, forget_draft

__all__ = ["forget_document", "forget_draft", "send_application_letter"]
