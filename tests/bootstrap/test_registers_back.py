"""A register's workbook changed by hand: what differs, taking in what is chosen, and being done with it."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from evenemang.bootstrap import Opened
from evenemang.bootstrap.returning import look
from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile, Refused, ReturnRefused
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place, StandingJudgement, StandingRisk, Zone
from evenemang.flow.books import Returned
from evenemang.flow.returning.looking import Difference, Looked
from evenemang.flow.returning.registers import accept_register
from evenemang.flow.storing import REGISTER, Record
from tests.bootstrap.folders import SARA, Folder, close, copied
from tests.filled_in import Filled

FILE = "workbooks/register/Platser.xlsx"
SECRET = "workbooks-secret/register/Platser.xlsx"
ALI = Actor(name="Ali Ek")


def zone(name: str = "Scenen", net: float = 2600) -> Zone:
    return Zone(id="scenen", name=name, area_m2=4200, net_m2=net, planning_density=2)


def risk(question: str, title: str) -> StandingRisk:
    judged = StandingJudgement.model_validate(
        {"on": "2026-05-01", "likelihood": 2, "consequence": 4, "because": "Sett", "by": "Sara Lind"}
    )
    found = {"found_on": "2026-05-01", "found_at": "fest", "zone": "scenen", "history": [judged]}
    return StandingRisk.model_validate(
        {"id": question.partition(".")[0], "title": title, "question": question, **found}
    )


@pytest.fixture(scope="module")
def filled(written: Folder, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A folder with two places, one with a secret standing risk, and an organiser: made once."""
    data = copied(written.data, tmp_path_factory.mktemp("registers") / "data")
    opened = Folder(data, written.dossier).opened()
    torget = Place(
        id="torget",
        name="Torget",
        zones=(zone(),),
        standing_risks=(risk("threats.assessed", "Hemlig grind"), risk("crowds.queue-space", "Kö i gatan")),
    )
    opened.workspace.keep("place", torget, SARA, "add-place")
    opened.workspace.keep("place", Place(id="parken", name="Parken", zones=(zone(),)), SARA, "add-place")
    club = Organiser(id="klubben", name="Klubben", kind="external", contact="Eva Ek")
    opened.workspace.keep("organiser", club, SARA, "add-organiser")
    assert opened.write_workbooks() == 0
    close(opened)
    return Folder(data, written.dossier)


@pytest.fixture
def folder(filled: Folder, tmp_path: Path) -> Folder:
    return Folder(copied(filled.data, tmp_path / "data"), filled.dossier)


@pytest.fixture
def opened(folder: Folder) -> Opened:
    return folder.opened()


def changed(opened: Opened, file: str = FILE) -> bytes:
    """Write in a register's workbook as a person would, and return what the file is then."""
    path = opened.data / file
    filled = Filled(path.read_bytes())
    if file == SECRET:
        filled.write("Stående risker", "Torget", "Risk", "Grinden mot älven")
    elif file == FILE:
        filled.write("Delområden", "Torget", "Rymmer, personer", 9000)
        filled.write("Platser", "Torget", "Plats", "Stora torget")
        filled.write("Delområden", "Parken", "Fri yta, m²", "2 500,5 m²")
        filled.write("Stående risker", "Torget", "Risk", "Kö ut i gatan")
    else:
        filled.write("Arrangörer", "Klubben", "Slag", "Kommunen själv")
        filled.insert("Arrangörer", "Klubben", Arrangör="Köpmännen", Vana="Lång")
    path.write_bytes(filled.content())
    return path.read_bytes()


def by_key(looked: Looked) -> dict[str, Difference]:
    return {one.key: one for one in looked.differences}


def place(opened: Opened, name: str) -> Place:
    return cast(Place, opened.store.load("place", name).record)


def test_a_changed_cell_is_told_with_what_stands_here_and_where(opened: Opened) -> None:
    looked = look(opened.workspace, changed(opened), "Platser.xlsx")

    found = by_key(looked)
    assert {key: (one.stored, one.returned, one.outcome) for key, one in found.items()} == {
        "torget/name": ("Torget", "Stora torget", "theirs"),
        "parken/zones/scenen/net_m2": ("2600", "2 500,5 m²", "theirs"),
        "torget/standing_risks/crowds/title": ("Kö i gatan", "Kö ut i gatan", "theirs"),
    }
    assert (found["torget/name"].where.sheet, found["torget/name"].heading) == ("Platser", "Plats")
    assert [one.kind for one in looked.remarks] == ["program-only"], "what is worked out is the program's own"
    assert looked.name == "Platser"


def test_what_is_chosen_is_taken_in_and_the_journal_says_who_from_which_cell(opened: Opened) -> None:
    looked = look(opened.workspace, changed(opened), "Platser.xlsx")

    accept_register(opened.workspace, looked, ["parken/zones/scenen/net_m2"], ALI, sender="Eva")

    assert place(opened, "parken").zones == (zone(net=2500.5),)
    assert place(opened, "torget").name == "Torget", "what was not chosen stands"
    last = opened.store.journal("place", "parken")[-1].deed
    assert (last.operation, last.by, last.source and last.source.file) == (
        "take-register-return",
        "Ali Ek",
        "Platser.xlsx",
    )
    assert last.source
    assert last.source.cells.startswith("Delområden!")


def test_what_was_changed_here_meanwhile_is_a_conflict_and_between_look_and_choice_it_is_refused(
    opened: Opened,
) -> None:
    content = changed(opened)

    def renamed(name: str) -> None:
        def how(record: Record) -> Record:
            return record.model_copy(update={"name": name})

        opened.workspace.change("place", "torget", how, SARA, "add-place")

    renamed("Gamla torget")
    looked = look(opened.workspace, content, "Platser.xlsx")
    one = by_key(looked)["torget/name"]
    assert (one.outcome, one.sent, one.stored) == ("conflict", "Torget", "Gamla torget")

    renamed("Nya torget")
    with pytest.raises(ChangedMeanwhile):
        accept_register(opened.workspace, looked, [one.key, "parken/zones/scenen/net_m2"], ALI)
    assert place(opened, "parken").zones == (zone(),), "all or nothing"
    renamed("Stora torget")
    assert "torget/name" not in by_key(look(opened.workspace, content, "Platser.xlsx"))


def test_a_word_is_read_as_the_drop_down_says_and_a_new_row_is_a_new_record(opened: Opened) -> None:
    looked = look(opened.workspace, changed(opened, "workbooks/register/Arrangörer.xlsx"), "Arrangörer.xlsx")
    assert looked.remarks == ()

    made = accept_register(opened.workspace, looked, [one.key for one in looked.differences], ALI)

    organisers = {one.record.id: cast(Organiser, one.record) for one in opened.store.all("organiser")}
    assert organisers["klubben"].kind == "own"
    (new,) = [one for one in made if one != "klubben"]
    assert (organisers[new].name, organisers[new].experience, organisers[new].kind) == (
        "Köpmännen",
        "long",
        None,
    )


def test_what_does_not_fit_is_refused_by_its_cell_and_changes_nothing(opened: Opened) -> None:
    path = opened.data / FILE
    filled = Filled(path.read_bytes())
    cell = filled.write("Delområden", "Torget", "Fri yta, m²", "-5")
    filled.write("Delområden", "Parken", "Yta, m²", "stor")
    looked = look(opened.workspace, filled.content(), "Platser.xlsx")

    assert [one.kind for one in looked.remarks] == ["not-understood"]
    with pytest.raises(ReturnRefused) as refused:
        accept_register(opened.workspace, looked, ["torget/zones/scenen/net_m2"], ALI)
    assert f"Delområden!{cell}" in refused.value.say("sv")
    assert place(opened, "torget").zones == (zone(),)


@pytest.fixture
def aside(opened: Opened, folder: Folder) -> tuple[Opened, Returned]:
    """The folder after somebody wrote in the secret workbook, and it was set aside."""
    changed(opened, SECRET)
    opened.store.restale("place", REGISTER)
    close(opened)
    again = folder.catch_up()
    (one,) = again.store.returns("place", REGISTER)
    return again, one


def test_being_done_with_a_secret_file_is_told_in_the_secret_part_alone(
    aside: tuple[Opened, Returned], folder: Folder
) -> None:
    opened, one = aside
    with pytest.raises(Refused):
        opened.settling.settle(one, " ", SARA)

    settled = opened.settling.settle(one, "Grinden mot ån är fel", SARA)

    assert settled.path == f"returns-secret/register-place/settled/{Path(one.path).name}"
    assert (opened.data / settled.path).is_file()
    rows = [each.deed for each in opened.store.journal("place", "torget")]
    assert (rows[-1].operation, rows[-1].after, rows[-1].by) == (
        "settle-return",
        "Grinden mot ån är fel",
        "Sara Lind",
    )
    assert opened.write_workbooks() == 0
    assert opened.verify() == ()
    assert "mot ån" in whole_text(opened.data / SECRET)
    assert "mot ån" not in whole_text(opened.data / FILE)


def test_what_is_all_taken_in_is_settled_by_itself(aside: tuple[Opened, Returned]) -> None:
    opened, one = aside
    content = (opened.data / one.path).read_bytes()
    looked = look(opened.workspace, content, "Platser.xlsx")
    keys = [each.key for each in looked.differences]
    assert keys == ["torget/standing_risks/threats/title"]

    accept_register(opened.workspace, looked, keys, SARA)
    settled = opened.settling.settle_taken(looked, content, keys, SARA)

    assert settled is not None
    assert settled.settled
    assert place(opened, "torget").standing_risks[0].title == "Grinden mot älven"


def whole_text(file: Path) -> str:
    book = Filled(file.read_bytes()).book
    return " ".join(str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
