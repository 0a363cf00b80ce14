"""`evenemang foresight`: the same as the page says, for programs, and a draft that is read back as any."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.event import Occasion
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.judging import DismissRisk
from evenemang.flow.on_site import LogIncident
from evenemang.flow.opening import NewDossier, open_dossier
from tests.commands.conftest import Run

SARA = Actor(name="Sara Lind")
QUEUE = "crowds.queue-space"


@pytest.fixture
def concert(tmp_path: Path) -> str:
    """A concert last week: one incident that a dismissed risk foresaw, one that nothing did."""
    work = bootstrap.open_data(tmp_path / "data").workspace
    day = work.now().date() - timedelta(days=7)
    told = NewDossier(
        name="Höstkonsert",
        occasions=(Occasion(date=day, starts="18:00", ends="22:00"),),
        facts={"peak_visitors": 900, "queueing": True},
        areas=("crowds",),
    )
    one = open_dossier(work, told, SARA).record.id
    work.do(one, GiveAnswer(question=QUEUE, value="no"), SARA)
    work.do(one, DismissRisk(risk="R1", because="Kön är kort"), SARA)
    work.do(one, LogIncident(type="crowding", severity=0, what="Kön nådde gatan", foreseen="R1"), SARA)
    unforeseen = LogIncident(
        type="crowding", severity=1, what="Stativ på bron", measure="Skylta en plats.", foreseen="none"
    )
    work.do(one, unforeseen, SARA)
    return one


def test_as_json_it_tells_shares_verdicts_and_proposals_with_the_incidents_behind(
    run: Run, concert: str
) -> None:
    said = run("foresight", "--json")

    assert said.code == 0, said.err
    assert (said.json["foreseen"]["share"]["part"], said.json["foreseen"]["share"]["whole"]) == (1, 2)
    assert [one["verdict"] for one in said.json["likelihood"]] == ["too-few"] * 5
    proposed, again = said.json["proposals"]
    assert (proposed["kind"], proposed["id"], proposed["area"]) == ("new-question", f"{concert}/I2", None)
    assert proposed["ask"]["sv"] == "Är detta ordnat: skylta en plats?"
    assert (again["kind"], again["question"]) == ("look-again", QUEUE)
    assert [one["id"] for one in again["incidents"]] == ["I1"]


def test_it_reads_as_sentences_too(run: Run, concert: str) -> None:
    said = run("foresight", "--years", "5")

    assert "Förutsedda händelser: 1 av 2" in said.out
    assert f"Ny fråga (riskområde: välj själv) {concert}/I2" in said.out
    assert f"Bakom: {concert}/I1" in said.out


def test_a_draft_is_the_areas_workbook_and_differs_by_what_was_proposed(
    run: Run, concert: str, tmp_path: Path
) -> None:
    words = ("foresight", "--draft", "crowds", "--to", "utkast.xlsx", "--take", f"{concert}/I2")
    drafted = run(*words)
    assert drafted.code == 0, drafted.err
    assert "finns redan" in run(*words).err

    back = run("checklist", "from-excel", "utkast.xlsx", "utkast.yaml")

    assert back.code == 0, back.err
    differs = run("checklist", "diff", "crowds", "utkast.yaml")
    assert "Är detta ordnat: skylta en plats?" in differs.out
    written = (tmp_path / "utkast.yaml").read_text("utf-8")
    assert "crowds.proposed-1" in written
    assert "Stativ på bron" in written


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--draft", "crowds"), 2, "Ange båda"),
        (("--draft", "fire", "--to", "x.xlsx"), 1, "Inget förslag hör till fire"),
        (("--draft", "crowds", "--to", "x.xlsx", "--take", "zzzz/I9"), 1, "Inget förslag heter zzzz/I9"),
        (("--draft", "crovds", "--to", "x.xlsx"), 1, "Menas crowds?"),
    ],
)
@pytest.mark.usefixtures("concert")
def test_what_cannot_be_drafted_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    refused = run("foresight", *words)

    assert refused.code == code
    assert told in refused.err
    assert not (tmp_path / "x.xlsx").exists()


def test_an_empty_folder_has_nothing_to_look_back_on(run: Run) -> None:
    assert "Inga händelser är loggade." in run("foresight").out
