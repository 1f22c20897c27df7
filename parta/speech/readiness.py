"""Whether this machine can turn speech into text, and what is missing if not."""

import importlib
from pathlib import Path

from parta.core.config import Configuration
from parta.speech.settings import SpeechSettings
from parta.speech.transcriber import Engine, Lack


def lack_of(configuration: Configuration) -> Lack | None:
    """Name what is missing; looked up each time, so that a model put into its place is found without a restart."""
    settings = configuration.get(SpeechSettings)
    if not settings.model:
        return "model"
    try:
        engine: Engine = importlib.import_module(settings.engine)
    except ImportError:
        return "engine"
    return engine.lacks(Path(settings.model))


def is_ready(configuration: Configuration) -> bool:
    """Say whether speech can be heard here."""
    return lack_of(configuration) is None
