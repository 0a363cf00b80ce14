"""Contacts with the organiser, the police and others: noted, and mended where something is written wrong."""

from __future__ import annotations

from collections.abc import Sequence

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.domain.organiser import Contact
from evenemang.flow.operation import NOT_LOOKED, Operation, Scene

CONTACTS = "contacts"


class NoteContact(Operation):
    """Note a contact with the organiser, the police or somebody else."""

    contact: Contact

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the contact, by date."""
        contacts = sorted((*dossier.contacts, self.contact), key=lambda one: one.on)
        return dossier.model_copy(update={"contacts": tuple(contacts)})


class MendContact(Operation):
    """Mend what was noted of a contact; one has no number, and is known by what it said."""

    was: Contact
    contact: Contact

    @property
    def subject(self) -> str:
        """Where contacts stand."""
        return CONTACTS

    def stands_at(self, dossier: Dossier) -> str | None:
        """Return where the contact stands: as it was, or else the one alone that is most like it."""
        contacts = dossier.contacts
        found = self.was if self.was in contacts else _likest(self.was, contacts)
        return f"{CONTACTS}/{contacts.index(found)}" if found else CONTACTS

    @property
    def wanted(self) -> str:
        """What was said."""
        return self.contact.what

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the contact as it is told now, by date.

        Raises:
            NotFound: If no contact says what it did, nor what the person saw last.
        """
        contacts = list(dossier.contacts)
        was = next((one for one in contacts if one == self.was or _is(one, self.seen)), None)
        if was is None:
            raise NotFound("no such contact", what=self.was.what)
        contacts[contacts.index(was)] = self.contact
        contacts.sort(key=lambda one: one.on)
        return dossier.model_copy(update={"contacts": tuple(contacts)})


def _is(contact: Contact, seen: object) -> bool:
    return seen != NOT_LOOKED and contact.model_dump(mode="json") == seen


def _likest(was: Contact, contacts: Sequence[Contact]) -> Contact | None:
    """Return the contact that has most in common with one, at least half of what it says; None of several."""
    said = dict(was)

    def alike(one: Contact) -> int:
        return sum(said[name] == value for name, value in one)

    best = max(map(alike, contacts), default=0)
    nearest = [one for one in contacts if alike(one) == best]
    return nearest[0] if len(nearest) == 1 and best * 2 >= len(said) else None
