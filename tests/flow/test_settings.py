"""What the municipality sets counts: in time plans, sums and names; each change journaled and seen."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.actor import Actor, Function
from evenemang.domain.calculation import norms_used, run
from evenemang.domain.errors import CalculationRefused, ChangedMeanwhile, NotFound, Refused
from evenemang.domain.event import LOCAL, Occasion
from evenemang.domain.norm import OwnedNorm, figures_at
from evenemang.domain.place import Place
from evenemang.domain.risk import Judged, Judgement
from evenemang.domain.setting import (
    NAME,
    OwnFigure,
    OwnLeadTime,
    OwnNorm,
    Settings,
    is_of,
    unfit_norm,
)
from evenemang.domain.source import Source
from evenemang.flow.assessing import GiveAnswer, KeepCalculation
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.judging import JudgeRisk
from evenemang.flow.opening import NewDossier, SetFact, open_dossier
from evenemang.flow.permitting import PermitLine, permit_lines
from evenemang.flow.plan_words import lead_said
from evenemang.flow.reading import facts_of
from evenemang.flow.recording import functions
from evenemang.flow.settings.changing import (
    drop_lead_time,
    drop_norm,
    name_municipality,
    put_back,
    set_arms,
    set_lead_time,
    set_norm,
    version_of,
)
from evenemang.flow.settings.grounds import (
    add_organiser,
    add_place,
    change_organiser,
    change_place,
    put_organiser_back,
    put_place_back,
    set_zone,
)
from evenemang.flow.settings.posts import Post, add_function, change_function, retire_function
from evenemang.flow.settings.posts import put_back as put_post_back
from evenemang.flow.settings.prevailing import prevailing
from evenemang.flow.settings.rewriting import queue_for_settings
from evenemang.flow.settings.standing import unfit
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

CONTENT = bootstrap.content()
ANNA, BO = Actor(name="Anna"), Actor(name="Bo")
TODAY = date(2027, 5, 3)
ARMS = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="


@pytest.fixture
def clock() -> PlayedClock:
    return PlayedClock(datetime(2027, 5, 3, 9, 0, tzinfo=LOCAL))


@pytest.fixture
def workspace(clock: PlayedClock) -> Workspace:
    return Workspace(MemoryStore(), CONTENT, clock)


def source(title: str = "Riktlinjer för evenemang 2027") -> Source:
    return Source(id="own", title=title, at="KS 2027/114", checked=TODAY, sure="high")


def time(permit: str, days: int) -> OwnLeadTime:
    return OwnLeadTime(permit=permit, days=days, source=source())


def norm(name: str, figures: dict[str, float] | None = None, valid_from: date = TODAY) -> OwnNorm:
    found = CONTENT.norms[name]
    said = figures or {"value": found.figure * 2}
    return OwnNorm(
        norm=name,
        figures=tuple(OwnFigure(at=at, figure=figure) for at, figure in said.items()),
        unit=found.unit,
        source=source("Yttrande från räddningstjänsten"),
        valid_from=valid_from,
        decided_by=found.override[0],
        decision="Räddningsnämnden 2027-04-12 § 31",
    )


def fest(workspace: Workspace, in_days: int = 200) -> str:
    day = workspace.now().date() + timedelta(days=in_days)
    new = NewDossier(
        name="Höstfesten",
        occasions=(Occasion(date=day, starts="12:00", ends="22:00"),),
        areas=("crowds",),
        facts={"peak_visitors": 1900, "alcohol": True, "fenced": True},
    )
    return open_dossier(workspace, new, ANNA).record.id


def line(workspace: Workspace, dossier: str, permit: str) -> PermitLine:
    whole = workspace.dossier(dossier).record
    content = workspace.content_for(whole)
    lines = permit_lines(whole, content, facts_of(whole, content), workspace.now().date())
    return next(one for one in lines if one.id == permit)


def test_without_settings_what_is_installed_counts_as_it_came(workspace: Workspace) -> None:
    assert workspace.content is CONTENT
    assert workspace.content.settings == Settings()


@pytest.mark.parametrize(
    ("name", "place", "fits"),
    [
        ("Alingsås kommun", "Alingsås", True),
        ("alingsås", "Alingsås", True),
        ("Lidköpings kommun", "Lidköping", True),
        ("Stockholms stad", "Stockholm", True),
        ("Öckerö kommun", "Stockholm", False),
        ("Håbo kommun", "Håb", False),
    ],
)
def test_a_municipality_is_known_by_the_name_of_its_place(name: str, place: str, fits: bool) -> None:
    assert is_of(name, place) is fits


def test_the_name_decides_whose_local_times_count(workspace: Workspace) -> None:
    dossier = fest(workspace)
    assert line(workspace, dossier, "gathering-permit").days == -60

    name_municipality(workspace, "Stockholms stad", ANNA)

    assert line(workspace, dossier, "gathering-permit").days == -28
    assert workspace.content.settings.name == "Stockholms stad"


def test_a_local_time_changes_the_time_plan_and_says_what_it_replaces(workspace: Workspace) -> None:
    dossier = fest(workspace)
    name_municipality(workspace, "Alingsås kommun", ANNA)
    before = line(workspace, dossier, "alcohol").last_day

    set_lead_time(workspace, time("alcohol", 120), ANNA)

    found = line(workspace, dossier, "alcohol")
    assert before
    assert found.last_day == before - timedelta(days=30)
    assert found.ruled
    assert found.ruled.lead
    said = lead_said(found.ruled.lead, "sv")
    assert said == (
        "120 kalenderdagar före, lokal tid i Alingsås (kommunens egen tid, i stället för 90 dagar)"
    )
    assert found.ruled.source(found.ruled.lead).title == "Riktlinjer för evenemang 2027"

    drop_lead_time(workspace, "alcohol", ANNA)
    assert line(workspace, dossier, "alcohol").last_day == before


def test_no_time_is_shorter_than_the_laws(workspace: Workspace) -> None:
    name_municipality(workspace, "Alingsås kommun", ANNA)
    with pytest.raises(Refused, match="under the law") as refused:
        set_lead_time(workspace, time("food", 13), ANNA)
    assert refused.value.say("sv") == "Tiden är kortare än lagens, 14 dagar."
    assert set_lead_time(workspace, time("food", 14), ANNA).version == 1


def test_a_time_waits_for_the_name_of_the_place(workspace: Workspace) -> None:
    with pytest.raises(Refused) as refused:
        set_lead_time(workspace, time("food", 30), ANNA)
    assert refused.value.say("sv").startswith("Ange kommunens namn först")


@pytest.mark.parametrize("wrong", ["no-such-permit", "alcohol.x"])
def test_what_is_not_installed_is_not_set(workspace: Workspace, wrong: str) -> None:
    name_municipality(workspace, "Alingsås kommun", ANNA)
    with pytest.raises(NotFound):
        set_lead_time(workspace, time(wrong, 30), ANNA)
    with pytest.raises(NotFound):
        drop_norm(workspace, wrong, ANNA)


def test_an_own_norm_changes_the_verdict_and_says_that_it_is_the_municipalitys(workspace: Workspace) -> None:
    calculator = CONTENT.calculators["crowds.stop-levels"]
    share = next(one for one in calculator.norms if CONTENT.norms[one].value is not None)
    half = CONTENT.norms[share].figure / 2

    set_norm(workspace, norm(share, {"value": half}), ANNA)

    content = workspace.content
    used = {one.id: one for one in norms_used(calculator, content.norms, content.norm_sources)}
    assert (used[share].value, used[share].own) == (f"{half:g}", True)
    assert used[share].source == "Yttrande från räddningstjänsten"
    inputs = {"maximum": 1000}
    found = [run(calculator, inputs, one.norms)[1] for one in (CONTENT, content)]
    assert found[0] != found[1]
    owned = content.norms[share]
    assert isinstance(owned, OwnedNorm)
    assert owned.instead == CONTENT.norms[share]


def test_an_own_norm_counts_from_its_day(workspace: Workspace, clock: PlayedClock) -> None:
    share = next(one for one in CONTENT.norms.values() if one.value and one.override)
    set_norm(workspace, norm(share.id, valid_from=TODAY + timedelta(days=30)), ANNA)
    assert workspace.content.norms[share.id].figure == share.figure

    clock.at += timedelta(days=30)
    workspace.prevailing.forget()

    assert workspace.content.norms[share.id].figure == share.figure * 2


def test_a_kept_sum_stands_with_its_norms_and_its_risk_is_asked_again(workspace: Workspace) -> None:
    dossier, calculator = fest(workspace), CONTENT.calculators["crowds.stop-levels"]
    share = next(one for one in calculator.norms if CONTENT.norms[one].value is not None)
    inputs = {"maximum": 1000}
    question = next(
        one.id
        for one in CONTENT.areas["crowds"].questions()
        if one.calculator and one.calculator.use == calculator.id
    )
    workspace.do(dossier, KeepCalculation(question=question, calculator=calculator.id, inputs=inputs), ANNA)
    workspace.do(dossier, GiveAnswer(question=question, value="no"), ANNA)
    risk = workspace.dossier(dossier).record.risks[0]
    said = Judged(before=Judgement(likelihood=2, consequence=5))
    workspace.do(dossier, JudgeRisk(risk=risk.id, said=said), ANNA)
    [before] = workspace.dossier(dossier).record.calculations

    set_norm(workspace, norm(share, {"value": CONTENT.norms[share].figure / 2}), ANNA)
    workspace.do(dossier, SetFact(fact="food", value=True), ANNA)

    whole = workspace.dossier(dossier).record
    [after] = whole.calculations
    assert (after.norms, after.outputs) == (before.norms, before.outputs)
    assert after.changed == (share,)
    assert whole.risks[0].answer_changed


@pytest.mark.parametrize(
    ("name", "figures", "why"),
    [
        ("density-bands", {"green/at_most": 9.0}, "kommer inte längre i ordning"),
        ("density-bands", {"blue/at_most": 9.0}, "ingen siffra som heter ”blue/at_most”"),
        ("density-bands", {"green/at_most": 2.0}, "densamma"),
        ("density-bands", {"green/at_most": 0.0}, "större än noll"),
    ],
)
def test_figures_that_do_not_fit_the_norm_are_refused(
    workspace: Workspace, name: str, figures: dict[str, float], why: str
) -> None:
    with pytest.raises(Refused) as refused:
        set_norm(workspace, norm(name, figures), ANNA)
    assert why in refused.value.say("sv")
    assert version_of(workspace, f"norm.{name}") == 0


@pytest.mark.parametrize(
    ("name", "figures", "why"),
    [
        ("lightning-suspend", {"value": 29.9}, "Siffran får höjas, inte sänkas: ange minst 30."),
        ("lightning-resume", {"value": 15.0}, "Siffran får höjas, inte sänkas: ange minst 30."),
        ("density-planning-outdoor", {"value": 2.5}, "Siffran får sänkas, inte höjas: ange högst 2."),
        ("wind-steps", {"inflatable/act_over": 10.8}, "Siffran får sänkas, inte höjas: ange högst 10,7."),
        ("sound-limits-audience", {"mixed/laeq": 98.0}, "Siffran får sänkas, inte höjas: ange högst 97."),
    ],
)
def test_a_norm_that_may_only_become_stricter_is_not_loosened(
    workspace: Workspace, name: str, figures: dict[str, float], why: str
) -> None:
    with pytest.raises(Refused) as refused:
        set_norm(workspace, norm(name, figures), ANNA)
    assert refused.value.say("sv") == why
    assert version_of(workspace, f"norm.{name}") == 0


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("lightning-suspend", {"value": 45.0}),
        ("density-planning-outdoor", {"value": 1.5}),
        ("wind-steps", {"inflatable/act_over": 9.0}),
        ("wind-steps", {"party-tent/act": 12.0}),  # the row has no direction of its own
        ("sound-limits-audience", {"children/laeq": 89.0}),  # a local figure, not the national one
    ],
)
def test_the_stricter_way_is_free_and_so_is_a_figure_that_names_no_way(
    workspace: Workspace, name: str, figures: dict[str, float]
) -> None:
    set_norm(workspace, norm(name, figures), ANNA)
    assert isinstance(workspace.content.norms[name], OwnedNorm)


def test_a_raised_limit_for_lightning_is_not_lowered_in_the_sum(workspace: Workspace) -> None:
    set_norm(workspace, norm("lightning-resume", {"value": 45.0}), ANNA)
    calculator, asked = CONTENT.calculators["weather.lightning"], {"last_thunder": "20:05"}

    assert "20:50" in str(run(calculator, asked, workspace.content.norms)[1])
    with pytest.raises(CalculationRefused) as refused:
        run(calculator, {**asked, "wait_min": 30}, workspace.content.norms)
    assert refused.value.say("sv").endswith("Gränserna får höjas men inte sänkas.")


def test_a_range_keeps_its_ends_in_order(workspace: Workspace) -> None:
    found = next(one for one in CONTENT.norms.values() if one.high and one.override)
    assert found.high
    with pytest.raises(Refused) as refused:
        set_norm(workspace, norm(found.id, {"low": found.high + 1}), ANNA)
    assert "lägre ände" in refused.value.say("sv")


def test_what_nobody_may_replace_stands(workspace: Workspace) -> None:
    fixed = next(one for one in CONTENT.norms.values() if one.override == ("nobody",))
    at, figure = next(iter(figures_at(fixed).items()))
    with pytest.raises(Refused) as refused:
        set_norm(workspace, norm(fixed.id, {at: figure + 1}), ANNA)
    assert "får ingen ersätta" in refused.value.say("sv")


@given(data=st.data())
def test_any_norm_takes_any_figures_that_fit_it_and_no_other(data: st.DataObject) -> None:
    found = data.draw(st.sampled_from(sorted(CONTENT.norms.values(), key=lambda one: one.id)))
    at = data.draw(st.sampled_from(sorted(figures_at(found)) or ["value"]))
    figure = data.draw(st.floats(-1e9, 1e9, allow_nan=False))
    decided = data.draw(st.sampled_from(["authority", "supplier", "group", "nobody"]))
    own = OwnNorm.model_validate({
        "norm": found.id, "figures": [{"at": at, "figure": figure}], "unit": found.unit,
        "source": source(), "valid_from": TODAY, "decided_by": decided,
    })  # fmt: skip
    content = prevailing(CONTENT, Settings(norms=(own,)), TODAY)
    counts = isinstance(content.norms[found.id], OwnedNorm)
    assert counts is not bool(unfit_norm(found, own))
    if counts:
        assert figures_at(content.norms[found.id])[at] == figure
        assert decided in found.override
    else:
        assert content.norms[found.id] == found


def test_what_no_longer_fits_does_not_count_and_is_told(workspace: Workspace) -> None:
    name_municipality(workspace, "Alingsås kommun", ANNA)
    set_lead_time(workspace, time("food", 20), ANNA)
    stricter = tuple(
        file.model_copy(
            update={
                "items": tuple(
                    rule.model_copy(
                        update={
                            "lead_time": tuple(
                                one.model_copy(update={"days": 30}) if one.kind == "statutory" else one
                                for one in rule.lead_time
                            )
                        }
                    )
                    for rule in file.items
                )
            }
        )
        for file in CONTENT.permits
    )
    newer = Workspace(workspace.store, _with(permits=stricter), workspace.clock)

    [(thing, why)] = unfit(newer)

    assert (thing, why.sv) == ("lead-time.food", "Tiden är kortare än lagens, 30 dagar.")
    [rule] = [one for file in newer.content.permits for one in file.items if one.id == "food"]
    assert rule.lead("Alingsås") == rule.statutory


def _with(**changes: Any) -> Any:
    return CONTENT.__class__(
        **{**{name: getattr(CONTENT, name) for name in CONTENT.__dataclass_fields__}, **changes}
    )


def test_two_who_change_the_same_setting_both_see_what_the_other_said(workspace: Workspace) -> None:
    name_municipality(workspace, "Alingsås", ANNA, seen=0)

    with pytest.raises(ChangedMeanwhile) as clash:
        name_municipality(workspace, "Vårgårda kommun", BO, seen=0)

    said = clash.value.say("sv")
    assert all(one in said for one in ("Anna", "Kommunens namn", "Alingsås", "Vårgårda kommun", "2027-05-03"))
    assert workspace.content.settings.name == "Alingsås"
    assert name_municipality(workspace, "Vårgårda kommun", BO, seen=1).version == 2


def test_two_who_say_the_same_do_not_meet(workspace: Workspace) -> None:
    name_municipality(workspace, "Alingsås", ANNA, seen=0)
    assert name_municipality(workspace, "Alingsås", BO, seen=0).version == 1


def test_a_former_value_is_put_back_as_a_new_change(workspace: Workspace) -> None:
    for name in ("Alingsås", "Vårgårda"):
        name_municipality(workspace, name, ANNA)

    put_back(workspace, NAME, 1, BO, seen=2)

    rows = workspace.store.journal("setting", NAME)
    told = [(one.deed.by, one.deed.after["name"]) for one in rows]
    assert told == [("Anna", "Alingsås"), ("Anna", "Vårgårda"), ("Bo", "Alingsås")]
    assert workspace.content.settings.name == "Alingsås"


def test_what_was_nothing_is_nothing_again_but_for_the_name(workspace: Workspace) -> None:
    name_municipality(workspace, "Alingsås", ANNA)
    for arms in (ARMS, None):
        set_arms(workspace, arms, ANNA)
    for days in (100, 110):
        set_lead_time(workspace, time("alcohol", days), ANNA)
    drop_lead_time(workspace, "alcohol", ANNA)

    put_back(workspace, "arms", 1, BO)
    put_back(workspace, "lead-time.alcohol", 1, BO)
    assert workspace.content.settings.arms == ARMS
    assert workspace.content.settings.lead_times[0].days == 100

    put_back(workspace, "lead-time.alcohol", 3, BO)
    assert workspace.content.settings.lead_times == ()


def test_workbooks_of_events_to_come_are_queued_when_something_set_counts_otherwise(
    workspace: Workspace,
) -> None:
    coming, past = fest(workspace, 30), fest(workspace, -30)
    assert queue_for_settings(workspace) == 0
    _write_all(workspace)

    name_municipality(workspace, "Alingsås kommun", ANNA)

    assert queue_for_settings(workspace) == 1
    assert workspace.store.book("dossier", coming).stale
    assert not workspace.store.book("dossier", past).stale
    assert queue_for_settings(workspace) == 0


def _write_all(workspace: Workspace) -> None:
    while lease := workspace.store.lease(datetime(2027, 5, 3, 9, tzinfo=LOCAL), 8):
        workspace.store.written(lease, f"{lease.record}.xlsx")


def test_a_retired_post_still_owns_what_it_owned(workspace: Workspace) -> None:
    post = add_function(workspace, Post(title="Projektledare evenemang", short="projektledare"), ANNA)
    renamed = change_function(workspace, post.id, Post(title="Evenemangsledare"), ANNA, seen=1)
    retire_function(workspace, post.id, ANNA, seen=renamed.version)

    found = functions(workspace)[post.id]
    assert (found.title, found.short, found.retired) == ("Evenemangsledare", "Evenemangsledare", True)

    put_post_back(workspace, post.id, 1, BO)
    assert functions(workspace)[post.id] == Function(
        id=post.id, title="Projektledare evenemang", short="projektledare", part="member"
    )


def test_no_two_posts_have_one_name(workspace: Workspace) -> None:
    post = add_function(workspace, Post(title="Kommunpolis"), ANNA)
    with pytest.raises(Refused):
        add_function(workspace, Post(title="kommunpolis"), ANNA)
    other = add_function(workspace, Post(title="Räddningstjänsten"), ANNA)
    with pytest.raises(Refused):
        change_function(workspace, other.id, Post(title="Insats", short="Kommunpolis"), ANNA)
    renamed = change_function(workspace, post.id, Post(title="Kommunpolisen", short="Kommunpolis"), ANNA)
    assert renamed.version == 2


def test_places_and_organisers_are_changed_as_they_were_seen(workspace: Workspace) -> None:
    place = add_place(workspace, "Torget", ANNA)
    zone = {"name": "Scenen", "area_m2": 400.0, "net_m2": 300.0, "planning_density": 2.0}
    set_zone(workspace, place.id, None, zone, ANNA, seen=1)
    with pytest.raises(ChangedMeanwhile):
        change_place(workspace, place.id, "Stora torget", BO, seen=1)
    set_zone(workspace, place.id, "z1", {**zone, "net_m2": 200.0}, BO, seen=2)
    with pytest.raises(Refused):
        set_zone(workspace, place.id, "z1", {**zone, "net_m2": 900.0}, BO)

    found = workspace.place(place.id)
    assert isinstance(found, Place)
    assert [(one.name, one.holds) for one in found.zones] == [("Scenen", 400)]
    organiser = add_organiser(workspace, {"name": "Föreningen"}, ANNA)
    changed = change_organiser(workspace, organiser.id, {"kind": "external"}, BO, seen=1)
    assert (changed.record.name, changed.record.kind, changed.version) == ("Föreningen", "external", 2)


def test_a_former_measure_comes_back_and_what_has_come_since_stays(workspace: Workspace) -> None:
    place = add_place(workspace, "Torget", ANNA)
    zone = {"name": "Scenen", "area_m2": 400.0, "net_m2": 300.0, "planning_density": 2.0}
    set_zone(workspace, place.id, None, zone, ANNA)
    set_zone(workspace, place.id, "z1", {**zone, "net_m2": 100.0}, ANNA)
    set_zone(workspace, place.id, None, {**zone, "name": "Gränden"}, ANNA)
    organiser = add_organiser(workspace, {"name": "Föreningen"}, ANNA)
    change_organiser(workspace, organiser.id, {"name": "Klubben", "kind": "external"}, ANNA)

    found = put_place_back(workspace, place.id, 2, BO, seen=4).record
    assert [(one.name, one.net_m2) for one in found.zones] == [("Scenen", 300.0), ("Gränden", 300.0)]
    assert put_organiser_back(workspace, organiser.id, 1, BO, seen=2).record == organiser
    with pytest.raises(Refused):
        put_place_back(workspace, place.id, 0, BO)
    with pytest.raises(Refused, match="too large"):
        set_zone(workspace, place.id, "z1", {**zone, "area_m2": 1e308, "net_m2": 1e308}, BO)
