"""The returned workbook that somebody is looking at: kept while they choose, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256

import streamlit as st

from evenemang.flow.returning.looking import Difference, Looked

KEPT = "retur"


@dataclass(frozen=True)
class Receipt:
    """What was taken in, and how many differences were not."""

    sender: str
    taken: tuple[Difference, ...]
    left: int
    settled: str | None = None  # where the file lies now, where it was set aside and all is taken in


@dataclass
class Held:
    """A file with its comparison, and what has been chosen of it so far."""

    name: str
    content: bytes
    dossier: str  # the one on whose page it was chosen
    looked: Looked
    choices: dict[str, bool] = field(default_factory=dict)  # by key; what nobody has chosen is not there
    page: int = 0
    moved_on: bool = False  # somebody changed what was chosen, so that the comparison is a new one
    receipt: Receipt | None = None

    @property
    def mark(self) -> str:
        """What the widgets of this file are called by."""
        return mark_of(self.dossier, self.name, self.content)

    @property
    def accepted(self) -> tuple[Difference, ...]:
        """The differences that are to be taken in."""
        return tuple(one for one in self.looked.differences if self.choices.get(one.key))

    @property
    def refused(self) -> int:
        """How many somebody has said no to."""
        return sum(self.choices.get(one.key) is False for one in self.looked.differences)

    def choose(self, wanted: bool, differences: tuple[Difference, ...]) -> None:
        """Choose the same for several."""
        self.choices.update({one.key: wanted for one in differences})

    def looked_anew(self, looked: Looked) -> None:
        """Show a newer comparison; what looks as it did is still chosen as it was."""
        known = {one.key: one for one in looked.differences}
        before = {one.key: one for one in self.looked.differences}
        self.choices = {
            key: wanted for key, wanted in self.choices.items() if key in known and known[key] == before[key]
        }
        self.looked, self.page = looked, 0


def mark_of(dossier: str, name: str, content: bytes) -> str:
    """Return what tells one file on one dossier's page from another."""
    return sha256(f"{dossier}\0{name}\0".encode() + content).hexdigest()[:12]


def held(mark: str) -> Held | None:
    """Return what is kept of a file, where it is the one that was looked at last."""
    found: Held | None = st.session_state.get(KEPT)
    return found if found and found.mark == mark else None


def hold(found: Held) -> Held:
    """Keep a file while somebody chooses."""
    st.session_state[KEPT] = replace(found)
    kept: Held = st.session_state[KEPT]
    return kept


def let_go() -> None:
    """Forget the file."""
    st.session_state.pop(KEPT, None)
