"""Permits are kept by a person's hand: what contradicts itself is refused, and nothing files itself."""

from datetime import timedelta

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import ChangedMeanwhile, ReasonMissing, Refused
from evenemang.domain.event import Occasion
from evenemang.domain.permit import Permit
from evenemang.flow.difference import picture
from evenemang.flow.opening import NewDossier, SetFact, open_dossier
from evenemang.flow.permitting import PermitLine, permit_lines
from evenemang.flow.planning import AddAction, KeepPermit, PermitIsNotNeeded
from evenemang.flow.rescheduling import MoveEvent
from evenemang.flow.timeplan import Milestone, time_plan
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA, BO = Actor(name="Sara Lind"), Actor(name="Bo Ek")
SYSTEM = bootstrap.SystemClock()
TODAY = SYSTEM.now().date()


class Case:
    """One event ten days from today, and what is done to it."""

    def __init__(self) -> None:
        self.workspace = Workspace(MemoryStore(), bootstrap.content(), SYSTEM)
        day = Occasion(date=TODAY + timedelta(days=10), starts="12:00", ends="22:00")
        new = NewDossier(name="Vårfesten", occasions=(day,), facts={"food": True})
        self.id = open_dossier(self.workspace, new, SARA).record.id

    @property
    def dossier(self) -> Dossier:
        return self.workspace.dossier(self.id).record

    def line(self, permit: str) -> PermitLine:
        facts = self.workspace.read(self.dossier).facts
        found = permit_lines(self.dossier, self.workspace.content, facts, TODAY)
        return next(one for one in found if one.id == permit)

    def milestones(self) -> dict[str, Milestone]:
        facts = self.workspace.read(self.dossier).facts
        plan = time_plan(self.dossier, self.workspace.content, facts, TODAY)
        return {one.id: one for one in plan.milestones}


@pytest.fixture
def case() -> Case:
    return Case()


def test_a_needed_permit_waits_until_a_person_keeps_it(case: Case) -> None:
    assert (case.line("food").standing, case.line("food").late) == ("to-do", 4)
    assert case.dossier.permits == ()

    filed = Permit(permit="food", what="Mat", filed=TODAY, outcome="applied")
    case.workspace.do(case.id, KeepPermit(permit=filed), SARA)

    assert (case.line("food").standing, case.line("food").waits) == ("kept", False)
    last = case.workspace.store.journal("dossier", case.id)[-1].deed
    assert (last.by, last.touched) == ("Sara Lind", "permits/food")


def test_a_fact_that_changes_changes_what_is_needed(case: Case) -> None:
    assert case.line("alcohol").standing == "not-known"
    case.workspace.do(case.id, SetFact(fact="alcohol", value=True), SARA)
    assert case.line("alcohol").standing == "to-do"
    case.workspace.do(case.id, SetFact(fact="alcohol", value=False), SARA)
    assert case.line("alcohol").standing == "not-needed"


def test_a_permit_is_set_aside_only_with_a_reason_and_can_be_taken_up_again(case: Case) -> None:
    with pytest.raises(ReasonMissing):
        case.workspace.do(case.id, PermitIsNotNeeded(permit="food", because=" "), SARA)
    case.workspace.do(case.id, KeepPermit(permit=Permit(permit="food", what="Mat")), SARA)
    case.workspace.do(case.id, PermitIsNotNeeded(permit="food", because="Alla är registrerade."), SARA)

    spared = case.line("food").spared
    assert case.line("food").standing == "spared"
    assert spared is not None
    assert spared.given.by == "Sara Lind"
    case.workspace.do(case.id, KeepPermit(permit=Permit(permit="food", what="Mat")), SARA)
    assert case.dossier.permits_not_needed == ()
    assert case.line("food").waits


def test_what_is_filed_cannot_be_said_not_to_be_needed(case: Case) -> None:
    filed = Permit(permit="food", what="Mat", filed=TODAY, outcome="applied")
    case.workspace.do(case.id, KeepPermit(permit=filed), SARA)

    with pytest.raises(Refused) as refused:
        case.workspace.do(case.id, PermitIsNotNeeded(permit="food", because="Nej"), SARA)

    assert "redan inlämnat" in refused.value.say("sv")
    assert case.dossier.permits == (filed,)


def test_what_the_group_added_itself_keeps_its_name(case: Case) -> None:
    own = Permit(permit="own-1", what="Markägarens ja")
    case.workspace.do(case.id, KeepPermit(permit=own), SARA)
    case.workspace.do(case.id, PermitIsNotNeeded(permit="own-1", because="Kommunen äger marken."), SARA)

    assert case.dossier.permits == (own,)


def test_no_event_does_without_a_duty_that_holds_for_all(case: Case) -> None:
    with pytest.raises(Refused) as refused:
        case.workspace.do(case.id, PermitIsNotNeeded(permit="fire-protection", because="Litet"), SARA)

    assert "gäller alla evenemang" in refused.value.say("sv")


def test_a_day_without_the_state_it_means_is_refused(case: Case) -> None:
    with pytest.raises(Refused):
        case.workspace.do(case.id, KeepPermit(permit=Permit(permit="food", what="Mat", filed=TODAY)), SARA)


def test_two_who_set_the_same_permit_aside_see_each_other(case: Case) -> None:
    seen = picture(case.dossier, "permits_not_needed/food")
    case.workspace.do(case.id, PermitIsNotNeeded(permit="food", because="Registrerade.", seen=seen), SARA)

    with pytest.raises(ChangedMeanwhile):
        case.workspace.do(case.id, PermitIsNotNeeded(permit="food", because="Vet ej", seen=seen), BO)


def test_moving_the_event_moves_permits_and_actions_counted_from_it_and_leaves_fixed_days(
    case: Case,
) -> None:
    fixed = TODAY + timedelta(days=3)
    case.workspace.do(case.id, AddAction(do="Ring polisen", due_days=-7), SARA)
    case.workspace.do(case.id, AddAction(do="Boka kranen", due=fixed), SARA)
    before = case.milestones()
    case.workspace.do(case.id, MoveEvent(days=30, because="Regn"), SARA)
    after = case.milestones()

    assert before["A1"].day == TODAY + timedelta(days=3)
    assert (after["A1"].day, after["A1"].days) == (TODAY + timedelta(days=33), -7)
    assert (after["A2"].day, after["A2"].days) == (fixed, -37)
    assert after["food"].day == TODAY + timedelta(days=26)
    assert (before["food"].late, after["food"].late) == (4, 0)


def test_the_plan_stands_by_day_and_what_has_none_is_last(case: Case) -> None:
    case.workspace.do(case.id, AddAction(do="Utan dag"), SARA)
    case.workspace.do(case.id, AddAction(do="Sent", due_days=5), SARA)
    days = [one.day for one in case.milestones().values()]
    known = [one for one in days if one]

    assert known == sorted(known)
    assert days[: len(known)] == known
    assert case.milestones()["A1"].day is None


def test_what_is_late_hangs_on_the_day_one_looks(case: Case) -> None:
    facts = case.workspace.read(case.dossier).facts
    content = case.workspace.content
    early = time_plan(case.dossier, content, facts, TODAY - timedelta(days=60))
    now = time_plan(case.dossier, content, facts, TODAY)

    assert early.late == ()
    assert {one.id for one in now.late} == {"food"}, "what may not be needed at all is not called late"
