"""Who looks at the page, and in which language: read from cookies that the door sets, never trusted."""

from __future__ import annotations

from typing import cast
from urllib.parse import unquote

import streamlit as st
from pydantic import ValidationError

from evenemang.domain.actor import Actor
from evenemang.domain.text import LANGUAGES, Language
from evenemang.pages.addresses import LANGUAGE_COOKIE, NAME_COOKIE


def language() -> Language:
    """Return the language asked for in the address, or chosen earlier; Swedish otherwise."""
    asked = (st.query_params.get(LANGUAGE_COOKIE), st.context.cookies.get(LANGUAGE_COOKIE))
    return cast(Language, next((one for one in asked if one in LANGUAGES), "sv"))


def actor() -> Actor | None:
    """Return who the visitor said they are; None until they have said it."""
    said = unquote(st.context.cookies.get(NAME_COOKIE, ""))
    try:
        return Actor(name=said)
    except ValidationError:
        return None
