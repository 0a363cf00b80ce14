"""Who may what: what the work asks before a deed is done or a secret part is shown."""

from __future__ import annotations

from typing import Protocol

from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotAllowed
from evenemang.flow.rights import RULINGS


class Access(Protocol):
    """Rules on each verb, by who acts and in which dossier; `dossier` is its id, None for what is in none."""

    def may(self, actor: Actor, verb: str, dossier: str | None = None) -> bool:
        """Whether somebody may do a verb: an operation's name in the journal, such as give-answer."""
        ...

    def verbs(self, actor: Actor, dossier: str | None = None) -> frozenset[str]:
        """Return every verb that somebody may do there: what a page asks once, for all that it offers."""
        ...

    def sees_secret(self, actor: Actor | None, dossier: str | None = None) -> bool:
        """Whether somebody sees what is secret in a dossier; None is who has not said who they are."""
        ...

    def sees(self, actor: Actor | None) -> frozenset[str] | None:
        """Return the dossiers that somebody sees at all; None: every one."""
        ...

    def refusal(self, actor: Actor, verb: str, dossier: str | None = None) -> NotAllowed:
        """Return what somebody is told who may not: what it was, what it takes, and whom to ask."""
        ...


class Everyone:
    """One person's own machine, without sign-in: all may all, and a name is no proof of anything."""

    def may(self, actor: Actor, verb: str, dossier: str | None = None) -> bool:
        """Always."""
        return True

    def verbs(self, actor: Actor, dossier: str | None = None) -> frozenset[str]:
        """Every one."""
        return frozenset(RULINGS)

    def sees_secret(self, actor: Actor | None, dossier: str | None = None) -> bool:
        """Always."""
        return True

    def sees(self, actor: Actor | None) -> frozenset[str] | None:
        """Every one."""
        return None

    def refusal(self, actor: Actor, verb: str, dossier: str | None = None) -> NotAllowed:
        """Return a refusal that nothing here leads to."""
        return NotAllowed(verb, what=verb, needed="–", ask="–")


EVERYONE = Everyone()
