"""Bring our theme and settings along, wherever the package is installed and however it is started."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit import config

from evenemang.pages.door.theme import keep_theme

THEME = Path(__file__).parents[1] / "theme.toml"


def furnish() -> None:
    """Set our options as soon as Streamlit has read its own, and each time it reads them anew.

    What the person who starts the server has set, by flag or file, stands.
    """
    config.on_config_parsed(_set_options)  # at once, where they are read already
    config.on_config_parsed(_set_options, force_connect=True)
    keep_theme()


def _set_options() -> None:
    for key, value in _flat(tomllib.loads(THEME.read_text("utf-8"))):
        if not config.is_manually_set(key):
            config.set_option(key, value, str(THEME))


def _flat(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield above + name, value
