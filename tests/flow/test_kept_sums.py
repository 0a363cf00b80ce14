"""A kept sum knows where its figures came from, and asks for the risk again when they change."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.calculation import Calculation, Drawn
from evenemang.domain.condition import Facts
from evenemang.domain.event import LOCAL, Event
from evenemang.domain.norm import Norm
from evenemang.domain.place import Place, Zone
from evenemang.domain.risk import Judged, Judgement, Risk
from evenemang.flow.assessing import GiveAnswer, KeepCalculation
from evenemang.flow.content import Content
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.judging import DismissRisk, JudgeRisk
from evenemang.flow.opening import NewDossier, SetEvent, SetFact, open_dossier
from evenemang.flow.reading import facts_of
from evenemang.flow.starting import beginning, drawn, known, norms_otherwise, otherwise_now
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA = Actor(name="Sara Lind")
STOP, TWO = "crowds.stop-level", "crowds.two-exits"
ZONES = (
    Zone(id="scenen", name="Scenen", area_m2=4200, net_m2=2600, planning_density=2),
    Zone(id="granden", name="Gränden", area_m2=480, net_m2=350, planning_density=1),
)
TORGET = Place(id="torget", name="Torget", zones=ZONES)


@pytest.fixture
def workspace() -> Workspace:
    clock = PlayedClock(datetime(2027, 8, 1, 9, 0, tzinfo=LOCAL))
    return Workspace(MemoryStore(), bootstrap.content(), clock)


@pytest.fixture
def dossier(workspace: Workspace) -> str:
    facts = {"peak_visitors": 1900, "fenced": True}
    new = NewDossier(name="Höstfesten", areas=("crowds",), facts=facts)
    return open_dossier(workspace, new, SARA).record.id


def keep(workspace: Workspace, dossier: str, question: str, calculator: str, **inputs: Any) -> Calculation:
    whole = workspace.dossier(dossier).record
    there = known(whole.event, facts_of(whole, workspace.content), ())
    drawn_from = drawn(workspace.content.calculators[calculator], inputs, there)
    deed = KeepCalculation(question=question, calculator=calculator, inputs=inputs, drawn=drawn_from)
    return workspace.do(dossier, deed, SARA).record.calculations[-1]


def judged(workspace: Workspace, dossier: str, question: str) -> Risk:
    """Answer no, and judge the risk it raises."""
    workspace.do(dossier, GiveAnswer(question=question, value="no"), SARA)
    found = risk(workspace, dossier)
    said = Judged(before=Judgement(likelihood=2, consequence=5))
    workspace.do(dossier, JudgeRisk(risk=found.id, said=said), SARA)
    return risk(workspace, dossier)


def risk(workspace: Workspace, dossier: str) -> Risk:
    return workspace.dossier(dossier).record.risks[0]


def with_norm(workspace: Workspace, norm_id: str, **changes: Any) -> Workspace:
    content = workspace.content
    norm = Norm.model_validate(content.norms[norm_id].model_dump() | changes)
    overridden = replace(content, norms={**content.norms, norm_id: norm})
    return Workspace(workspace.store, overridden, workspace.clock)


def test_a_sum_with_other_figures_asks_for_the_judged_risk_again(workspace: Workspace, dossier: str) -> None:
    keep(workspace, dossier, STOP, "crowds.stop-levels", maximum=1000)
    assert not judged(workspace, dossier, STOP).answer_changed

    keep(workspace, dossier, STOP, "crowds.stop-levels", maximum=1000)
    assert not risk(workspace, dossier).answer_changed

    keep(workspace, dossier, STOP, "crowds.stop-levels", maximum=900)
    assert risk(workspace, dossier).answer_changed


def test_a_first_sum_after_the_judgement_asks_for_it_again(workspace: Workspace, dossier: str) -> None:
    judged(workspace, dossier, STOP)

    keep(workspace, dossier, STOP, "crowds.stop-levels", maximum=1000)

    assert risk(workspace, dossier).answer_changed


def test_a_dismissed_risk_is_asked_about_again_too_and_a_proposal_need_not_be(
    workspace: Workspace, dossier: str
) -> None:
    workspace.do(dossier, GiveAnswer(question=STOP, value="no"), SARA)
    keep(workspace, dossier, STOP, "crowds.stop-levels", maximum=1000)
    assert not risk(workspace, dossier).answer_changed

    workspace.do(dossier, DismissRisk(risk=risk(workspace, dossier).id, because="Vi räknar"), SARA)
    keep(workspace, dossier, STOP, "crowds.stop-levels", maximum=900)
    assert risk(workspace, dossier).answer_changed


def test_a_fact_that_changes_asks_again_once_and_is_told(workspace: Workspace, dossier: str) -> None:
    kept = keep(workspace, dossier, TWO, "crowds.exit-width", persons=1900, time_min=8)
    assert kept.drawn == (Drawn(source="event.peak_visitors", value=1900),)
    judged(workspace, dossier, TWO)

    workspace.do(dossier, SetFact(fact="peak_visitors", value=2600), SARA)

    whole = workspace.dossier(dossier).record
    there = known(whole.event, facts_of(whole, workspace.content), ())
    assert whole.calculations[0].changed == ("event.peak_visitors",)
    assert otherwise_now(whole.calculations[0], there) == ((kept.drawn[0], 2600),)
    assert whole.risks[0].answer_changed
    said = Judged(before=Judgement(likelihood=2, consequence=5))
    workspace.do(dossier, JudgeRisk(risk=whole.risks[0].id, said=said), SARA)
    workspace.do(dossier, SetFact(fact="stage", value=True), SARA)
    assert not risk(workspace, dossier).answer_changed


def test_a_figure_somebody_typed_is_theirs_and_follows_no_fact(workspace: Workspace, dossier: str) -> None:
    kept = keep(workspace, dossier, TWO, "crowds.exit-width", persons=1500, time_min=8)

    workspace.do(dossier, SetFact(fact="peak_visitors", value=2600), SARA)

    assert kept.drawn == ()
    assert workspace.dossier(dossier).record.calculations[0].changed == ()


def test_an_overridden_norm_asks_for_the_risk_again_and_the_sum_keeps_its_own(
    workspace: Workspace, dossier: str
) -> None:
    keep(workspace, dossier, STOP, "crowds.stop-levels", maximum=1000)
    judged(workspace, dossier, STOP)

    later = with_norm(workspace, "stop-close-share", value=0.9)
    later.do(dossier, SetFact(fact="stage", value=True), SARA)

    kept = later.dossier(dossier).record.calculations[0]
    assert risk(later, dossier).answer_changed
    assert kept.changed == ("stop-close-share",)
    assert kept.outputs["stop_at"] == 950
    assert [(was.value, now.value) for was, now in norms_otherwise(kept, later.content)] == [("0.95", "0.9")]
    again = keep(later, dossier, STOP, "crowds.stop-levels", maximum=1000)
    assert (again.outputs["stop_at"], again.changed) == (900, ())


def test_a_zone_that_is_measured_anew_asks_for_the_risk_again(workspace: Workspace, dossier: str) -> None:
    workspace.keep("place", TORGET, SARA, "describe-place")
    source = Drawn(source="zone.torget/scenen.net_m2", value=2600)
    zone = {"name": "Scenen", "area_total_m2": 4200, "area_net_m2": 2600}
    workspace.do(dossier, SetEvent(place="torget"), SARA)
    deed = KeepCalculation(
        question="crowds.free-area",
        calculator="crowds.holding-capacity",
        inputs={"zones": [zone]},
        drawn=(source,),
    )
    workspace.do(dossier, GiveAnswer(question="crowds.peak-in-zone", value=9000), SARA)
    whole = workspace.do(dossier, deed, SARA).record
    found = next(one for one in whole.risks if one.origin and one.origin.question == "crowds.free-area")
    said = Judged(before=Judgement(likelihood=3, consequence=4))
    workspace.do(dossier, JudgeRisk(risk=found.id, said=said), SARA)

    smaller = TORGET.model_copy(update={"zones": (ZONES[0].model_copy(update={"net_m2": 2100}),)})
    workspace.change("place", "torget", lambda _before: smaller, SARA, "describe-place")
    workspace.do(dossier, SetFact(fact="stage", value=True), SARA)

    whole = workspace.dossier(dossier).record
    assert whole.calculations[0].changed == ("zone.torget/scenen.net_m2",)
    assert whole.risk(found.id).answer_changed


def content() -> Content:
    return bootstrap.content()


@pytest.mark.parametrize(
    "calculator", ["crowds.holding-capacity", "crowds.density", "crowds.level-of-service"]
)
def test_a_sum_over_zones_starts_with_a_row_for_each_zone_of_the_event(calculator: str) -> None:
    event = Event(name="Höstfesten", place="torget")
    two = ("torget/scenen",)
    found = content().calculators[calculator]

    whole = beginning(found, known(event, Facts(), (TORGET,)))
    part = beginning(found, known(event.model_copy(update={"zones": two}), Facts(), (TORGET,)))

    assert [row["name"] for row in whole["zones"]] == ["Scenen", "Gränden"]
    assert [row["name"] for row in part["zones"]] == ["Scenen"]
    assert 2600 in part["zones"][0].values()
    assert beginning(found, known(event, Facts(), ())) == {}


def test_what_stands_as_in_the_register_is_told_apart_from_what_was_typed() -> None:
    there = known(Event(name="Höstfesten", place="torget"), Facts(), (TORGET,))
    zones = [
        {"name": "Scenen", "area_total_m2": 4200, "area_net_m2": 2400, "density_p_m2": 2},
        {"name": "Bakgården", "area_total_m2": 4200},
    ]

    found = drawn(content().calculators["crowds.holding-capacity"], {"zones": zones}, there)

    assert [one.source for one in found] == [
        "zone.torget/scenen.area_m2",
        "zone.torget/scenen.planning_density",
    ]
