"""Roles: what a member may do, in every dossier or, as a guest, in one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints

from evenemang.domain.actor import Name, Stamp
from evenemang.domain.personal import Holds
from evenemang.domain.text import Frozen, Id, PersonText, Text

Role = Literal["reader", "assessor", "coordinator", "administrator"]
GuestRole = Literal["reader", "assessor"]  # a guest neither decides nor lets others in

RISING: tuple[Role, ...] = ("reader", "assessor", "coordinator", "administrator")
"""Each may all that those before it may."""

ROLES: Mapping[Role, Text] = {
    "reader": Text(sv="läsare", en="reader"),
    "assessor": Text(sv="bedömare", en="assessor"),
    "coordinator": Text(sv="samordnare", en="coordinator"),
    "administrator": Text(sv="administratör", en="administrator"),
}

Email = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=254, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$"),
    AfterValidator(str.lower),
    Holds("contact"),
]


class Guest(Frozen):
    """A role in one dossier, for somebody from outside the group."""

    dossier: Id
    role: GuestRole
    given: Stamp


class Member(Frozen):
    """Somebody who may sign in: who they are to the directory, and what they may."""

    id: Id
    name: Name  # what the journal calls them; no two members and no post of the group share one
    email: Email | None = None
    subject: Annotated[str, Holds("contact")] | None = None  # to the directory; once they have signed in
    organisation: PersonText = ""  # polisen, räddningstjänsten
    role: Role | None = None  # given here
    claimed: Role | None = None  # by the directory's groups, at the latest sign-in
    guest_in: tuple[Guest, ...] = ()
    posts: tuple[Id, ...] = ()  # functions they act for: what is theirs to do, never what they may

    @property
    def everywhere(self) -> Role | None:
        """The role in every dossier: the one given here, else what the directory says; None for a guest."""
        return self.role or self.claimed

    @property
    def may_enter(self) -> bool:
        """Whether there is anything at all they may see."""
        return self.everywhere is not None or bool(self.guest_in)

    def guest(self, dossier: str | None) -> Guest | None:
        """Return what they are a guest with in a dossier, or None."""
        return next((one for one in self.guest_in if one.dossier == dossier), None)

    def role_in(self, dossier: str | None) -> Role | None:
        """Return their role in a dossier, the greater of the two; None: they do not see it."""
        guest = self.guest(dossier)
        held = [one for one in (self.everywhere, guest.role if guest else None) if one]
        return max(held, key=RISING.index, default=None)


def suffices(held: Role | None, needed: Role) -> bool:
    """Whether a role is at least the one that is needed."""
    return held is not None and RISING.index(held) >= RISING.index(needed)
