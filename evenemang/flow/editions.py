"""A new edition of an event: what is carried over, and what must be asked again."""

from __future__ import annotations

from datetime import date

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier, EditionPart, NewEdition, stage
from evenemang.domain.event import DailyOccasions, Occasion
from evenemang.domain.permit import Permit
from evenemang.domain.profile import DERIVED
from evenemang.domain.text import Frozen, Id, PersonText, Required
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.storing import Stored
from evenemang.flow.workspace import Workspace

COPIED: tuple[EditionPart, ...] = ("profile", "zones", "permits", "standing-measures")
NOT_COPIED: tuple[EditionPart, ...] = (
    "answers",
    "risks",
    "decision",
    "day-log",
    "incidents",
)


class EditionOf(Frozen):
    """The next edition: which event it follows, and what is already known to differ."""

    previous: Id
    name: Required | None = None
    alias: Id | None = None
    diary_number: PersonText = ""
    occasions: tuple[Occasion | DailyOccasions, ...] = ()
    application_received: date | None = None
    changes: tuple[Required, ...] = ()
    example: bool = False


class StartFromEdition(Operation):
    """Put into a new dossier what an earlier edition hands over."""

    edition: NewEdition
    permits: tuple[Permit, ...]

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with its permits to apply for anew, saying what was copied."""
        return dossier.model_copy(update={"edition": self.edition, "permits": self.permits})


def open_edition(workspace: Workspace, new: EditionOf, by: Actor) -> Stored[Dossier]:
    """Open the next edition of an event: its profile, zones, areas and list of permits come along.

    Answers, risks, the decision, the day log and incidents do not: they were about last time, and come
    back as lessons at their questions. Standing measures stand with the place.
    """
    previous = workspace.dossier(new.previous).record
    event = previous.event
    opened = open_dossier(
        workspace,
        NewDossier(
            name=new.name or event.name,
            alias=new.alias,
            diary_number=new.diary_number,
            series=event.series,
            organiser=event.organiser,
            place=event.place,
            zones=event.zones,
            application_received=new.application_received or workspace.now().date(),
            occasions=new.occasions,
            facts={key: value for key, value in event.facts.items() if key not in DERIVED},
            officer=previous.officer,
            areas=_areas(previous),
            example=new.example,
        ),
        by,
    )
    edition = NewEdition(previous=previous.id, copied=COPIED, not_copied=NOT_COPIED, changes=new.changes)
    permits = tuple(Permit(permit=one.permit, what=one.what, covers=one.covers) for one in previous.permits)
    return workspace.do(opened.record.id, StartFromEdition(edition=edition, permits=permits), by)


def _areas(previous: Dossier) -> tuple[str, ...] | None:
    """Return the areas of last time; None, those that the facts propose, where nothing was assessed here."""
    if stage(previous) == "past":
        return None
    return tuple(one.area for one in previous.assessment.areas)
