"""What is secret reaches only those named; others judge by how much, and can neither touch nor erase."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.decision import Draft
from evenemang.domain.errors import DecisionRefused, EvenemangError, NotFound, ReasonMissing, Refused
from evenemang.domain.evaluation import VisitorCount
from evenemang.domain.risk import Judged, Judgement
from evenemang.flow.assessing import AskOwnQuestion, GiveAnswer, TakeBackAnswer
from evenemang.flow.deciding import Decide
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.judging import AddRisk, DismissRisk, JudgeRisk
from evenemang.flow.marking import MarkSecret
from evenemang.flow.naming import BeginSecret, LetSee, StopSeeing
from evenemang.flow.on_site import CompleteIncident, LogIncident
from evenemang.flow.opening import NewDossier, SetFact, open_dossier
from evenemang.flow.operation import Operation
from evenemang.flow.planning import AddAction, AdvanceAction
from evenemang.flow.rescheduling import Cancel, MoveEvent, Uncancel
from evenemang.flow.rights import ByRole
from evenemang.flow.scoping import ChooseDepth, HandArea, LeaveOutArea, TakeArea
from evenemang.flow.secrecy import secrets_of
from evenemang.flow.sides import side_of
from evenemang.flow.storing import Search
from evenemang.flow.veil import veiled
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.secret_dossier import ASK, NAMED, NILS, OPEN_RISK, QUESTIONS, SARA, Guarded, guarded, members


def office() -> Workspace:
    store = MemoryStore()
    members(store)
    return Workspace(store, bootstrap.content(), bootstrap.SystemClock(), access=ByRole(store, ASK))


@pytest.fixture(scope="module")
def held() -> Guarded:
    """One that is only looked at."""
    return guarded(office())


@pytest.fixture
def here() -> Guarded:
    return guarded(office())


def secret_side(here: Guarded) -> Any:
    secrets = secrets_of(here.dossier, here.work.content, here.work.store.journal("dossier", here.id))
    return side_of(here.dossier, secrets, secret=True)


def test_none_of_the_secret_words_is_in_what_others_see(held: Guarded) -> None:
    seen = held.work.sight(NILS, held.dossier)

    assert len(held.words) > 20
    assert [one for one in held.words if one in repr(seen.dossier)] == []
    assert OPEN_RISK in repr(seen.dossier)
    said = repr(held.work.sight(NAMED, held.dossier).dossier)
    assert [one for one in held.words if one not in said] == held.words[-1:]  # the lesson: in its register


def test_who_began_the_secret_part_is_named_and_the_journal_tells(held: Guarded) -> None:
    assert [one.name for one in held.dossier.named] == [NAMED.name]
    rows = [
        one.deed for one in held.work.store.journal("dossier", held.id) if one.deed.touched[:5] == "named"
    ]
    assert [(one.operation, one.by) for one in rows] == [("begin-secret", NAMED.name)]


def test_a_coordinator_is_not_among_the_named_but_may_name_and_that_shows(here: Guarded) -> None:
    assert here.work.sight(SARA, here.dossier).hidden

    here.do(LetSee(who=SARA.name), SARA)

    assert here.work.sight(SARA, here.dossier).hidden is None
    assert here.dossier.named[-1].let_in.by == SARA.name
    here.do(StopSeeing(who=SARA.name), NAMED)
    assert here.work.sight(SARA, here.dossier).hidden
    with pytest.raises(Refused):
        here.do(StopSeeing(who=NAMED.name), NAMED)


def test_a_name_that_was_only_typed_opens_nothing(held: Guarded) -> None:
    assert held.work.sight(Actor(name=NAMED.name), held.dossier).hidden
    assert held.work.sight(None, held.dossier).hidden


def test_nobody_can_name_themselves_by_beginning_what_is_begun(here: Guarded) -> None:
    with pytest.raises(Refused):
        here.do(BeginSecret(), NILS)
    with pytest.raises(Refused):
        here.do(AskOwnQuestion(question="own.mine", area="crowds", ask="Min?", secrecy="secret"), NILS)
    with pytest.raises(Refused):
        here.do(AddRisk(title="Min", area="threats", before=Judgement(likelihood=1, consequence=1)), NILS)
    assert [one.name for one in here.dossier.named] == [NAMED.name]


def test_the_first_to_make_something_secret_is_named() -> None:
    work = office()
    new = open_dossier(work, NewDossier(name="Marknad", areas=("crowds",)), SARA).record
    assert new.named == ()
    work.do(new.id, AddRisk(title="Hot", area="crowds", before=Judgement(likelihood=1, consequence=1)), NILS)

    marked = work.do(
        new.id, MarkSecret(kind="risks", part="R1", paragraph="osl-18-8", because="Röjer vakterna"), NILS
    ).record

    assert [one.name for one in marked.named] == [NILS.name]
    assert marked.risk("R1").secrecy == "secret"
    assert work.sight(NILS, marked).dossier.risks
    assert not work.sight(SARA, marked).dossier.risks


def test_a_mark_takes_a_reason_and_a_paragraph_of_the_list(here: Guarded) -> None:
    risk = here.dossier.risks[-1].id
    with pytest.raises(ReasonMissing):
        here.do(MarkSecret(kind="risks", part=risk, paragraph="osl-18-8"))
    with pytest.raises(NotFound):
        here.do(MarkSecret(kind="risks", part=risk, paragraph="osl-99-9", because="Nej"))


def test_an_area_that_is_marked_is_secret_in_that_dossier(here: Guarded) -> None:
    here.do(GiveAnswer(question="crowds.queue-space", value="yes", comment="Vid grind 2"))
    here.do(MarkSecret(kind="areas", part="crowds", paragraph="osl-18-13", because="Röjer planen"))

    seen = here.work.sight(NILS, here.dossier).dossier
    assert "Vid grind 2" not in repr(seen)
    assert OPEN_RISK not in repr(seen)


def test_a_hidden_risk_that_is_very_high_still_stops_the_decision_without_its_words(held: Guarded) -> None:
    hidden = held.work.sight(NILS, held.dossier).hidden
    assert hidden
    assert hidden.worst
    assert hidden.worst.residual.score == 25
    assert (hidden.risks, hidden.actions, hidden.areas) == (2, 2, 1)

    with pytest.raises(DecisionRefused) as refused:
        held.do(Decide(draft=Draft(officer=NILS.name, group_view="approved", motive="Bra")), NILS)

    said = refused.value.say("sv")
    assert "1 risk som bara visas för dem som är utsedda" in said
    assert [one for one in held.words if one in said + repr(refused.value.facts)] == []
    assert veiled((), hidden.secrets) == ()


@pytest.mark.parametrize("number", range(6))
def test_what_is_hidden_is_as_if_it_never_was(held: Guarded, number: int) -> None:
    risk, action = held.dossier.risks[0].id, held.dossier.actions[0].id
    operations: tuple[Operation, ...] = (
        JudgeRisk(risk=risk, said=Judged(before=Judgement(likelihood=1, consequence=1), motive="Lägre")),
        DismissRisk(risk=risk, because="Bort"),
        AdvanceAction(action=action, status="dropped", because="Bort"),
        GiveAnswer(question=QUESTIONS[0], value="yes", seen={"comment": "?"}),
        CompleteIncident(incident=held.dossier.incidents[0].id, what="Inget"),
        AddAction(do="Min åtgärd", risk=risk),
    )
    with pytest.raises(NotFound) as refused:
        held.do(operations[number], NILS)
    assert [one for one in held.words if one in refused.value.say("sv")] == []


def test_evaluating_anew_keeps_what_is_said_of_hidden_risks(here: Guarded) -> None:
    before = secret_side(here)

    here.do(Evaluate(visitors=VisitorCount(method="door-counter", total=950)), NILS)

    assert here.dossier.evaluation
    assert here.dossier.evaluation.visitors.total == 950
    assert secret_side(here).evaluation.risks == before.evaluation.risks
    assert secret_side(here).evaluation.actions == before.evaluation.actions


def test_a_secret_area_is_not_left_out_by_somebody_who_does_not_see_it(here: Guarded) -> None:
    with pytest.raises(Refused):
        here.do(LeaveOutArea(area="threats", because="Behövs inte"), NILS)


def test_no_word_of_what_is_secret_stands_in_lists_or_statistics(held: Guarded) -> None:
    store = held.work.store
    rows = repr((store.dossiers(Search()), store.actions(), store.risks(), store.incidents()))
    owner = next(one for one in held.words if one.startswith("zqagare"))
    assert [one for one in held.words if one in rows and one != owner] == []
    assert len(store.risks()) == 3  # counted all the same
    for word in held.words:
        assert store.dossiers(Search(text=word)) == ()


answers = st.sampled_from(["crowds.queue-space", "crowds.emergency-exits", *QUESTIONS, "own.secret"])
ids = st.sampled_from(["R1", "R2", "R3", "R4", "A1", "A2", "I1"])
deeds = st.one_of(
    st.builds(GiveAnswer, question=answers, value=st.sampled_from(["yes", "no"])),
    st.builds(TakeBackAnswer, question=answers),
    st.builds(DismissRisk, risk=ids, because=st.just("Nej")),
    st.builds(AdvanceAction, action=ids, status=st.sampled_from(["done", "dropped"]), because=st.just("Nej")),
    st.builds(AddAction, do=st.just("Staket"), risk=st.none() | ids),
    st.builds(LogIncident, type=st.just("other"), severity=st.just(1), what=st.just("Fall")),
    st.builds(CompleteIncident, incident=ids, what=st.just("Annat")),
    st.builds(Evaluate, visitors=st.just(VisitorCount(method="not-counted"))),
    st.builds(MoveEvent, days=st.integers(-3, -1)),
    st.builds(Cancel, because=st.just("Regn")),
    st.just(Uncancel()),
    st.builds(SetFact, fact=st.just("total_visitors"), value=st.integers(1, 90_000)),
    st.builds(TakeArea, area=st.sampled_from(["threats", "weather"])),
    st.builds(LeaveOutArea, area=st.sampled_from(["threats", "crowds"]), because=st.just("Nej")),
    st.builds(HandArea, area=st.just("threats"), owner=st.just("Bo")),
    st.builds(ChooseDepth, depth=st.sampled_from([1, 3]), because=st.just("Nog")),
    st.builds(StopSeeing, who=st.just(NAMED.name)),
)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(said=st.lists(deeds, min_size=4, max_size=10))
def test_no_deed_of_somebody_who_is_not_named_touches_what_is_secret(said: list[Operation]) -> None:
    here = guarded(office())
    before = secret_side(here)
    for operation in said:
        try:
            here.do(operation, NILS)
        except EvenemangError:
            continue

    after = secret_side(here)
    for name in ("risks", "actions", "incidents", "calculations", "attachments", "named", "markings"):
        assert getattr(after, name) == getattr(before, name), name
    assert after.assessment.answers == before.assessment.answers
    assert after.assessment.own_questions == before.assessment.own_questions
    assert after.evaluation.risks == before.evaluation.risks
    assert after.evaluation.actions == before.evaluation.actions
