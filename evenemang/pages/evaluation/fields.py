"""The fields of one form, by name: shown with what is stored, and read back together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.pages.desk import Desk

NOT_SAID = Text(sv="Inte sagt", en="Not said")
MOST = 5_000_000  # as many as an event may expect


@dataclass(frozen=True)
class Fields:
    """Fields whose keys begin alike, so that they can be read back as one."""

    desk: Desk
    prefix: str

    def key(self, name: str) -> str:
        """Return the key of a field."""
        return f"{self.prefix}-{name}"

    def value(self, name: str) -> Any:
        """Return what a field holds now."""
        return st.session_state.get(self.key(name))

    def said(self) -> dict[str, Any]:
        """Return what every field holds, by its name."""
        start = f"{self.prefix}-"
        return {
            str(key).removeprefix(start): value
            for key, value in st.session_state.items()
            if str(key).startswith(start)
        }

    def text(self, name: str, label: Text, stored: str, *, hidden: bool = False) -> None:
        """Show one line of text."""
        st.text_input(
            self.desk.say(label),
            stored,
            key=self.key(name),
            max_chars=LONGEST_TEXT,
            label_visibility="collapsed" if hidden else "visible",
            placeholder=self.desk.say(label) if hidden else None,
        )

    def text_area(self, name: str, label: Text, stored: str) -> None:
        """Show several lines of text."""
        st.text_area(self.desk.say(label), stored, key=self.key(name), height=110, max_chars=LONGEST_TEXT)

    def count(self, name: str, label: Text, stored: int | None, *, most: int = MOST) -> None:
        """Show a whole number, 0 or more; empty is not known."""
        st.number_input(
            self.desk.say(label), min_value=0, max_value=most, value=stored, step=1, key=self.key(name)
        )

    def number(self, name: str, label: Text, stored: float | None, *, lowest: float) -> None:
        """Show a number with decimals; empty is not known."""
        st.number_input(
            self.desk.say(label),
            min_value=float(lowest),
            max_value=100.0,
            value=stored,
            format="%g",
            key=self.key(name),
        )

    def pills(self, name: str, label: Text, options: Mapping[Any, Text], stored: object) -> None:
        """Show a few answers of which one, or none, is chosen."""
        st.pills(
            self.desk.say(label),
            list(options),
            default=stored,
            format_func=lambda one: self.desk.say(options[one]),
            key=self.key(name),
        )

    def choice(self, name: str, label: Text, names: Mapping[str, str], stored: str | None) -> None:
        """Show a choice among many; none is "not said"."""
        known = [*names] if stored is None or stored in names else [*names, stored]
        st.selectbox(
            self.desk.say(label),
            known,
            index=known.index(stored) if stored is not None else None,
            format_func=lambda one: names.get(one, one),
            placeholder=self.desk.say(NOT_SAID),
            key=self.key(name),
        )
