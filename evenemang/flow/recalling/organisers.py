"""What is remembered of an organiser: the events, what was decided, what happened, every contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from evenemang.domain.dossier import Dossier
from evenemang.domain.organiser import Contact
from evenemang.flow.listing import DossierRow, IncidentRow
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace

MOST = 1000  # events read
OPENED = 40  # dossiers, the latest, whose contacts and conditions are read


@dataclass(frozen=True)
class ContactNoted:
    """A contact, in which dossier it stands, and whether it was had before the event began."""

    event: DossierRow
    contact: Contact
    before: bool


@dataclass(frozen=True)
class OrganiserStory:
    """The events of an organiser, the latest first, and the contacts, the latest first."""

    events: tuple[DossierRow, ...]
    incidents: tuple[IncidentRow, ...]
    conditions: dict[str, tuple[str, ...]]  # of the decision that counts, by dossier
    contacts: tuple[ContactNoted, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the contacts of every event are among them."""
        return len(self.events) <= OPENED

    def happened_at(self, dossier: str) -> tuple[IncidentRow, ...]:
        """Return the incidents of one event."""
        return tuple(one for one in self.incidents if one.dossier == dossier)


def organiser_story(workspace: Workspace, organiser: str) -> OrganiserStory:
    """Return what is known of an organiser from its events."""
    store = workspace.store
    events = store.dossiers(Search(organiser=organiser, newest_first=True, limit=MOST))
    opened = {row: cast(Dossier, store.load("dossier", row.id).record) for row in events[:OPENED]}
    contacts = [
        ContactNoted(row, one, _is_before(one, dossier.event.first_day))
        for row, dossier in opened.items()
        for one in dossier.contacts
    ]
    return OrganiserStory(
        events=events,
        incidents=store.incidents(dossiers=[row.id for row in events]),
        conditions={
            row.id: dossier.decision.conditions for row, dossier in opened.items() if dossier.decision
        },
        contacts=tuple(sorted(contacts, key=lambda one: one.contact.on, reverse=True)),
    )


def next_event(events: tuple[DossierRow, ...], today: date) -> DossierRow | None:
    """Return the event that a contact today is most likely about: the next, else the latest held."""
    live = [one for one in events if one.stage not in ("cancelled", "past")]
    coming = [one for one in live if one.starts is None or one.starts.date() >= today]
    dated = [one for one in coming if one.starts]
    if dated:
        return min(dated, key=lambda one: (one.starts, one.id))
    return coming[0] if coming else live[0] if live else None


def _is_before(contact: Contact, first: date | None) -> bool:
    return first is None or contact.on < first
