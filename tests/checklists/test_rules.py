"""The rules that look an assessment over: each fires where an officer would, and is quiet elsewhere."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.domain.action import ActionStatus
from evenemang.domain.actor import Stamp
from evenemang.domain.risk import Judged, Judgement
from evenemang.flow.assessing import ConfirmAnswer, GiveAnswer
from evenemang.flow.judging import DismissRisk, JudgeRisk
from evenemang.flow.opening import SetFact
from evenemang.flow.planning import AddAction, AdvanceAction
from evenemang.flow.scoping import LeaveOutArea, TakeArea
from tests.reviewed import ALI, STARTS, Matter, body, on

# What is covered


def missed(matter: Matter) -> dict[str | None, str]:
    """The areas that are missed, each with what is said."""
    return {one.at[0].id: one.says.sv for one in matter.found("area-left-out-without-note")}


def test_a_proposed_area_is_missed_until_it_is_taken_or_left_out_with_a_reason() -> None:
    matter = Matter(facts={"outdoors": True, "traffic_near": True})

    assert "Trafik" in missed(matter)["traffic"]
    assert "weather" not in missed(matter)  # it is taken
    matter.do(TakeArea(area="traffic"))
    assert "traffic" not in missed(matter)
    matter.do(LeaveOutArea(area="traffic", because="Gatan är avstängd av en annan anledning"))
    assert "traffic" not in missed(matter)


def test_an_area_that_open_facts_may_rule_out_is_not_missed() -> None:
    assert "traffic" not in missed(Matter(facts={"outdoors": True}))


def test_more_visitors_at_once_than_in_all_cannot_be() -> None:
    matter = Matter(facts={"peak_visitors": 500, "total_visitors": 400})

    assert "400 besök" in matter.says("peak-above-total")
    matter.do(SetFact(fact="total_visitors", value=500))
    assert not matter.found("peak-above-total")


def test_a_completion_that_never_came_is_told_the_day_after() -> None:
    matter = Matter()
    asked = {
        "given": Stamp(by="Sara Lind", at=matter.at),
        "officer": "Sara Lind",
        "group_view": "to-complete",
        "complete_by": date(2027, 7, 10),
    }
    waiting = body(matter.dossier, decisions=[asked])

    matter.at = on(date(2027, 7, 10))
    assert not matter.found("completion-overdue", waiting)
    matter.at = on(date(2027, 7, 11))
    assert matter.found("completion-overdue", waiting)


# Risks and actions


def test_an_open_action_without_an_owner_is_told_at_the_action() -> None:
    matter = Matter()
    matter.do(AddAction(do="Ring leverantören"), AddAction(do="Köp megafon", owner="Sara Lind"))

    (one,) = matter.found("action-without-owner")

    assert one.is_at("action", "A1")
    matter.do(AdvanceAction(action="A1", status="dropped", because="Någon annan gör det"))
    assert not matter.found("action-without-owner")


def test_a_decided_action_without_an_owner_can_only_come_from_an_old_body_and_is_told() -> None:
    matter = Matter()
    matter.do(AddAction(do="Ring", owner="Sara Lind", due_days=-3, decided=True))
    old = matter.dossier.model_dump(mode="json")["actions"][0] | {"owner": None}

    assert matter.found("action-without-owner", body(matter.dossier, actions=[old]))


@pytest.mark.parametrize(
    ("phase", "due_days", "told"),
    [
        ("planning", 1, True),
        ("build-up", 7, True),
        ("planning", 0, False),
        ("build-up", -1, False),
        ("running", 1, False),
        ("strike", 14, False),
    ],
)
def test_what_must_be_done_before_opening_may_not_be_due_after_it(
    phase: Any, due_days: int, told: bool
) -> None:
    matter = Matter()
    matter.do(AddAction(do="Sandsäckar", phase=phase, due_days=due_days, owner="Sara Lind"))

    assert bool(matter.found("action-after-start")) is told


def test_what_came_up_at_the_event_was_never_due_before_it() -> None:
    matter = Matter()
    matter.at = on(STARTS)
    matter.do(AddAction(do="Nyckelansvarig inför nästa år", due_days=20, owner="Sara Lind"))

    assert not matter.found("action-after-start")


def decide_against_the_risk(matter: Matter, status: ActionStatus | None = None, **why: str) -> None:
    matter.do(AddAction(do="Beskär", risk="R1", owner="Sara Lind", due_days=-7, decided=True))
    matter.at += timedelta(days=1)
    if status:
        matter.do(AdvanceAction(action="A1", status=status, **why))


def test_an_action_done_asks_mildly_for_a_new_look_at_its_risk() -> None:
    matter = Matter()
    matter.risk()
    decide_against_the_risk(matter, "done")

    (one,) = matter.found("closed-without-new-judgement")

    assert (one.severity, one.at[0].id) == ("hint", "R1")
    assert one.is_at("action", "A1")
    matter.do(JudgeRisk(risk="R1", said=Judged(before=Judgement(likelihood=3, consequence=4))))
    assert not matter.found("closed-without-new-judgement")


def test_an_action_dropped_warns_since_its_protection_is_gone() -> None:
    matter = Matter()
    matter.risk()
    decide_against_the_risk(matter, "dropped", because="För dyrt")

    (one,) = matter.found("dropped-without-new-judgement")

    assert "A1" in one.says.sv
    assert not matter.found("closed-without-new-judgement")
    matter.do(JudgeRisk(risk="R1", said=Judged(before=Judgement(likelihood=3, consequence=4))))
    assert not matter.found("dropped-without-new-judgement")


@pytest.mark.parametrize("dismissed", [False, True])
def test_a_changed_answer_asks_for_a_new_judgement_also_of_what_was_dismissed(dismissed: bool) -> None:
    matter = Matter()
    matter.answer(weather__watcher="partly")
    same = matter.dossier.risk("R1").before
    matter.do(
        DismissRisk(risk="R1", because="Vi har en väderansvarig")
        if dismissed
        else JudgeRisk(risk="R1", said=Judged(before=same))
    )
    assert not matter.found("answer-changed-since-judged")

    matter.answer(weather__watcher="no")

    assert matter.found("answer-changed-since-judged")[0].is_at("risk", "R1")


@pytest.mark.parametrize(
    ("because", "told"), [("Nej", True), ("-", True), ("Ingen scen, inga tält att rasa", False)]
)
def test_a_deadly_risk_is_not_dismissed_with_a_word(because: str, told: bool) -> None:
    matter = Matter(facts={"tents": True})
    matter.answer(weather__limit_list="no")  # consequence 5
    matter.do(DismissRisk(risk="R1", because=because))

    assert bool(matter.found("dismissed-without-explanation")) is told


def test_a_milder_risk_may_be_dismissed_with_a_word() -> None:
    matter = Matter()
    matter.answer(weather__watcher="no")  # consequence 3
    matter.do(DismissRisk(risk="R1", because="Nej"))

    assert not matter.found("dismissed-without-explanation")


def test_a_deadly_risk_dismissed_without_any_reason_can_only_come_from_an_old_body_and_is_told() -> None:
    matter = Matter()
    matter.risk(2, 5)
    old = matter.dossier.model_dump(mode="json")["risks"][0] | {"state": "dismissed", "dismissal": None}

    assert matter.found("dismissed-without-explanation", body(matter.dossier, risks=[old]))


def test_a_high_risk_whose_action_is_not_done_is_told_when_the_event_has_begun() -> None:
    matter = Matter()
    matter.risk()
    decide_against_the_risk(matter)
    matter.at = on(STARTS, "11:59:00")
    assert not matter.found("action-not-done-at-start")

    matter.at = on(STARTS, "12:01:00")

    (one,) = matter.found("action-not-done-at-start")
    assert one.is_at("action", "A1")
    assert one.is_at("risk", "R1")
    matter.at = on(STARTS + timedelta(days=1), "12:00:00")
    assert not matter.found("action-not-done-at-start")


def test_a_milder_risk_or_an_action_for_the_day_itself_is_not_told_at_the_start() -> None:
    matter = Matter()
    matter.risk(2, 3)
    decide_against_the_risk(matter)
    matter.risk()
    matter.do(AddAction(do="Vakta", risk="R2", owner="Sara Lind", due_days=0, phase="running", decided=True))
    matter.at = on(STARTS, "12:01:00")

    assert not matter.found("action-not-done-at-start")


# Answers


def test_an_answer_grows_old_after_the_days_of_the_norm_until_somebody_confirms_it() -> None:
    matter = Matter()
    matter.at = on(date(2027, 3, 1))
    matter.answer(weather__watcher="yes")
    matter.at += timedelta(days=60)
    assert not matter.found("answers-too-old")

    matter.at += timedelta(days=1)

    (one,) = matter.found("answers-too-old")
    assert one.is_at("question", "weather.watcher")
    assert "61 dagar" in one.says.sv
    assert one.severity == "hint"
    matter.do(ConfirmAnswer(question="weather.watcher"), by=ALI)
    assert not matter.found("answers-too-old")
    answer = matter.dossier.assessment.answers["weather.watcher"]
    assert (answer.value, answer.given.by, answer.earlier[-1].given.by) == ("yes", "Ali Ek", "Sara Lind")


def test_once_the_event_has_begun_the_age_of_answers_is_no_matter() -> None:
    matter = Matter()
    matter.at = on(date(2027, 3, 1))
    matter.answer(weather__watcher="yes")

    matter.at = on(STARTS, "12:01:00")

    assert not matter.found("answers-too-old")


def answer_all_of_weather(matter: Matter, seconds: float, **more: Any) -> int:
    asked = matter.workspace.read(matter.dossier).asked["weather"]
    planned = [one for one in asked if one.is_planning and one.answer == "yes-no"]
    for one in planned:
        matter.at += timedelta(seconds=seconds)
        matter.do(GiveAnswer(question=one.id, value="yes", **more))
    return len(planned)


FACTS = {"outdoors": True, "tents": True, "stage": True, "vehicles_in_area": True}


def test_many_yes_within_a_minute_by_one_person_are_worth_another_look() -> None:
    matter = Matter(facts=FACTS)
    count = answer_all_of_weather(matter, seconds=3)

    (one,) = matter.found("yes-in-haste")

    assert count >= 8
    assert one.is_at("area", "weather")
    assert one.says.sv.startswith(f"{count} ja i rad i Väder")


@pytest.mark.parametrize(("seconds", "more"), [(9, {}), (3, {"comment": "Sett på plats"})])
def test_yes_at_the_pace_of_reading_or_with_a_word_of_how_they_know_is_fine(
    seconds: float, more: dict[str, str]
) -> None:
    matter = Matter(facts=FACTS)
    answer_all_of_weather(matter, seconds, **more)

    assert not matter.found("yes-in-haste")


def test_a_no_among_them_shows_that_somebody_read() -> None:
    matter = Matter(facts=FACTS)
    asked = matter.workspace.read(matter.dossier).asked["weather"]
    planned = [one.id for one in asked if one.is_planning and one.answer == "yes-no"]
    for number, question in enumerate(planned):
        matter.at += timedelta(seconds=3)
        matter.do(GiveAnswer(question=question, value="no" if number in (4, 9) else "yes"))

    assert not matter.found("yes-in-haste")


def test_every_installed_rule_is_tried() -> None:
    tried = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*rules.py"))

    assert [one.id for one in bootstrap.content().rules if f'"{one.id}"' not in tried] == []
