"""The smallest events need no assessment: said by a person, with a reason, and still counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.condition import Value
from evenemang.domain.dossier import Dossier, state
from evenemang.domain.errors import AssessmentNeeded, ReasonMissing, ValueUnfit
from evenemang.domain.event import Occasion
from evenemang.domain.profile import facts_that_class
from evenemang.flow.doing_without import AssessAfterAll, DoWithout
from evenemang.flow.example.clock import ExampleClock
from evenemang.flow.opening import NewDossier, SetFact, open_dossier
from evenemang.flow.waiting import around, waiting_for
from evenemang.flow.workspace import Workspace
from evenemang.flow.year import figures
from evenemang.flow.year_rows import gather
from evenemang.store.memory import MemoryStore

SARA = Actor(name="Sara Lind")
WHY = "Högläsning för sextio i biblioteket, som varje månad."
TODAY = date(2024, 3, 1)


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), ExampleClock(TODAY))


def opened(workspace: Workspace, day: date | None = TODAY + timedelta(days=40)) -> Dossier:
    occasions = (Occasion(date=day, starts="10:00", ends="11:00"),) if day else ()
    facts: dict[str, Value] = {"kind": "story-hour", "peak_visitors": 60, "total_visitors": 60}
    new = NewDossier(name="Sagostund", occasions=occasions, facts=facts, officer=SARA.name)
    return open_dossier(workspace, new, SARA).record


def the_rest(workspace: Workspace, dossier: Dossier) -> dict[str, Value]:
    """What the form asks: no to every yes-no fact that the class hangs on, and the figures."""
    profile = workspace.content.profile
    asks = facts_that_class(profile, workspace.read(dossier).facts.event)
    said: dict[str, Value] = {one.id: False for one in asks if one.type == "yes-no"}
    return {**said, "zones": 1, "days": 1, "organiser_experience": "long"}


def without(workspace: Workspace, dossier: Dossier) -> Dossier:
    deed = DoWithout(because=WHY, facts=the_rest(workspace, dossier))
    return workspace.do(dossier.id, deed, SARA).record


def test_a_small_event_goes_without_an_assessment_and_says_who_and_why(workspace: Workspace) -> None:
    found = without(workspace, opened(workspace))

    assert state(found, workspace.now()) == "not-needed"
    assert found.assessment.not_needed is not None
    assert (found.assessment.not_needed.because, found.assessment.not_needed.judged.by) == (WHY, "Sara Lind")


def test_a_reason_is_asked_for(workspace: Workspace) -> None:
    dossier = opened(workspace)

    with pytest.raises(ReasonMissing):
        workspace.do(dossier.id, DoWithout(because=" ", facts=the_rest(workspace, dossier)), SARA)


def test_what_is_not_known_is_named_and_nothing_is_stored(workspace: Workspace) -> None:
    dossier = opened(workspace)

    with pytest.raises(AssessmentNeeded) as refused:
        workspace.do(dossier.id, DoWithout(because=WHY), SARA)

    asks = facts_that_class(workspace.content.profile, workspace.read(dossier).facts.event)
    assert all(one.ask.sv in refused.value.say("sv") for one in asks)
    assert workspace.dossier(dossier.id).record == dossier


def test_without_a_day_the_notice_is_not_known_and_the_day_is_asked_for(workspace: Workspace) -> None:
    dossier = opened(workspace, day=None)
    near_the_limit: dict[str, Value] = {"peak_visitors": 400, "tents": True, "organiser_experience": "none"}
    facts = {**the_rest(workspace, dossier), **near_the_limit}

    with pytest.raises(AssessmentNeeded) as refused:
        workspace.do(dossier.id, DoWithout(because=WHY, facts=facts), SARA)

    assert "Vilken dag" in refused.value.say("sv")


@pytest.mark.parametrize("danger", ["controversial", "overnight", "pyrotechnics", "on_water"])
def test_an_event_with_a_single_part_that_can_cost_lives_is_assessed(
    workspace: Workspace, danger: str
) -> None:
    dossier = opened(workspace)
    by_water: dict[str, Value] = {"outdoors": True, "water_nearby": True} if danger == "on_water" else {}
    facts = {**the_rest(workspace, dossier), **by_water, danger: True}

    with pytest.raises(AssessmentNeeded) as refused:
        workspace.do(dossier.id, DoWithout(because=WHY, facts=facts), SARA)

    assert "medelstort evenemang" in refused.value.say("sv")


def test_a_fact_that_does_not_fit_is_refused(workspace: Workspace) -> None:
    dossier = opened(workspace)

    with pytest.raises(ValueUnfit):
        workspace.do(dossier.id, DoWithout(because=WHY, facts={"peak_visitors": "många"}), SARA)


def test_a_yes_that_other_answers_rule_out_is_never_counted_as_no(workspace: Workspace) -> None:
    dossier = opened(workspace)
    facts = {**the_rest(workspace, dossier), "water_nearby": False, "on_water": True}

    with pytest.raises(ValueUnfit) as refused:
        workspace.do(dossier.id, DoWithout(because=WHY, facts=facts), SARA)

    assert "säger emot" in refused.value.say("sv")


def test_an_event_that_grows_comes_back_to_the_officer(workspace: Workspace) -> None:
    dossier = without(workspace, opened(workspace))
    assert waiting_for(workspace, around(workspace), SARA) == ()

    grown = workspace.do(dossier.id, SetFact(fact="peak_visitors", value=4_000), SARA).record

    assert workspace.read(grown).needs_assessment_after_all
    assert [one.matter for one in waiting_for(workspace, around(workspace), SARA)] == ["assess"]


def test_the_assessment_can_be_taken_up_after_all(workspace: Workspace) -> None:
    dossier = without(workspace, opened(workspace))

    again = workspace.do(dossier.id, AssessAfterAll(), SARA).record

    assert state(again, workspace.now()) == "draft"
    told = [row.deed.operation for row in workspace.store.journal("dossier", dossier.id)]
    assert told.count("do-without") > 0
    assert told[-1] == "assess-after-all"


def test_it_is_still_in_the_statistics(workspace: Workspace) -> None:
    without(workspace, opened(workspace, day=TODAY))

    events = figures(gather(workspace.store, TODAY.year, TODAY)).events

    assert (events.events, events.not_assessed) == (1, 1)
