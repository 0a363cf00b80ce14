"""Our theme, told to each run of a page as it was worked out once.

Streamlit works it out from its settings at every run, two of them for each answer: a sixth of what an answer
took. What it works out is kept until its settings are read anew. This uses what Streamlit does not promise; a
test holds it against what Streamlit would say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

NAME = "_populate_theme_msg"
MAIN = "theme"

Populate = Callable[..., None]


def keep_theme() -> None:
    """Let each part of the theme be worked out once; a Streamlit that does it otherwise is left alone."""
    populate: Populate | None = getattr(app_session, NAME, None)
    if populate is None or hasattr(populate, "worked_out"):
        return
    once = told_once(populate)
    config.on_config_parsed(once.worked_out.clear, force_connect=True)
    setattr(app_session, NAME, once)


def told_once(populate: Populate) -> Any:
    """Return what tells the theme as `populate` would, and asks it once for each part."""
    worked_out: dict[str, CustomThemeConfig] = {}

    def populated(message: CustomThemeConfig, section: str = MAIN) -> None:
        if section not in worked_out:
            found = CustomThemeConfig()
            populate(found, section)
            worked_out[section] = found
        if worked_out[section].ListFields():  # one that says nothing is not there at all
            message.MergeFrom(worked_out[section])

    populated.worked_out = worked_out  # type: ignore[attr-defined]  # for whoever empties it
    return populated
