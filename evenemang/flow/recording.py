"""A dossier with everything around it that makes its workbook stand on its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from evenemang.domain.actor import Function
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.domain.lesson import Lesson
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.flow.content import Content
from evenemang.flow.joining import Among
from evenemang.flow.journal import JournalEntry
from evenemang.flow.reading import Reading
from evenemang.flow.reviewing import Review, review
from evenemang.flow.workspace import Workspace


@dataclass(frozen=True)
class Whole:
    """One dossier at one version, read, with its places, names, lessons and journal."""

    dossier: Dossier
    version: int
    reading: Reading
    content: Content
    places: tuple[Place, ...]
    organiser: Organiser | None
    functions: Mapping[str, Function]
    lessons_from: tuple[Lesson, ...]  # learned at this event
    journal: tuple[JournalEntry, ...]
    as_of: datetime
    review: Review = field(default_factory=Review)
    among: Among = field(default_factory=dict)  # in a secret part: where its rows stand in the whole's lists

    def name_of(self, by: str) -> str:
        """Return how a person or a post is shown."""
        return self.functions[by].short if by in self.functions else by

    def zone_name(self, zone: str | None) -> str:
        """Return the name of a place/zone; the code itself where it is not known."""
        if not zone:
            return ""
        place_id, _, zone_id = zone.partition("/")
        place = next((one for one in self.places if one.id == place_id), None)
        found = place.zone(zone_id) if place else None
        return found.name if found else zone


def whole(workspace: Workspace, handle: str) -> Whole:
    """Return a dossier with everything its workbook shows.

    Raises:
        NotFound: If nothing answers to the handle.
    """
    stored = workspace.dossier(handle)
    dossier = stored.record
    ids = [zone.split("/")[0] for zone in dossier.event.zones]
    places = [
        workspace.place(one)
        for one in dict.fromkeys([*([dossier.event.place] if dossier.event.place else []), *ids])
    ]
    lessons = tuple(cast(Lesson, one.record) for one in workspace.store.all("lesson"))
    content, now = workspace.content_for(dossier), workspace.now()
    reading = workspace.read(dossier)
    return Whole(
        dossier=dossier,
        version=stored.version,
        reading=reading,
        content=content,
        places=tuple(place for place in places if place),
        organiser=organiser_of(workspace, dossier),
        functions=functions(workspace),
        lessons_from=tuple(one for one in lessons if one.from_event == dossier.id),
        journal=workspace.store.journal("dossier", dossier.id),
        as_of=now,
        review=review(dossier, content, reading, now),
    )


def organiser_of(workspace: Workspace, dossier: Dossier) -> Organiser | None:
    """Return the event's organiser, or None where none is named or it is not in the register."""
    if dossier.event.organiser is None:
        return None
    try:
        return cast(Organiser, workspace.store.load("organiser", dossier.event.organiser).record)
    except NotFound:
        return None


def functions(workspace: Workspace) -> dict[str, Function]:
    """Return the posts of the group by id."""
    return {one.record.id: cast(Function, one.record) for one in workspace.store.all("function")}
