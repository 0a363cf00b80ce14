"""What is remembered: of a place, of an organiser, at a question; each with the event that it comes from."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotAllowed
from evenemang.domain.organiser import Contact
from evenemang.domain.place import Place, StandingJudgement, StandingMeasure, StandingRisk, Zone
from evenemang.domain.risk import Origin
from evenemang.flow.contacts import NoteContact
from evenemang.flow.recalling.organisers import next_event, organiser_story
from evenemang.flow.recalling.places import place_story, standing_picture
from evenemang.flow.recalling.questions import FEW, OPENED, remembered
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import GIVEN, NOON, dossier, incident, risk

SARA = Actor(name="Sara Lind")
QUEUE, STOP = "crowds.queue-space", "crowds.stop-level"
TORGET = Place(
    id="torget",
    name="Torget",
    zones=(Zone(id="scenen", name="Scenytan", area_m2=100, net_m2=80, planning_density=1),),
)


class Noon:
    def now(self) -> datetime:
        return NOON


@pytest.fixture
def workspace() -> Workspace:
    found = Workspace(MemoryStore(), bootstrap.content(), Noon())
    found.keep("place", TORGET, SARA, "add")
    return found


def held(
    workspace: Workspace, name: str, days: int, event: dict[str, Any] | None = None, **more: Any
) -> Dossier:
    """Keep an event so many days from today, with what was said of it."""
    on = NOON.date() + timedelta(days=days)
    one = dossier(workspace.new_id("dossier"), on=on, name=name, event=event or {}, **more)
    return workspace.add(one, SARA).record


def answered(question: str, value: str, comment: str = "") -> dict[str, Any]:
    answer = {"question": question, "value": value, "comment": comment, "given": GIVEN}
    area = {"area": question.split(".", maxsplit=1)[0]}
    return {"areas": (area,), "answers": {question: answer}}


def near_misses(*ids: str, question: str = QUEUE, zone: str | None = None) -> dict[str, Any]:
    """Return a risk of a question, and incidents that it had foreseen."""
    foreseen = risk("R1", origin=Origin(question=question, index=0))
    incidents = [
        incident(one, at=NOON - timedelta(days=400, minutes=-at), foreseen="R1", zone=zone)
        for at, one in enumerate(ids)
    ]
    return {"risks": (foreseen,), "incidents": tuple(incidents)}


def test_a_place_tells_of_events_in_any_of_its_zones_and_of_what_happened_there(workspace: Workspace) -> None:
    zone = {"place": "parken", "zones": ("torget/scenen",)}
    both = (incident("I1", zone="torget/scenen"), incident("I2", zone="parken/backen"), incident("I3"))
    guest = held(workspace, "Parkfesten", -30, zone, incidents=both)
    home = held(workspace, "Torgfesten", -20, {"place": "torget"}, incidents=(incident("I1"),))
    held(workspace, "Backfesten", -10, {"place": "parken"}, incidents=(incident("I1"),))

    story = place_story(workspace, "torget")

    assert [one.id for one in story.events] == [home.id, guest.id]
    assert {(one.dossier, one.id) for one in story.incidents} == {(guest.id, "I1"), (home.id, "I1")}
    assert story.near_misses == 2
    assert len(story.held(NOON.date())) == 2


def test_what_stands_at_a_secret_question_is_counted_and_not_shown(workspace: Workspace) -> None:
    judged = StandingJudgement(on=date(2027, 1, 1), likelihood=3, consequence=4, because="x", by="Sara")
    about = {"zone": "scenen", "found_on": date(2027, 1, 1), "history": (judged,)}
    risks = (
        StandingRisk(id="r1", title="Öppen", question=QUEUE, **about),
        StandingRisk(id="r2", title="Hemlig", question="threats.assessed", **about),
    )
    place = TORGET.model_copy(update={"standing_risks": risks})

    shown = standing_picture(place, workspace.content, NOON.date(), sees_secret=False)
    whole = standing_picture(place, workspace.content, NOON.date(), sees_secret=True)

    assert ([one.id for one in shown.risks], shown.hidden) == (["r1"], 1)
    assert ([one.id for one in whole.risks], whole.hidden) == (["r1", "r2"], 0)


def test_a_measure_that_has_ended_is_kept_and_no_longer_leant_on(workspace: Workspace) -> None:
    ended = StandingMeasure(
        id="m1",
        title="Pollare",
        zone="scenen",
        question=QUEUE,
        decided_on=date(2023, 4, 11),
        how="",
        owner="Driften",
        ended_on=NOON.date(),
        ended_because="Gatan är ombyggd",
    )
    place = TORGET.model_copy(update={"standing_measures": (ended,)})

    the_day_before = NOON.date() - timedelta(days=1)
    before = standing_picture(place, workspace.content, the_day_before, sees_secret=True)
    after = standing_picture(place, workspace.content, NOON.date(), sees_secret=True)

    assert (len(before.measures), len(before.ended)) == (1, 0)
    assert (len(after.measures), len(after.ended)) == (0, 1)


def test_an_organisers_log_holds_the_contacts_of_all_its_dossiers_the_latest_first(
    workspace: Workspace,
) -> None:
    club = {"organiser": "klubben"}
    first, second = held(workspace, "Loppet", -300, club), held(workspace, "Loppet", 20, club)
    for one, day in ((first, date(2026, 6, 1)), (first, date(2026, 8, 1)), (second, NOON.date())):
        contact = Contact(on=day, by="Sara Lind", how="phone", what=f"Talade om {one.event.name}")
        workspace.do(one.id, NoteContact(contact=contact), SARA)

    story = organiser_story(workspace, "klubben")

    assert [(one.event.id, one.before) for one in story.contacts] == [
        (second.id, True),
        (first.id, False),
        (first.id, True),
    ]
    assert next_event(story.events, NOON.date()) == story.events[0]
    assert story.is_whole


def test_a_contact_noted_counts_among_those_before_the_event(workspace: Workspace) -> None:
    one = held(workspace, "Loppet", 20, {"organiser": "klubben"})
    contact = Contact(on=NOON.date(), by="Sara Lind", how="meeting", what="Gick igenom banan")

    workspace.do(one.id, NoteContact(contact=contact), SARA)

    (row,) = organiser_story(workspace, "klubben").events
    assert row.contacts_before == 1


def test_the_last_editions_answer_stands_at_its_question(workspace: Workspace) -> None:
    series = {"series": "hostfesten"}
    held(workspace, "Höstfesten", -800, series, assessment=answered(QUEUE, "yes"))
    last = held(workspace, "Höstfesten", -400, series, assessment=answered(QUEUE, "no", "För trångt"))
    now = held(workspace, "Höstfesten", 30, series)

    found = remembered(workspace, SARA, now).at

    assert found.keys() == {QUEUE}
    then = found[QUEUE].answer
    assert then is not None
    assert (then.event.id, then.answer.value, then.answer.comment) == (last.id, "no", "För trångt")


def test_incidents_stand_at_the_question_whose_risk_had_foreseen_them(workspace: Workspace) -> None:
    series = {"series": "hostfesten"}
    held(workspace, "Höstfesten", -400, series, **near_misses("I1", "I2", "I3", "I4"))
    now = held(workspace, "Höstfesten", 30, series)

    found = remembered(workspace, SARA, now).at[QUEUE]

    assert [one.incident.id for one in found.incidents] == ["I4", "I3", "I2"][:FEW]
    assert found.more == 1


def test_of_another_event_only_what_happened_at_the_place_is_told(workspace: Workspace) -> None:
    there = {"place": "parken", "zones": ("torget/scenen",)}
    held(workspace, "Parkfesten", -400, there, **near_misses("I1", zone="torget/scenen"))
    held(workspace, "Parkfesten", -390, there, **near_misses("I1", question=STOP, zone="parken/backen"))
    now = held(workspace, "Höstfesten", 30, {"place": "torget"})

    found = remembered(workspace, SARA, now).at

    assert found.keys() == {QUEUE}
    assert [one.event.name for one in found[QUEUE].incidents] == ["Parkfesten"]


def test_events_that_are_not_opened_for_the_questions_are_counted(workspace: Workspace) -> None:
    series = {"series": "hostfesten"}
    for year in range(1, OPENED + 3):
        held(workspace, "Höstfesten", -400 * year, series, **near_misses("I1"))
    now = held(workspace, "Höstfesten", 30, series)

    found = remembered(workspace, SARA, now)

    assert found.unopened == 2
    told = found.at[QUEUE]
    assert len(told.incidents) + told.more == OPENED


def test_what_comes_after_an_event_is_no_memory_of_it(workspace: Workspace) -> None:
    series = {"series": "hostfesten", "place": "torget"}
    earlier = held(workspace, "Höstfesten", -800, series)
    held(workspace, "Höstfesten", -400, series, assessment=answered(QUEUE, "no"), **near_misses("I1"))

    assert remembered(workspace, SARA, earlier).at == {}


def test_whoever_does_not_see_what_is_secret_is_not_reminded_of_it(workspace: Workspace) -> None:
    series = {"series": "hostfesten"}
    held(workspace, "Höstfesten", -400, series, assessment=answered("threats.assessed", "no"))
    now = held(workspace, "Höstfesten", 30, series)

    class Nobody:
        def __getattr__(self, name: str) -> Any:
            return getattr(workspace.access.__class__(), name)

        def sees_secret(self, actor: Actor | None, dossier: str | None = None) -> bool:
            return False

        def refusal(self, actor: Actor, verb: str, dossier: str | None = None) -> NotAllowed:
            return NotAllowed(verb, what=verb, needed="–", ask="–")

    assert remembered(workspace, SARA, now).at.keys() == {"threats.assessed"}
    workspace.access = Nobody()
    assert remembered(workspace, SARA, now).at == {}
