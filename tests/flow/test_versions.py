"""A dossier answers the version of an area that it began with, until somebody goes over to the newer one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from evenemang import bootstrap
from evenemang.catalogue import read_area
from evenemang.domain.actor import Actor
from evenemang.domain.checklist import Area
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import ChangedMeanwhile, NotFound, Refused
from evenemang.domain.event import LOCAL, Occasion
from evenemang.domain.risk import Judged, Judgement
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.difference import picture
from evenemang.flow.editions import EditionOf, open_edition
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.judging import JudgeRisk
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.recording import whole
from evenemang.flow.rescheduling import Cancel
from evenemang.flow.scoping import HandArea
from evenemang.flow.storing import Store
from evenemang.flow.versions import Offer, TakeVersion, offers
from evenemang.flow.walking import not_asked_here
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from evenemang.workbook import write
from evenemang.workbook.reading import read as read_back
from tests.two_versions import FIRST, NEW, OLD, SECOND, publish

SARA, JONAS = Actor(name="Sara Lind"), Actor(name="Jonas Berg")
NOW = datetime(2027, 2, 1, 9, 0, tzinfo=LOCAL)
EVENT = Occasion(date=date(2027, 8, 20), starts="12:00", ends="22:00")
Kept = Callable[[str, date], Area | None]
TAKE = TakeVersion(area="marathon", version=NEW)


@pytest.fixture
def versions(tmp_path: Path) -> dict[date, Area]:
    files = [publish(tmp_path, name, text) for name, text in (("1.yaml", FIRST), ("2.yaml", SECOND))]
    return {one.version: one for one in map(read_area, files)}


@pytest.fixture
def before(versions: dict[date, Area]) -> Workspace:
    """The workspace while the first version was the installed one."""
    return _workspace(versions[OLD])


def _workspace(area: Area, store: Store | None = None, kept: dict[date, Area] | None = None) -> Workspace:
    content = bootstrap.content()
    installed = replace(content, areas={**content.areas, "marathon": area})
    there = kept or {}
    return Workspace(
        store or MemoryStore(), installed, PlayedClock(NOW), lambda _area, version: there.get(version)
    )


@pytest.fixture
def opened(before: Workspace) -> str:
    """A dossier where both questions of the first version are answered no."""
    new = NewDossier(name="Stadsloppet", occasions=(EVENT,), areas=("marathon",))
    dossier = open_dossier(before, new, SARA).record.id
    for question in ("marathon.water", "marathon.light"):
        before.do(dossier, GiveAnswer(question=question, value="no"), SARA)
    return dossier


@pytest.fixture
def now(before: Workspace, versions: dict[date, Area], opened: str) -> Workspace:
    """The same data since the second version was installed, the first one being kept."""
    return _workspace(versions[NEW], before.store, versions)


def _asked(workspace: Workspace, dossier: Dossier) -> list[str]:
    return [one.id for one in workspace.read(dossier).asked["marathon"]]


def _proposed(dossier: Dossier) -> dict[str, int]:
    return {one.origin.question: one.before.likelihood for one in dossier.risks if one.origin}


def test_a_dossier_is_asked_by_its_own_version_until_it_goes_over(now: Workspace, opened: str) -> None:
    dossier = now.do(opened, GiveAnswer(question="marathon.water", value="partly"), SARA).record
    assert _asked(now, dossier) == ["marathon.water", "marathon.light"]
    assert _proposed(dossier) == {"marathon.water": 2, "marathon.light": 3}

    dossier = now.do(opened, TAKE, JONAS).record

    assert _asked(now, dossier) == ["marathon.water", "marathon.signs"]
    assert _proposed(dossier) == {"marathon.water": 3}
    assert dossier.assessment.areas[0].version == NEW
    assert now.store.journal("dossier", opened)[-1].deed.by == "Jonas Berg"


def test_every_answer_stays_in_the_dossier_and_in_its_workbook(now: Workspace, opened: str) -> None:
    dossier = now.do(opened, TAKE, SARA).record

    assert dossier.assessment.value("marathon.light") == "no"
    stays = not_asked_here(dossier, now.content_for(dossier))
    assert [one.question for one in stays["marathon"]] == ["marathon.light"]
    back = read_back(write(whole(now, opened), "sv")).dossier
    assert back.assessment == dossier.assessment


def test_the_workbook_is_written_by_the_version_the_dossier_answers(now: Workspace, opened: str) -> None:
    assert whole(now, opened).content.areas["marathon"].version == OLD

    now.do(opened, TAKE, SARA)

    assert whole(now, opened).content.areas["marathon"].version == NEW


def test_a_judged_risk_is_flagged_and_not_changed(now: Workspace, opened: str) -> None:
    said = Judged(before=Judgement(likelihood=2, consequence=3), motive="Kall dag")
    risks = {one.origin.question: one.id for one in now.dossier(opened).record.risks if one.origin}
    for risk in risks.values():
        now.do(opened, JudgeRisk(risk=risk, said=said), SARA)

    dossier = now.do(opened, TAKE, SARA).record

    assert {one.id for one in dossier.risks} == set(risks.values())
    assert all(one.answer_changed for one in dossier.risks)
    assert all(one.before == said.before for one in dossier.risks)


def test_a_removed_question_takes_its_proposal_along_and_flags_what_is_judged(
    before: Workspace, versions: dict[date, Area], opened: str
) -> None:
    section = versions[NEW].sections[0]
    left = tuple(one for one in section.questions if one.id == "marathon.signs")
    without = versions[NEW].model_copy(update={"sections": (section.model_copy(update={"questions": left}),)})
    workspace = _workspace(without, before.store, versions)
    judged = next(one for one in workspace.dossier(opened).record.risks if one.origin)
    said = Judged(before=judged.before)
    workspace.do(opened, JudgeRisk(risk=judged.id, said=said), SARA)

    dossier = workspace.do(opened, TAKE, SARA).record

    assert [(one.id, one.answer_changed, one.default) for one in dossier.risks] == [(judged.id, True, None)]
    assert sorted(dossier.assessment.answers) == ["marathon.light", "marathon.water"]


def test_a_risk_follows_its_words_where_another_is_put_before_it(
    before: Workspace, versions: dict[date, Area], opened: str
) -> None:
    section = versions[NEW].sections[0]
    water = section.questions[0]
    first = water.raises[0].model_copy(update={"hazard": versions[NEW].title, "consequence": 5})
    two = water.model_copy(update={"raises": (first, water.raises[0])})
    sections = (section.model_copy(update={"questions": (two, *section.questions[1:])}),)
    newer = versions[NEW].model_copy(update={"sections": sections})
    workspace = _workspace(newer, before.store, versions)
    heat = next(one for one in workspace.dossier(opened).record.risks if one.origin)

    dossier = workspace.do(opened, TAKE, SARA).record

    there = {one.id: (one.title, one.before.consequence) for one in dossier.risks}
    assert there.pop(heat.id) == (heat.title, 3)
    assert list(there.values()) == [(versions[NEW].title, 5)]


def test_a_newer_version_is_offered_with_the_one_it_follows(now: Workspace, opened: str) -> None:
    (offer,) = _offers(now, opened)

    assert (offer.answers, offer.installed.version, offer.is_offered) == (OLD, NEW, True)
    assert offer.before is not None
    assert offer.before.version == OLD
    now.do(opened, TAKE, SARA)
    assert _offers(now, opened) == ()


def _offers(workspace: Workspace, dossier: str) -> tuple[Offer, ...]:
    found = workspace.dossier(dossier).record
    return offers(found, workspace.content, workspace.content_for(found), workspace.now())


def test_without_the_version_it_answers_the_installed_one_is_used_and_told(
    before: Workspace, versions: dict[date, Area], opened: str
) -> None:
    elsewhere = _workspace(versions[NEW], before.store)

    (offer,) = _offers(elsewhere, opened)

    assert (offer.before, offer.is_offered, offer.is_told) == (None, True, True)
    assert _asked(elsewhere, elsewhere.dossier(opened).record) == ["marathon.water", "marathon.signs"]


def test_a_cancelled_event_and_one_that_is_over_stay_with_their_version(now: Workspace, opened: str) -> None:
    now.clock = PlayedClock(datetime(2027, 8, 21, 9, 0, tzinfo=LOCAL))
    assert _offers(now, opened) == ()
    with pytest.raises(Refused, match="assessment over"):
        now.do(opened, TAKE, SARA)

    now.clock = PlayedClock(NOW)
    now.do(opened, Cancel(because="Storm"), SARA)
    assert _offers(now, opened) == ()


def test_only_an_installed_and_newer_version_is_taken(now: Workspace, opened: str) -> None:
    with pytest.raises(Refused, match="not installed"):
        now.do(opened, TakeVersion(area="marathon", version=NEW + timedelta(days=1)), SARA)
    with pytest.raises(NotFound):
        now.do(opened, TakeVersion(area="crowds", version=NEW), SARA)
    now.do(opened, TAKE, SARA)
    with pytest.raises(Refused, match="not newer"):
        now.do(opened, TAKE, SARA)


def test_an_older_installed_version_is_no_offer(
    before: Workspace, versions: dict[date, Area], opened: str, now: Workspace
) -> None:
    now.do(opened, TAKE, SARA)
    older = _workspace(versions[OLD], before.store, versions)

    assert _offers(older, opened) == ()
    assert _asked(older, older.dossier(opened).record) == ["marathon.water", "marathon.signs"]


def test_who_saw_the_area_as_it_was_is_refused(now: Workspace, opened: str) -> None:
    seen = picture(now.dossier(opened).record, TAKE.subject)
    now.do(opened, HandArea(area="marathon", owner="Jonas Berg"), JONAS)

    with pytest.raises(ChangedMeanwhile):
        now.do(opened, TAKE.model_copy(update={"seen": seen}), SARA)


def test_the_next_edition_takes_the_installed_version(now: Workspace, opened: str) -> None:
    edition = open_edition(now, EditionOf(previous=opened), SARA).record

    assert [one.version for one in edition.assessment.areas] == [NEW]


def test_a_dossier_of_the_installed_version_is_read_by_the_very_same_content(now: Workspace) -> None:
    new = NewDossier(name="Höstloppet", occasions=(EVENT,), areas=("marathon", "crowds"))
    dossier = open_dossier(now, new, SARA).record

    assert now.content_for(dossier) is now.content
