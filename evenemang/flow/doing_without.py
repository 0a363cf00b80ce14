"""The smallest events need no assessment: said by a person, with a reason, and taken back when they grow."""

from __future__ import annotations

from pydantic import Field

from evenemang.domain.assessment import NotNeeded
from evenemang.domain.condition import Value
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import AssessmentNeeded, ReasonMissing, Refused, ValueUnfit
from evenemang.domain.profile import Standing, classify, facts_that_class, may_do_without
from evenemang.domain.text import Id, PersonText, Text
from evenemang.flow.assessing import with_assessment
from evenemang.flow.content import Content
from evenemang.flow.opening import checked_fact
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.reading import facts_of


class DoWithout(Operation):
    """Say that the event needs no assessment, with a reason and the facts that were asked for it."""

    because: PersonText
    facts: dict[Id, Value] = Field(default_factory=dict)

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier that goes without an assessment; it keeps its place in lists and statistics.

        Raises:
            ReasonMissing: If no reason is given.
            ValueUnfit: If a fact does not fit the profile, or the others rule it out.
            AssessmentNeeded: If the facts do not settle that the event is of the smallest kind.
            Refused: If the group has decided already.
        """
        if not self.because.strip():
            raise ReasonMissing(
                "do without", deed=Text(sv="att avstå från bedömning", en="doing without an assessment")
            )
        if dossier.decision:
            raise Refused("decided already", why=DECIDED)
        told = _with_facts(dossier, self.facts, scene.content)
        _refuse_unless_small(told, scene.content)
        judged = NotNeeded(because=self.because, judged=scene.stamp)
        return with_assessment(told, told.assessment.model_copy(update={"not_needed": judged}))


class AssessAfterAll(Operation):
    """Take up the assessment of an event that was to go without."""

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier to be assessed; the journal keeps what was said before."""
        return with_assessment(dossier, dossier.assessment.model_copy(update={"not_needed": None}))


WHICH_DAY = Text(sv="Vilken dag är evenemanget?", en="Which day is the event?")
CONTRADICTS = Text(
    sv="Andra uppgifter säger emot det. Gå igenom dem igen.",
    en="Other facts contradict it. Go through them again.",
)
DECIDED = Text(
    sv="Gruppen har redan tagit ställning. Ändra ställningstagandet i stället.",
    en="The group has already decided. Change the decision instead.",
)


def _with_facts(dossier: Dossier, facts: dict[str, Value], content: Content) -> Dossier:
    checked = {key: checked_fact(content.profile, key, value) for key, value in facts.items()}
    event = dossier.event.model_copy(update={"facts": {**dossier.event.facts, **checked}})
    told = dossier.model_copy(update={"event": event})
    counted = facts_of(told, content).event
    for key, value in checked.items():
        if counted.get(key) != value:
            # A yes that other answers rule out would count as no: that must not happen unseen.
            raise ValueUnfit("ruled out", value=str(value), question=key, expected=CONTRADICTS)
    return told


def _refuse_unless_small(dossier: Dossier, content: Content) -> None:
    facts = facts_of(dossier, content)
    standing = classify(content.profile.classification, facts.event)
    if may_do_without(content.profile.classification, standing):
        return
    why = _too_big(standing, content) if standing.is_settled else _not_known(dossier, content)
    raise AssessmentNeeded("not surely of the smallest kind", why=why)


def _too_big(standing: Standing, content: Content) -> Text:
    """Return what lifts the event above the smallest kind."""
    name = next(one.name for one in content.profile.classification.classes if one.id == standing.at_most)
    reasons = [one.means for one in standing.factors if one.points and one.means]
    reasons += standing.floors
    return Text(
        sv=f"Det räknas som {name.sv.lower()}: {'; '.join(one.sv for one in reasons)}. "
        "Svara på frågorna i checklistorna.",
        en=f"It counts as {name.en.lower()}: {'; '.join(one.en for one in reasons)}. "
        "Answer the questions of the checklists.",
    )


def _not_known(dossier: Dossier, content: Content) -> Text:
    asks = [one.ask for one in facts_that_class(content.profile, facts_of(dossier, content).event)]
    if dossier.event.first_day is None:
        asks.insert(0, WHICH_DAY)
    return Text(
        sv=f"Det här är inte känt än: {' '.join(one.sv for one in asks)} Svara först.",
        en=f"This is not known yet: {' '.join(one.en for one in asks)} Answer first.",
    )
