"""A refusal where it happens: the sentence to the person, the facts once to the log."""

from __future__ import annotations

import logging

import streamlit as st

from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language
from evenemang.pages.showing import escaped

LOG = logging.getLogger("evenemang.pages")


def note(refused: EvenemangError, doing: str, **facts: str) -> None:
    """Log a refusal by codes and numbers; nothing that somebody typed is among them."""
    LOG.info("refused", extra={"facts": {"doing": doing, **facts, **refused.for_log}})


def tell(refused: EvenemangError, language: Language, doing: str, **facts: str) -> None:
    """Show why something was refused, and log it."""
    note(refused, doing, **facts)
    st.error(escaped(refused.say(language)))
