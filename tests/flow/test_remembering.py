"""What is kept from the last deed never shows: each gives what working out everything anew would give."""

import re
from datetime import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.checklist import Question
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.domain.event import LOCAL
from evenemang.domain.risk import Judgement
from evenemang.flow.assessing import GiveAnswer, TakeBackAnswer
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.following import follow
from evenemang.flow.judging import AddRisk, DismissRisk
from evenemang.flow.listing import project
from evenemang.flow.opening import NewDossier, SetFact, open_dossier
from evenemang.flow.operation import Operation
from evenemang.flow.planning import AddAction
from evenemang.flow.reading import read
from evenemang.flow.remembering import KEPT, Memory
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA = Actor(name="Sara Lind")
NOW = datetime(2027, 8, 1, 9, 0, tzinfo=LOCAL)
CONTENT = bootstrap.content()
ALL = [one for area in CONTENT.areas.values() for one in area.questions() if not one.retired]
ASKING = {one.id: {name[8:] for name in one.asks_for() if name.startswith("answers.")} for one in ALL}
LINKED = sorted({id for asking, asked in ASKING.items() if asked for id in (asking, *asked)})
AREAS = tuple(sorted({"crowds", *(one.split(".")[0] for one in LINKED)}))
QUESTIONS = {one.id: one for one in ALL if one.id.split(".")[0] in AREAS}


def _value(question: Question, draw: st.DrawFn) -> Any:
    if question.answer == "choice":
        return draw(st.sampled_from(question.choices)).id
    if question.answer == "number":
        low = int(max(0, question.min or 0))
        return draw(st.integers(low, int(question.max) if question.max else low + 20_000))
    kinds: dict[str, Any] = {"text": st.just("Enligt ritning"), "time": st.just("14:30")}
    return draw(kinds.get(question.answer, st.sampled_from(["yes", "partly", "no", "not-relevant"])))


@st.composite
def deeds(draw: st.DrawFn) -> Operation:
    kind = draw(st.sampled_from(["answer"] * 8 + ["back", "fact", "risk", "action", "dismiss"]))
    question = draw(st.sampled_from(LINKED) | st.sampled_from(sorted(QUESTIONS)))
    if kind == "answer":
        value = _value(QUESTIONS[question], draw)
        return GiveAnswer(question=question, value=value, comment="Enligt mötet i maj.")
    if kind == "back":
        return TakeBackAnswer(question=question)
    if kind == "fact":
        fact = draw(st.sampled_from(["queueing", "after_dark", "alcohol", "street_closed"]))
        return SetFact(fact=fact, value=draw(st.booleans()))
    if kind == "risk":
        return AddRisk(title="Trängsel", area="crowds", before=Judgement(likelihood=3, consequence=3))
    if kind == "action":
        return AddAction(do="Sätt upp staket", due_days=-14)
    return DismissRisk(risk=draw(st.sampled_from(["R1", "R2", "R3"])), because="Gäller inte här.")


@settings(max_examples=25, deadline=None)
@given(st.lists(deeds(), min_size=2, max_size=12))
def test_each_deed_gives_what_working_out_everything_anew_gives(done: list[Operation]) -> None:
    store = MemoryStore()
    workspace = Workspace(store, CONTENT, PlayedClock(NOW))
    dossier = open_dossier(workspace, NewDossier(name="Höstfesten", areas=AREAS), SARA).record.id

    for deed in done:
        try:
            workspace.do(dossier, deed, SARA)
        except NotFound:
            continue
        found = workspace.dossier(dossier).record
        assert _as_read(Dossier.model_validate_json(found.model_dump_json())) == _as_read(found)
        anew = project(found, CONTENT, read(found, CONTENT, (), NOW.date()))

        assert follow(found, workspace.scene(SARA, found)) == found
        assert store.dossiers(Search()) == (anew.row,)
        assert sorted(store.actions(), key=_id) == sorted(anew.actions, key=_id)
        assert sorted(store.risks(), key=_id) == sorted(anew.risks, key=_id)


def _as_read(dossier: Dossier) -> str:
    """Return all of a dossier to the last type; only what a time zone is called differs in what is read."""
    return re.sub(r"tzinfo=[A-Za-z.]+\((?:[^()]|\([^()]*\))*\)", "tzinfo", repr(dossier))


def _id(row: Any) -> str:
    return str(row.id)


def test_what_another_process_wrote_meanwhile_is_worked_out_anew() -> None:
    store = MemoryStore()
    one, other = (Workspace(store, CONTENT, PlayedClock(NOW)) for _ in range(2))
    dossier = open_dossier(one, NewDossier(name="Höstfesten", areas=("crowds",)), SARA).record.id
    one.do(dossier, GiveAnswer(question="crowds.queue-space", value="yes"), SARA)

    other.do(dossier, GiveAnswer(question="crowds.queue-space", value="no"), SARA)
    one.do(dossier, GiveAnswer(question="crowds.stop-level", value="no"), SARA)

    found = one.dossier(dossier).record
    assert {risk.origin.question for risk in found.risks if risk.origin} == {
        "crowds.queue-space",
        "crowds.stop-level",
    }
    assert store.dossiers(Search())[0].answered == 2


def test_only_a_few_dossiers_are_kept_and_only_at_their_newest_version() -> None:
    memory = Memory()
    workspace = Workspace(MemoryStore(), CONTENT, PlayedClock(NOW))
    stored = open_dossier(workspace, NewDossier(name="Höstfesten", areas=("crowds",)), SARA)
    worked = workspace.reckoning.memory.of(stored.record.id, stored.version)
    assert worked is not None

    for number in range(KEPT + 1):
        memory.keep(f"d{number}", worked)

    assert memory.of("d0", worked.version) is None
    assert memory.of("d1", worked.version) is worked
    assert memory.of("d1", worked.version + 1) is None


def test_an_answer_raises_what_another_question_compares_it_with() -> None:
    workspace = Workspace(MemoryStore(), CONTENT, PlayedClock(NOW))
    dossier = open_dossier(workspace, NewDossier(name="Höstfesten", areas=("structures",)), SARA).record.id
    people = "structures.tent-people"
    asking = next(one for one, asked in ASKING.items() if people in asked)
    workspace.do(dossier, GiveAnswer(question=asking, value=1), SARA)

    before = workspace.dossier(dossier).record.risks
    after = workspace.do(dossier, GiveAnswer(question=people, value=900), SARA).record.risks

    assert {risk.origin.question for risk in before if risk.origin} == set()
    assert {risk.origin.question for risk in after if risk.origin} == {asking}
