"""What a dossier said at an earlier version is told by its journal alone."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang.domain.action import ActionStatus
from evenemang.domain.checklist import Question
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import EvenemangError
from evenemang.domain.organiser import Contact
from evenemang.domain.risk import Judged, Judgement
from evenemang.flow.assessing import AskOwnQuestion, GiveAnswer, TakeBackAnswer
from evenemang.flow.contacts import NoteContact
from evenemang.flow.difference import changes
from evenemang.flow.journal import JournalEntry, Json
from evenemang.flow.judging import AddRisk, DismissRisk, JudgeRisk
from evenemang.flow.on_site import CompleteIncident, LogIncident, NoteInLog
from evenemang.flow.opening import SetEvent, SetFact, SetOfficer
from evenemang.flow.operation import Operation
from evenemang.flow.planning import AddAction, AdvanceAction, ChangeAction
from evenemang.flow.rescheduling import Cancel, MoveEvent, Uncancel
from evenemang.flow.returning.looking import Difference, Where
from evenemang.flow.returning.sent import sent_at
from evenemang.flow.returning.taking import TakeReturn, grouped
from evenemang.flow.returning.unnumbered import OCCASIONS, path_of
from evenemang.flow.scoping import ChooseDepth, HandArea, LeaveOutArea, TakeArea
from tests.builders import occasion
from tests.reviewed import SARA, STARTS, Matter

QUESTIONS = [one for one in Matter().content.areas["weather"].questions() if one.answer == "yes-no"][:6]
RISKS = st.sampled_from(["R1", "R2", "R3", "R4"])
ACTIONS = st.sampled_from(["A1", "A2", "A3"])
STEPS = st.integers(1, 5)
TEXT = st.sampled_from(["Bredare utgång", "Fler vakter", "Stäng grinden"])
JUDGED = st.builds(Judgement, likelihood=STEPS, consequence=STEPS)
STATUSES: list[ActionStatus] = ["decided", "started", "done", "dropped"]


def _answer(question: Question, value: Any) -> Operation:
    return GiveAnswer(question=question.id, value=value, comment="Enligt mötet.")


def _contact(day: int, what: str) -> Operation:
    on = date(2027, 5, 1) + timedelta(days=day)
    return NoteContact(contact=Contact(on=on, by="Ali Ek", how="phone", what=what))


def _occasions(days: list[int]) -> Operation:
    return SetEvent(occasions=tuple(occasion(STARTS + timedelta(days=one)) for one in days))


OF_ACTION: dict[str, tuple[Json, Json]] = {
    "do": ("Fler vakter", "Stäng grinden"),
    "owner": ("Ali Ek", None),
    "phase": ("planning", "build-up"),
    "status": ("started", "dropped"),
}
OF_OCCASION: dict[str, tuple[Json, Json]] = {
    "date": ("2027-08-21", "2027-08-23"),
    "ends": ("23:30", "22:00"),
    "visitors": (500, None),
}


def _returned(action: dict[str, int], moved: dict[str, int]) -> Operation:
    """Several cells of a few records, taken in from a file: each is a row of its own in one version."""
    day = path_of(OCCASIONS, occasion(STARTS))
    cells = [("actions/A1", name, OF_ACTION[name][one]) for name, one in action.items()]
    cells += [(day, name, OF_OCCASION[name][one]) for name, one in moved.items()]
    differences = [
        Difference(
            key=f"{path}/{name}",
            path=path,
            field=name,
            where=Where(sheet="Blad", cell=f"A{number}"),
            about="",
            heading="",
            sent=None,
            returned=None,
            stored=None,
            outcome="theirs",
            value=value,
            stored_value=None,
        )
        for number, (path, name, value) in enumerate(cells, 1)
    ]
    return Regardless(file="fil.xlsx", taken=grouped(differences))


class Regardless(TakeReturn):
    """As taken in by somebody who looked just now."""

    def overtaken(self, dossier: Dossier) -> None:
        return None


RETURNED = st.builds(
    _returned,
    st.dictionaries(st.sampled_from(list(OF_ACTION)), st.integers(0, 1), min_size=1),
    st.dictionaries(st.sampled_from(list(OF_OCCASION)), st.integers(0, 1)),
)
DEEDS: tuple[st.SearchStrategy[Operation], ...] = (
    st.builds(_answer, st.sampled_from(QUESTIONS), st.sampled_from(["yes", "partly", "no", "not-relevant"])),
    st.builds(lambda one: TakeBackAnswer(question=one.id), st.sampled_from(QUESTIONS)),
    st.builds(AskOwnQuestion, question=st.just("weather.own-1"), area=st.just("weather"), ask=TEXT),
    st.builds(AddRisk, title=TEXT, area=st.just("weather"), before=JUDGED),
    st.builds(
        JudgeRisk,
        risk=RISKS,
        said=st.builds(Judged, before=JUDGED, after=st.none() | JUDGED, motive=TEXT),
    ),
    st.builds(DismissRisk, risk=RISKS, because=TEXT),
    st.builds(AddAction, do=TEXT, risk=st.none() | RISKS, due_days=st.none() | st.integers(-30, 0)),
    st.builds(
        ChangeAction,
        action=ACTIONS,
        do=TEXT,
        owner=st.none() | st.just("Ali Ek"),
        due=st.none() | st.just(STARTS),
        phase=st.just("build-up"),
        kind=st.just("preventive"),
    ),
    st.builds(AdvanceAction, action=ACTIONS, status=st.sampled_from(STATUSES), because=TEXT),
    st.builds(SetFact, fact=st.just("alcohol"), value=st.none() | st.booleans()),
    st.builds(SetEvent, event_name=TEXT, note=TEXT),
    st.builds(lambda: SetEvent(clear=("place",))),
    st.builds(SetEvent, place=st.just("torget"), zones=st.lists(st.sampled_from(["a/b", "a/c"])).map(tuple)),
    st.builds(_occasions, st.lists(st.integers(0, 4), max_size=3)),
    RETURNED,
    st.builds(SetOfficer, officer=st.none() | st.just("Ali Ek")),
    st.builds(_contact, st.integers(0, 3), TEXT),
    st.builds(MoveEvent, days=st.integers(1, 3), because=TEXT),
    st.builds(Cancel, because=TEXT),
    st.builds(Uncancel),
    st.builds(LogIncident, type=st.just("crowding"), severity=st.integers(0, 4), what=TEXT),
    st.builds(CompleteIncident, incident=st.just("I1"), cause=TEXT),
    st.builds(NoteInLog, what=TEXT),
    st.builds(TakeArea, area=st.just("crowds")),
    st.builds(LeaveOutArea, area=st.just("crowds"), because=TEXT),
    st.builds(HandArea, area=st.just("weather"), owner=st.none() | st.just("Ali Ek")),
    st.builds(ChooseDepth, depth=st.integers(1, 3), because=TEXT),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(*DEEDS), min_size=3, max_size=14))
def test_the_journal_tells_every_version_as_it_was(done: list[Operation]) -> None:
    _told_as_it_was(Matter(), done)


@settings(max_examples=20, deadline=None)
@given(st.lists(RETURNED | st.builds(MoveEvent, days=st.just(1), because=TEXT), min_size=2, max_size=4))
def test_the_journal_tells_what_stood_before_several_cells_of_one_record_came_in(
    done: list[Operation],
) -> None:
    matter = Matter()
    matter.do(AddAction(do="Hyr staket", owner="Bo", due_days=-3))
    _told_as_it_was(matter, done)


def _told_as_it_was(matter: Matter, done: list[Operation]) -> None:
    stood: dict[int, Dossier] = {matter.workspace.dossier(matter.id).version: matter.dossier}
    for one in done:
        try:
            stored = matter.workspace.do(matter.id, one, SARA)
        except EvenemangError:
            continue
        stood[stored.version] = stored.record
    journal = matter.workspace.store.journal("dossier", matter.id)

    for version, record in stood.items():
        told = sent_at(matter.dossier, journal, version)
        assert changes(record, told.dossier) == ()
        assert told.unknown == frozenset()


def test_what_was_lawfully_removed_is_not_known_and_all_else_is() -> None:
    matter = Matter()
    first, second = QUESTIONS[0].id, QUESTIONS[1].id
    matter.do(GiveAnswer(question=first, value="no"), GiveAnswer(question=second, value="no"))
    version = matter.workspace.dossier(matter.id).version
    matter.do(GiveAnswer(question=first, value="yes"), GiveAnswer(question=second, value="yes"))

    removed = [_removed(one, first) for one in matter.workspace.store.journal("dossier", matter.id)]
    told = sent_at(matter.dossier, removed, version)

    assert not told.is_known(f"assessment/answers/{first}")
    assert told.is_known(f"assessment/answers/{second}")
    assert told.dossier.assessment.value(second) == "no"


def _removed(entry: JournalEntry, question: str) -> JournalEntry:
    """The row as a lawful removal leaves it, where it is about a question."""
    if not entry.deed.touched.endswith(question):
        return entry
    deed = entry.deed.model_copy(update={"before": None, "after": None})
    return entry.model_copy(update={"salt": None, "deed": deed})
