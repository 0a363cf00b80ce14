"""What an event's own records teach: found by rule, said once, and never out of what is secret."""

from __future__ import annotations

from typing import Any

from evenemang.domain.dossier import Dossier
from evenemang.domain.evaluation import (
    ActionOutcome,
    Evaluation,
    OrganiserEvaluation,
    RiskOutcome,
    VisitorCount,
)
from evenemang.domain.lesson import Concerns
from evenemang.domain.risk import Origin
from evenemang.flow.drawing_lessons import Candidate, candidates
from evenemang.flow.secrecy import Secrets
from tests.builders import GIVEN, action, dossier, incident, lesson, risk

OPEN = Secrets(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())
QUESTION = "crowds.stop-level"


def event(**more: Any) -> Dossier:
    return dossier("ab12", event={"place": "torget"}, **more)


def evaluated(**said: Any) -> Evaluation:
    return Evaluation(given=GIVEN, visitors=VisitorCount(method="not-counted"), **said)


def told(found: tuple[Candidate, ...]) -> list[tuple[str, str, str]]:
    return [(one.by, one.drawn_from, one.text) for one in found]


def test_incidents_teach_when_unforeseen_or_followed_by_a_measure_or_serious() -> None:
    rows = (
        incident("I1", what="Snubblade", severity=0),
        incident("I2", what="Elbil bland publiken", foreseen="none"),
        incident("I3", what="Kö", measure="Öppna grinden tidigare"),
        incident("I4", what="Brännskada", severity=2),
    )

    found = candidates(event(incidents=rows), (), OPEN)

    assert told(found) == [
        ("unforeseen", "incidents/I2", "Elbil bland publiken"),
        ("incident", "incidents/I3", "Öppna grinden tidigare"),
        ("incident", "incidents/I4", "Brännskada"),
    ]


def test_a_lesson_is_tied_to_the_question_that_foresaw_it_and_to_the_zone_where_it_happened() -> None:
    raised = risk("R1", origin=Origin(question=QUESTION, index=0))
    own = risk("R2", area="fire")
    rows = (
        incident("I1", measure="Vakt", foreseen="R1", zone="parken/scenen"),
        incident("I2", measure="Släckare", foreseen="R2"),
    )

    first, second = candidates(event(risks=(raised, own), incidents=rows), (), OPEN)

    assert first.concerns == Concerns(question=QUESTION, place="parken", zone="scenen")
    assert second.concerns == Concerns(area="fire", place="torget")


def test_actions_that_did_not_help_and_risks_that_came_true_teach_too() -> None:
    outcomes = evaluated(
        actions=(
            ActionOutcome(action="A1", helped="partly", note="Staketet räckte inte runt"),
            ActionOutcome(action="A2", helped="yes"),
            ActionOutcome(action="A3", helped="unknown"),
        ),
        risks=(
            RiskOutcome(risk="R1", happened="yes"),
            RiskOutcome(risk="R2", happened="yes"),
            RiskOutcome(risk="R3", happened="near-miss"),
        ),
        change=("Fler skyltar",),
    )
    whole = event(
        risks=(risk("R1"), risk("R2", title="Vattnet tog slut"), risk("R3")),
        actions=(action("A1", risk="R2"), action("A2"), action("A3")),
        incidents=(incident("I1", foreseen="R1", measure="Bredare entré"),),
        evaluation=outcomes,
    )

    found = candidates(whole, (), OPEN)

    assert [(one.by, one.text) for one in found] == [
        ("incident", "Bredare entré"),
        ("did-not-help", "Staketet räckte inte runt"),
        ("came-true", "Vattnet tog slut"),
        ("to-change", "Fler skyltar"),
    ], "R1 is told by its incident already"


def test_what_the_organiser_would_change_is_proposed_of_that_organiser_and_not_twice() -> None:
    theirs = OrganiserEvaluation(given=GIVEN, change=("Fler skyltar", "Tidigare insläpp"))
    whole = dossier("ab12", event={"organiser": "lions"}, evaluation=evaluated(change=("Fler skyltar",)))

    found = candidates(whole.model_copy(update={"organiser_evaluation": theirs}), (), OPEN)

    assert [(one.by, one.text, one.concerns.organiser) for one in found] == [
        ("to-change", "Fler skyltar", None),
        ("organiser", "Tidigare insläpp", "lions"),
    ]


def test_what_somebody_has_ruled_on_is_not_proposed_again() -> None:
    rows = (incident("I1", foreseen="none"), incident("I2", foreseen="none"), incident("I3", foreseen="none"))
    noted = (
        lesson("l1").model_copy(update={"drawn_from": "incidents/I1"}),
        lesson("l2").model_copy(update={"from_incident": "I2"}),
    )

    assert [one.drawn_from for one in candidates(event(incidents=rows), noted, OPEN)] == ["incidents/I3"]


def test_out_of_a_secret_row_comes_only_what_will_be_secret_itself() -> None:
    secrets = Secrets(
        areas=frozenset({"threats"}),
        questions=frozenset(),
        risks=frozenset({"R1"}),
        actions=frozenset({"A1"}),
        incidents=frozenset({"I1", "I2"}),
    )
    whole = event(
        risks=(risk("R1", area="threats"),),
        actions=(action("A1"),),
        incidents=(
            incident("I1", foreseen="R1", measure="Fler vakter"),
            incident("I2", foreseen="none", measure="Låst grind"),
        ),
        evaluation=evaluated(actions=(ActionOutcome(action="A1", helped="no"),)),
    )

    (found,) = candidates(whole, (), secrets)

    assert (found.drawn_from, found.concerns.area) == ("incidents/I1", "threats")
