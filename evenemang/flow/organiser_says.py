"""What the organiser says afterwards: their own evaluation, beside the group's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.evaluation import (
    SEK,
    Count,
    CountMethod,
    OccasionVisits,
    OrganiserEvaluation,
    occasion_id,
)
from evenemang.domain.text import PersonText, Required, Text
from evenemang.flow.evaluating import BOTH, NOT_HELD
from evenemang.flow.occasions import NOT_OVER, filled
from evenemang.flow.operation import Operation, Scene

VISITS = "visits/"
"""Before an occasion's id, where its visits are one of the fields of a returned workbook."""
SAID: tuple[str, ...] = tuple(name for name in OrganiserEvaluation.model_fields if name != "given")


class NoteOrganiserEvaluation(Operation):
    """Keep what the organiser says of the event; a later word replaces it, the journal keeps both."""

    nothing_happened: bool | None = None
    visitors: Count | None = None
    method: CountMethod | None = None
    peak: Count | None = None
    weather: PersonText = ""
    happened: tuple[Required, ...] = ()
    worked: tuple[Required, ...] = ()
    change: tuple[Required, ...] = ()
    safety_sek: SEK | None = None
    note: PersonText = ""
    by_occasion: tuple[OccasionVisits, ...] = ()

    @property
    def subject(self) -> str:
        """Where it stands."""
        return "organiser_evaluation"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with it.

        Raises:
            Refused: If the event has not begun, if it says both that nothing happened and what did, or both a
                number of visits and that nobody counted; or visits to an occasion that is not over.
            NotFound: If it says visits to an occasion that the event does not have.
        """
        start = dossier.event.start
        if start is not None and scene.now < start:
            raise Refused("not held", why=NOT_HELD)
        if self.nothing_happened and self.happened:
            raise Refused("both", why=BOTH_HAPPENED)
        if self.method == "not-counted" and (self.visitors is not None or self.by_occasion):
            raise Refused("both", why=BOTH)
        self._refuse_the_impossible(dossier, scene.now)
        said = {name: getattr(self, name) for name in SAID}
        evaluation = OrganiserEvaluation.model_validate({"given": scene.stamp, **said})
        return dossier.model_copy(update={"organiser_evaluation": evaluation})

    def _refuse_the_impossible(self, dossier: Dossier, now: datetime) -> None:
        """What was said before stands, though the occasion has been moved since."""
        before = dossier.organiser_evaluation
        known = {occasion_id(one): one for one in dossier.event.each_occasion()}
        for one in self.by_occasion:
            if before and one in before.by_occasion:
                continue
            if one.id not in known:
                raise NotFound("no such occasion", what=one.id)
            if known[one.id].end > now:
                raise Refused("not over", why=filled(NOT_OVER, known[one.id]))


def visits_said(told: OrganiserEvaluation | None) -> Mapping[str, int]:
    """Return the visits that the organiser says, by occasion."""
    return {one.id: one.visitors for one in told.by_occasion} if told else {}


BOTH_HAPPENED = Text(
    sv="Arrangören skriver både att inget hände och vad som hände. Ta in det ena.",
    en="The organiser writes both that nothing happened and what did. Take in one of them.",
)
