"""The agenda: what has changed since the last meeting becomes points, and what is said of them stays."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from evenemang.domain.event import LOCAL
from evenemang.domain.meeting import Item, Meeting, Voice, spread
from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow
from evenemang.flow.meeting.agenda import Ahead, Changes, agenda, previous, renewed, since_of
from tests.builders import GIVEN, dossier, lesson, projection

LAST, ON = date(2027, 6, 1), date(2027, 7, 6)
SINCE = datetime(2027, 6, 1, tzinfo=LOCAL)
NOW = datetime(2027, 7, 5, 9, 0, tzinfo=LOCAL)


def event(name: str, *, on: date | None = None, opened: datetime = GIVEN.at, **more: Any) -> DossierRow:
    row = projection(dossier(name.encode().hex(), on=on, name=name)).row
    return row.model_copy(update={"opened": opened, **more})


def late(due: date | None, do: str = "Bygg en bredare utgång", **more: Any) -> ActionRow:
    row = {"dossier": "festen", "id": "A1", "alias": None, "do": do, "risk": None, "phase": "planning"}
    rest = {"owner": "drift", "due": due, "status": "decided", "decided_on": None, "done_on": None}
    return ActionRow.model_validate({**row, **rest, "helped": None, "secrecy": "open", **more})


def happened(at: datetime, what: str = "Kö ut på körbanan", **more: Any) -> IncidentRow:
    row = {"dossier": "festen", "id": "I1", "alias": None, "at": at, "type": "crowding", "severity": 0}
    rest = {"zone": None, "what": what, "foreseen": None, "closed": None}
    return IncidentRow.model_validate({**row, **rest, **more})


def found(**rows: Any) -> list[tuple[str, str]]:
    changes = Changes(since=SINCE, on=ON, now=NOW, **rows)
    return [(one.kind, one.what) for one in agenda(changes)]


def test_what_was_opened_since_the_last_meeting_is_new_and_what_was_there_is_not() -> None:
    after = event("Ny", opened=SINCE + timedelta(days=2))
    before = event("Gammal", opened=SINCE - timedelta(days=2))
    cancelled = event("Inställd", opened=SINCE + timedelta(days=3), stage="cancelled")

    assert found(dossiers=(before, after, cancelled)) == [("new-dossier", "Ny")]


def test_within_eight_weeks_the_heaviest_class_comes_first_and_then_what_lacks_most() -> None:
    near = ON + timedelta(days=30)
    small = Ahead(event("Liten", on=near), weight=0, errors=9)
    whole = Ahead(event("Hel", on=near), weight=2, errors=0)
    lacking = Ahead(event("Brister", on=near), weight=2, errors=3)
    last_day = Ahead(event("Sista", on=ON + timedelta(weeks=8)), weight=1)
    too_far = Ahead(event("Fjärran", on=ON + timedelta(weeks=8, days=1)), weight=3)
    gone = Ahead(event("Förbi", on=ON - timedelta(days=1)), weight=3)

    rows = (small, whole, lacking, last_day, too_far, gone)

    assert [what for _, what in found(ahead=rows)] == ["Brister", "Hel", "Sista", "Liten"]


def test_an_action_is_overdue_the_day_after_its_day_and_a_secret_one_is_never_named() -> None:
    today, yesterday = NOW.date(), NOW.date() - timedelta(days=1)

    assert found(actions=(late(today), late(None))) == []
    assert found(actions=(late(yesterday),)) == [("action", "Bygg en bredare utgång")]
    assert found(actions=(late(yesterday, do=""),)) == []  # the lists keep no words of what is secret


def test_an_incident_is_told_once_and_an_open_one_until_a_meeting_has_taken_it_up() -> None:
    new, old = happened(SINCE + timedelta(hours=1)), happened(SINCE - timedelta(days=20))
    closed = old.model_copy(update={"closed": LAST})

    assert found(incidents=(new,)) == [("incident", "Kö ut på körbanan")]
    assert found(incidents=(old,)) == [("incident", "Kö ut på körbanan")]
    assert found(incidents=(closed,)) == []
    assert found(incidents=(old,), taken_up=frozenset({"festen/I1"})) == []
    assert found(incidents=(happened(NOW, what=""),)) == []


def test_an_event_that_has_ended_without_an_evaluation_and_a_lesson_not_approved_are_points() -> None:
    ended = event("Festen", on=date(2027, 6, 20), stage="decided")
    approved = lesson("l2").model_copy(update={"approved": GIVEN})

    assert found(dossiers=(ended,), lessons=(lesson("l1"), approved)) == [
        ("evaluation", "Festen"),
        ("lessons", "Öppna grinden tidigare"),
    ]


def test_an_event_that_was_held_without_a_decision_wants_its_evaluation_too() -> None:
    undecided = event("Torgdagen", on=date(2027, 6, 20), stage="assessing")
    never_worked_on = event("Utkastet", on=date(2027, 6, 20), stage="draft")
    coming = event("Sommarfesten", on=date(2027, 8, 20), stage="assessing")

    assert found(dossiers=(undecided, never_worked_on, coming)) == [("evaluation", "Torgdagen")]


def test_things_are_new_from_the_end_of_the_meeting_before() -> None:
    this = Meeting(id="m3", on=ON, planned=GIVEN)
    first, second = Meeting(id="m1", on=date(2027, 5, 4)), Meeting(id="m2", on=LAST, ended=GIVEN)
    cancelled = Meeting(id="m9", on=date(2027, 6, 20), planned=GIVEN, cancelled=GIVEN)

    last = previous((first, this, cancelled, second), this, NOW.date())

    assert last == second
    assert since_of(last, this) == GIVEN.at
    assert since_of(first, this) == datetime(2027, 5, 4, tzinfo=LOCAL)
    assert since_of(None, this) == datetime(2027, 6, 6, tzinfo=LOCAL)


def test_an_agenda_worked_out_anew_keeps_what_was_said_and_what_somebody_put_there() -> None:
    bare = Meeting(id="m1", on=ON, planned=GIVEN)
    news = [Item(kind="new-dossier", what=f"E{n}", event=f"e{n}") for n in (1, 2, 3)]
    meeting = renewed(bare, news).with_points([Item(kind="group", what="Egen")])
    said = meeting.agenda[0].model_copy(update={"note": "Kommer i augusti"})
    meeting = meeting.model_copy(update={"agenda": (said, *meeting.agenda[1:])})

    again = renewed(meeting, [news[1], Item(kind="action", what="Sent", event="e1", record="A1")])

    assert [(one.id, one.what) for one in again.agenda] == [
        ("P2", "E2"),
        ("P1", "E1"),
        ("P5", "Sent"),
        ("P4", "Egen"),
    ]
    assert again.agenda[1].note == "Kommer i augusti"


POINTS = st.lists(
    st.builds(
        Item,
        kind=st.sampled_from(["new-dossier", "upcoming", "action", "lessons"]),
        what=st.just("Något"),
        event=st.sampled_from(["a", "b", "c"]),
        record=st.sampled_from([None, "A1"]),
    ),
    max_size=6,
)


@given(st.lists(POINTS, max_size=5))
def test_the_same_things_give_the_same_agenda_and_no_id_is_ever_used_twice(rounds: list[list[Item]]) -> None:
    meeting = Meeting(id="m1", on=ON, planned=GIVEN)
    known: dict[str | None, object] = {}
    for one in rounds:
        meeting = renewed(meeting, one)
        assert renewed(meeting, one) == meeting
        assert {each.about for each in meeting.agenda} == {each.about for each in one}
        for each in meeting.agenda:
            assert known.setdefault(each.id, each.about) == each.about


def test_the_spread_tells_the_least_and_the_most_and_whether_all_agree() -> None:
    def voice(likelihood: int, consequence: int) -> Voice:
        return Voice(event="e", risk="R1", by="x", likelihood=likelihood, consequence=consequence)

    apart = spread((voice(2, 5), voice(4, 3), voice(1, 4)))

    assert spread(()) is None
    assert apart
    assert (apart.likelihood, apart.consequence, apart.score) == ((1, 4), (3, 5), (4, 12))
    assert not apart.agrees
    same = spread((voice(2, 5), voice(2, 5)))
    assert same
    assert same.agrees
