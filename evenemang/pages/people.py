"""What people and posts are called, and how one of them is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from evenemang.domain.actor import Actor, Function
from evenemang.domain.text import Language, Text
from evenemang.flow.recording import functions
from evenemang.pages.held import hold
from evenemang.pages.house import House

YOU = Text(sv="{owner} (du)", en="{owner} (you)")
NOBODY = Text(sv="Ingen vald", en="Nobody chosen")


@dataclass(frozen=True)
class People:
    """The posts of the group; whoever is not a post is called by the name they gave."""

    posts: Mapping[str, Function]

    @property
    def in_use(self) -> dict[str, Function]:
        """The posts to choose among: what is out of use keeps its name, and is offered to nobody."""
        return {key: one for key, one in self.posts.items() if not one.retired}

    def say(self, name: str) -> str:
        """Return what somebody is called, short."""
        return self.posts[name].short if name in self.posts else name

    def say_owner(self, owner: str, who: Actor | None, language: Language) -> str:
        """Return what an owner is called, and that it is who looks: by their name, or by a post of theirs."""
        said = self.say(owner)
        return YOU.say(language).format(owner=said) if who and owner in who.called else said

    def choose(
        self,
        label: str,
        chosen: str | None,
        language: Language,
        key: str,
        on_change: Callable[[], None] | None = None,
    ) -> str | None:
        """Show a choice of a post or a typed name; None where nobody is chosen.

        With `on_change` the choice is kept at once, and what is stored is what is shown.
        """
        names = [*self.in_use]
        if chosen is not None and chosen not in names:
            names.append(chosen)
        return st.selectbox(
            label,
            names,
            index=names.index(chosen) if chosen in names and not on_change else None,
            format_func=self.say,
            placeholder=NOBODY.say(language),
            accept_new_options=True,
            on_change=on_change or "rerun",
            key=hold(key, chosen) if on_change else key,
        )


def people_of(house: House) -> People:
    """Return the people of a house, read once for a run of the page."""
    return People(functions(house.workspace))
