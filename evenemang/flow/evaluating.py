"""Evaluating: what happened and what helped; or, in under a minute, that nothing did."""

from __future__ import annotations

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import Refused
from evenemang.domain.evaluation import (
    ActionOutcome,
    Costs,
    Evaluation,
    Medical,
    Peak,
    RiskOutcome,
    VisitorCount,
    Weather,
)
from evenemang.domain.text import Required, Text
from evenemang.flow.operation import Operation, Scene


class Evaluate(Operation):
    """Evaluate the event; a later evaluation replaces it, the journal keeps both."""

    visitors: VisitorCount
    nothing_happened: bool = False
    peaks: tuple[Peak, ...] = ()
    weather: Weather | None = None
    medical: Medical | None = None
    worked: tuple[Required, ...] = ()
    change: tuple[Required, ...] = ()
    risks: tuple[RiskOutcome, ...] = ()
    actions: tuple[ActionOutcome, ...] = ()
    costs: Costs | None = None

    @property
    def subject(self) -> str:
        """Where the evaluation stands."""
        return "evaluation"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier evaluated.

        Raises:
            Refused: If it says that nothing happened while an incident is logged, if the event has not
                been held yet, or if a count has neither a number nor "not counted".
        """
        self._refuse_the_impossible(dossier, scene)
        said = {name: getattr(self, name) for name in Evaluation.model_fields if name != "given"}
        said["risks"] = tuple(
            one.model_copy(update={"risk": dossier.risk(one.risk).id}) for one in self.risks
        )
        said["actions"] = tuple(
            one.model_copy(update={"action": dossier.action(one.action).id}) for one in self.actions
        )
        evaluation = Evaluation.model_validate({"given": scene.stamp, **said})
        return dossier.model_copy(update={"evaluation": evaluation})

    def _refuse_the_impossible(self, dossier: Dossier, scene: Scene) -> None:
        if self.nothing_happened and dossier.incidents:
            raise Refused("incidents", why=NOT_NOTHING)
        if self.nothing_happened and any(one.happened for one in dossier.occasion_reviews):
            raise Refused("an occasion", why=NOT_EVERY_TIME)
        start = dossier.event.start
        if start is not None and scene.now < start:
            raise Refused("not held", why=NOT_HELD)
        if self.visitors.total is None and self.visitors.method != "not-counted":
            raise Refused("no number", why=NO_NUMBER)
        if self.visitors.total is not None and self.visitors.method == "not-counted":
            raise Refused("both", why=BOTH)


NOT_NOTHING = Text(
    sv="Det finns händelser i ärendet. Ta bort krysset vid ”inget hände”.",
    en="There are incidents in the dossier. Clear “nothing happened”.",
)
NOT_EVERY_TIME = Text(
    sv="Vid något tillfälle hände något. Ta bort krysset vid ”inget hände”.",
    en="Something happened on one of the occasions. Clear “nothing happened”.",
)
NOT_HELD = Text(
    sv="Evenemanget har inte börjat än. Utvärdera det efteråt.",
    en="The event has not begun yet. Evaluate it afterwards.",
)
NO_NUMBER = Text(
    sv="Ange antalet besök, eller att ingen räknade.",
    en="Enter the number of visits, or that nobody counted.",
)
BOTH = Text(
    sv="Du har angett både ett antal besök och att de inte räknades. Ta bort antalet, "
    "eller säg hur de räknades.",
    en="You entered both a number of visits and that they were not counted. Take the number away, "
    "or say how they were counted.",
)
