"""Looking over: errors are exactly what a decision refuses, the worst comes first, it ends with the event."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.action import STATUSES, Action, ActionStatus
from evenemang.domain.assessment import NotNeeded
from evenemang.domain.decision import Draft
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import DecisionRefused
from evenemang.domain.evaluation import Evaluation, VisitorCount
from evenemang.domain.matrix import View
from evenemang.domain.review import At, Found, Rule, UnderReview
from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.content import Content
from evenemang.flow.deciding import POSITIVE, Decide, in_the_way_of_approval
from evenemang.flow.judging import AcceptRisk
from evenemang.flow.operation import Scene
from evenemang.flow.planning import AddAction, AdvanceAction
from evenemang.flow.rescheduling import Cancel
from evenemang.flow.reviewing import review, titles
from tests import builders
from tests.reviewed import SARA, Matter, body

MATTER = Matter(facts={"tents": True})
WORDS = {"motive": "Prövat", "conditions": ("Vakta",), "despite_unanswered": "Resten tas på plats"}


def scene(matter: Matter) -> Scene:
    return Scene(actor=SARA, now=matter.at, content=matter.content, installed=matter.content)


def decide(matter: Matter, dossier: Dossier, view: View) -> Dossier:
    draft = Draft.model_validate({"officer": "Sara Lind", "group_view": view, **WORDS})
    return Decide(draft=draft).apply(dossier, scene(matter))


def refused(matter: Matter, dossier: Dossier, view: View) -> bool:
    try:
        decide(matter, dossier, view)
    except DecisionRefused:
        return True
    return False


STEP = st.integers(1, 5)
DEPTH_ONE = ("weather.watcher", "weather.limit-list", "weather.thunder-rule")


@st.composite
def risks(draw: st.DrawFn, number: int) -> tuple[Risk, Action | None]:
    state = draw(st.sampled_from(["proposed", "accepted", "dismissed"]))
    reason = {"because": "Ingen scen här", "given": builders.GIVEN}
    after = {"likelihood": draw(STEP), "consequence": draw(STEP)}
    risk = builders.risk(
        f"R{number}",
        likelihood=draw(STEP),
        consequence=draw(STEP),
        after=draw(st.sampled_from([None, after])),
        state=state,
        acceptance=draw(st.sampled_from([None, reason])) if state == "accepted" else None,
        dismissal=reason if state == "dismissed" else None,
    )
    status: ActionStatus = draw(st.sampled_from(STATUSES))
    action = builders.action(f"A{number}", status=status, risk=risk.id, owner="Sara Lind", due_days=-7)
    return risk, action if draw(st.booleans()) else None


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, Any]:
    drawn = [draw(risks(number)) for number in range(1, draw(st.integers(0, 3)) + 1)]
    answers = {
        one: {"question": one, "value": "yes", "given": builders.GIVEN.model_dump(mode="json")}
        for one in draw(st.sets(st.sampled_from(DEPTH_ONE)))
    }
    return {
        "risks": [risk.model_dump(mode="json") for risk, _ in drawn],
        "actions": [action.model_dump(mode="json") for _, action in drawn if action],
        "answers": answers,
    }


@given(dossiers())
@settings(deadline=None, max_examples=60)
def test_an_error_is_exactly_what_the_decision_refuses(rows: dict[str, Any]) -> None:
    matter = MATTER
    assessment = matter.dossier.assessment.model_dump(mode="json") | {"answers": rows.pop("answers")}
    dossier = body(matter.dossier, assessment=assessment, **rows)
    reading = matter.workspace.read(dossier)

    found = review(dossier, matter.content, reading, matter.at)

    errors = [(one.rule, one.says) for group in found.of("error") for one in group.findings]
    told = [(one.rule, one.why) for one in in_the_way_of_approval(dossier, matter.content, reading)]
    assert sorted(map(str, errors)) == sorted(map(str, told))
    assert refused(matter, dossier, "approved-with-conditions") is bool(errors)
    if errors:
        assert all(refused(matter, dossier, view) for view in POSITIVE)
    severities = [group.severity for group in found.groups]
    assert severities == sorted(severities, key=["error", "warning", "hint"].index)


def approved() -> Matter:
    matter = Matter()
    for question in matter.workspace.read(matter.dossier).unanswered(matter.dossier).depth_one:
        matter.do(GiveAnswer(question=question, value="yes"))
    matter.risk(3, 4)
    matter.do(AddAction(do="Beskär", risk="R1", owner="Sara Lind", due_days=-7, decided=True))
    matter.do(AcceptRisk(risk="R1", because="En enda kväll"))
    matter.do(
        Decide(
            draft=Draft.model_validate(
                {"officer": "Sara Lind", "group_view": "approved-with-conditions", **WORDS}
            )
        )
    )
    return matter


def test_a_decision_that_stands_has_no_errors_left() -> None:
    found = approved().review()

    assert not found.of("error")
    assert "decision-undermined" not in [one.rule for one in found.groups]


def test_a_decision_that_has_lost_what_it_took_warns() -> None:
    matter = approved()

    matter.do(AdvanceAction(action="A1", status="dropped", because="För dyrt"))

    (one,) = matter.found("decision-undermined")
    assert one.severity == "warning"
    assert one.is_at("risk", "R1")
    assert not matter.review().of("error")


def test_once_evaluated_there_is_nothing_left_to_look_over() -> None:
    matter = Matter()
    matter.do(AddAction(do="Ring"))
    told = Evaluation(given=builders.GIVEN, visitors=VisitorCount(method="not-counted"))
    over = matter.dossier.model_copy(update={"evaluation": told})

    assert matter.review().groups
    assert matter.review(over).groups == ()


def test_once_cancelled_there_is_nothing_left_to_look_over() -> None:
    matter = Matter()

    matter.do(Cancel(because="Regn"))

    assert matter.review().groups == ()


def test_an_event_that_goes_without_an_assessment_is_not_looked_over() -> None:
    matter = Matter()
    judged = NotNeeded(because="Sagostund för tolv barn", judged=builders.GIVEN)
    assessment = matter.dossier.assessment.model_copy(update={"not_needed": judged})

    assert matter.review().groups
    assert matter.review(matter.dossier.model_copy(update={"assessment": assessment})).groups == ()


# A stranger's rules


def ringing(under: UnderReview) -> list[Found]:
    return [Found(says=Text(sv="Ring banvakten.", en="Ring the marshal."), at=(At(kind="event"),))]


def failing(under: UnderReview) -> list[Found]:
    raise KeyError("kilometer")


def odd(under: UnderReview) -> Any:
    return ["ingen anmärkning"]


def nowhere(under: UnderReview) -> list[Found]:
    return [Found(says=Text(sv="Någonstans.", en="Somewhere."), at=())]


def with_rules(*looks: Any) -> Content:
    installed = bootstrap.content()
    rules = tuple(
        Rule(
            id=f"marathon.{look.__name__}",
            severity="hint",
            title=Text(sv="Bana", en="Course"),
            look=look,
            brought_by="marathon",
        )
        for look in looks
    )
    return replace(installed, rules=(*rules, *installed.rules))


@pytest.mark.parametrize("bad", [failing, odd, nowhere])
def test_a_rule_that_fails_is_told_as_its_plugins_fault_and_the_rest_goes_on(bad: Any) -> None:
    matter = Matter(content=with_rules(bad, ringing))
    matter.do(AddAction(do="Ring"))

    found = matter.review()

    (fault,) = found.faults
    assert (fault.plugin, fault.rule) == ("marathon", f"marathon.{bad.__name__}")
    assert "marathon" in fault.told.sv
    assert {"marathon.ringing", "action-without-owner"} <= {one.rule for one in found.groups}


def test_every_rule_has_a_title_and_a_severity_in_one_list() -> None:
    found = titles(bootstrap.content())

    assert found["risk-too-high"][0] == "error"
    assert found["action-without-owner"][0] == "warning"
    assert {severity for severity, _ in found.values()} == {"error", "warning", "hint"}
    assert len(found) == len(set(found))
