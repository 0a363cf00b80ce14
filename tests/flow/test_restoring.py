"""A former value is put back as a new change, and what happened is not undone."""

from datetime import datetime

import pytest

from evenemang import bootstrap
from evenemang.catalogue.example import read_example_year
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import ChangedMeanwhile, EvenemangError
from evenemang.domain.event import LOCAL
from evenemang.domain.risk import Judged, Judgement
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.difference import picture
from evenemang.flow.example.playing import PlayedClock, play
from evenemang.flow.judging import JudgeRisk
from evenemang.flow.opening import NewDossier, SetEvent, SetFact, open_dossier
from evenemang.flow.operation import Operation
from evenemang.flow.restoring import way_back
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA, JONAS = Actor(name="Sara Lind"), Actor(name="Jonas Berg")
QUEUE = "crowds.queue-space"
ANSWER = f"assessment/answers/{QUEUE}"


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(
        MemoryStore(), bootstrap.content(), PlayedClock(datetime(2027, 8, 1, 9, 0, tzinfo=LOCAL))
    )


@pytest.fixture
def dossier(workspace: Workspace) -> str:
    new = NewDossier(name="Höstfesten", areas=("crowds",), facts={"queueing": True})
    return open_dossier(workspace, new, SARA).record.id


def former(workspace: Workspace, dossier: str, path: str) -> object:
    """Return what stood at a path before the last change of it."""
    last = [one for one in workspace.store.journal("dossier", dossier) if one.deed.touched == path][-1]
    return last.deed.before


def test_a_former_answer_is_put_back_by_who_did_it_and_the_journal_keeps_all(
    workspace: Workspace, dossier: str
) -> None:
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="no", comment="Trångt vid bron"), SARA)
    before = workspace.do(dossier, GiveAnswer(question=QUEUE, value="yes"), SARA).record
    rows = len(workspace.store.journal("dossier", dossier))

    found = way_back(before, ANSWER, former(workspace, dossier, ANSWER))
    assert found is not None
    after = workspace.do(dossier, found, JONAS).record

    answer = after.assessment.answers[QUEUE]
    assert (answer.value, answer.comment, answer.given.by) == ("no", "Trångt vid bron", "Jonas Berg")
    assert len(workspace.store.journal("dossier", dossier)) > rows


def test_what_was_open_is_open_again(workspace: Workspace, dossier: str) -> None:
    event = workspace.do(dossier, SetFact(fact="alcohol", value=True), SARA).record
    found = way_back(event, "event/facts/alcohol", former(workspace, dossier, "event/facts/alcohol"))
    assert found is not None

    after = workspace.do(dossier, found, JONAS).record

    assert "alcohol" not in after.event.facts


def test_a_place_that_is_not_known_any_more_is_cleared(workspace: Workspace, dossier: str) -> None:
    event = workspace.do(dossier, SetEvent(place="stortorget"), SARA).record
    found = way_back(event, "event/place", former(workspace, dossier, "event/place"))
    assert found is not None

    assert workspace.do(dossier, found, JONAS).record.event.place is None


def test_a_former_judgement_is_put_back(workspace: Workspace, dossier: str) -> None:
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="no"), SARA)
    for likelihood in (2, 4):
        said = Judged(before=Judgement(likelihood=likelihood, consequence=5))
        event = workspace.do(dossier, JudgeRisk(risk="R1", said=said), SARA).record
    found = way_back(event, "risks/R1", former(workspace, dossier, "risks/R1"))
    assert found is not None

    assert workspace.do(dossier, found, JONAS).record.risk("R1").before.likelihood == 2


def test_a_value_that_stands_there_already_has_no_way_back(workspace: Workspace, dossier: str) -> None:
    event = workspace.do(dossier, GiveAnswer(question=QUEUE, value="no"), SARA).record

    assert way_back(event, ANSWER, picture(event, ANSWER)) is None


def test_who_puts_back_what_somebody_just_changed_is_told(workspace: Workspace, dossier: str) -> None:
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="no"), SARA)
    shown = workspace.do(dossier, GiveAnswer(question=QUEUE, value="yes"), SARA).record
    found = way_back(shown, ANSWER, former(workspace, dossier, ANSWER))
    assert found is not None
    workspace.do(dossier, GiveAnswer(question=QUEUE, value="partly"), SARA)

    with pytest.raises(ChangedMeanwhile):
        workspace.do(dossier, found, JONAS)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("decisions/0", {"view": "approved"}),
        ("incidents/H1", {"what": "Ramlade"}),
        ("day_log/0", {"text": "Öppnat"}),
        ("nowhere", 1),
        ("actions/A1", {"of": "another time"}),
    ],
)
def test_what_happened_and_what_does_not_fit_have_no_way_back(
    workspace: Workspace, dossier: str, path: str, value: object
) -> None:
    assert way_back(workspace.dossier(dossier).record, path, value) is None


def test_each_former_value_of_the_example_year_is_put_back_whole_or_refused_by_a_rule() -> None:
    clock = PlayedClock(datetime(2024, 1, 15, 9, 0, tzinfo=LOCAL))
    workspace = Workspace(MemoryStore(), bootstrap.content(), clock)
    play(read_example_year(), workspace.store, workspace.content)
    put_back: set[str] = set()
    for handle in ("potatisfestivalen-2023", "lights-2023"):
        dossier = workspace.dossier(handle).record
        for entry in workspace.store.journal("dossier", dossier.id):
            path = entry.deed.touched
            found = way_back(dossier, path, entry.deed.before)
            after = found and _applied(workspace, dossier, found)
            if after:
                put_back.add(path.split("/")[0])
                assert way_back(after, path, entry.deed.before) is None, path
    assert put_back >= {"assessment", "actions", "permits"}


def _applied(workspace: Workspace, dossier: Dossier, found: Operation) -> Dossier | None:
    try:
        return found.apply(dossier, workspace.scene(JONAS, dossier))
    except EvenemangError:
        return None  # such as an evaluation that says nothing happened, with incidents logged since
