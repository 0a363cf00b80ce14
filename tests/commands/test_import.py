"""`evenemang import`: what a returned workbook says otherwise, and taking it in."""

import json
from pathlib import Path

import pytest

from evenemang import bootstrap
from evenemang.bootstrap import Opened
from evenemang.domain.actor import Actor
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.opening import NewDossier, open_dossier
from tests.commands.conftest import Run
from tests.filled_in import Filled

SARA = Actor(name="Sara Lind")


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """A data folder with one dossier, and its workbook as it was sent out: sent.xlsx."""
    opened = bootstrap.open_data(tmp_path / "data")
    new = NewDossier(name="Potatisfestivalen", alias="potatis", areas=("crowds",))
    dossier = open_dossier(opened.workspace, new, SARA).record.id
    opened.workspace.do(dossier, GiveAnswer(question="crowds.queue-space", value="no"), SARA)
    (tmp_path / "sent.xlsx").write_bytes(opened.workbook(dossier, "sv")[1])
    return opened


def filled_in(tmp_path: Path, consequence: str) -> tuple[str, str]:
    """Fill in the workbook as back.xlsx, and return where the name and the consequence stand."""
    filled = Filled((tmp_path / "sent.xlsx").read_bytes())
    step = filled.write("Risker", "R1", "Konsekvens före", consequence)
    cells = [one for row in filled.sheet("Underlag").iter_rows() for one in row]
    name = next(one for one in cells if one.value == "Potatisfestivalen")
    name.value = "Potatisfestivalen 2027"
    (tmp_path / "back.xlsx").write_bytes(filled.content())
    return f"Underlag!{name.coordinate}", f"Risker!{step}"


def test_a_returned_workbook_is_shown_chosen_from_and_taken_in_once(
    run: Run, opened: Opened, tmp_path: Path
) -> None:
    name, _ = filled_in(tmp_path, "5")

    shown = run("import", "back.xlsx", "--dry-run", "--json")

    assert shown.code == 0, shown.err
    first, second = shown.json["differences"]
    assert (first["key"], second["key"]) == ("event/name/value", "risks/R1/before.consequence")
    assert f"{first['sheet']}!{first['cell']}" == name
    assert (first["sent"], first["returned"], first["stored"]) == (
        "Potatisfestivalen",
        "Potatisfestivalen 2027",
        "Potatisfestivalen",
    )
    told = run("import", "back.xlsx")
    assert told.code == 0
    assert f"{name}  Ärendet · Evenemang (ändrad bara i filen)" in told.out
    assert "Risken räknas därmed som bedömd" in told.out
    assert "Inget är ändrat. Ta in allt med --accept all" in told.err

    choice = {**shown.json, "accept": ["event/name/value"]}
    (tmp_path / "choice.json").write_text(json.dumps(choice), "utf-8")
    assert run("import", "back.xlsx", "--accept", "choice.json").code == 2
    by = ("--by", "Sara", "--from", "Åsa", "--json")
    taken = run("import", "back.xlsx", "--accept", "choice.json", *by)
    assert (taken.code, taken.json["taken"]) == (0, ["event/name/value"])
    stored = opened.workspace.dossier("potatis")
    assert stored.record.event.name == "Potatisfestivalen 2027"
    assert stored.record.risks[0].state == "proposed"

    again = run("import", "back.xlsx", "--accept", "choice.json", *by)
    assert (again.code, again.json["taken"], again.json["same"]) == (0, [], ["event/name/value"])
    assert opened.workspace.dossier("potatis").version == stored.version
    (before,) = again.json["before"]
    assert (before["by"], before["sender"], before["changes"]) == ("Sara", "Åsa", 1)
    assert "Just den här filen togs in" in run("import", "back.xlsx").err


def test_what_is_not_understood_stops_all_and_what_is_no_choice_is_told(
    run: Run, opened: Opened, tmp_path: Path
) -> None:
    _, step = filled_in(tmp_path, "hög")
    before = opened.workspace.dossier("potatis")

    refused = run("import", "back.xlsx", "--accept", "all", "--by", "Sara")

    assert refused.code == 1
    assert f"{step}: ”hög” förstås inte. Skriv ett helt tal från 1 till 5." in refused.err
    (tmp_path / "choice.json").write_text('["risks/R1/motif"]', "utf-8")
    strange = run("import", "back.xlsx", "--accept", "choice.json", "--by", "Sara")
    assert strange.code == 1
    assert "risks/R1/motif" in strange.err
    assert opened.workspace.dossier("potatis") == before


def set_aside(opened: Opened, tmp_path: Path, comment: str) -> str:
    """Write in the workbook in the folder, and return the path of what is then set aside."""
    opened.write_workbooks()
    (book,) = (one for one in (tmp_path / "data/workbooks").rglob("*.xlsx") if "register" not in one.parts)
    filled = Filled(book.read_bytes())
    filled.write("Risker", "R1", "Motiv", comment)
    book.write_bytes(filled.content())
    opened.store.restale("dossier", opened.workspace.dossier("potatis").record.id)
    opened.write_workbooks()
    return next(f"data/{one.path}" for one in opened.store.returns() if not one.settled)


def test_a_file_set_aside_is_settled_when_all_of_it_is_taken_in_or_with_a_reason(
    run: Run, opened: Opened, tmp_path: Path
) -> None:
    aside = set_aside(opened, tmp_path, "Trångt vid grinden")
    assert run("import", aside, "--settle", "Läst").code == 2
    tried = run("import", aside, "--accept", "all", "--dry-run", "--json")
    assert tried.json["settled"] is None

    taken = run("import", aside, "--accept", "all", "--by", "Sara", "--from", "Åsa")

    assert taken.code == 0, taken.err
    settled = aside.replace(f"/{Path(aside).name}", f"/settled/{Path(aside).name}")
    assert f"Filen är avslutad och ligger i {settled.removeprefix('data/')}" in taken.err
    assert (tmp_path / settled).is_file()
    late = run("import", settled, "--settle", "Igen", "--by", "Sara")
    assert (late.code, "är ingen undanlagd arbetsbok" in late.err) == (1, True)
    other = set_aside(opened, tmp_path, "Ännu trängre")
    declined = run("import", other, "--settle", "Stämmer inte", "--by", "Sara", "--json")
    assert (declined.code, declined.json["taken"]) == (0, [])
    last = opened.store.journal("dossier", opened.workspace.dossier("potatis").record.id)[-1].deed
    assert (last.operation, last.by, last.after) == ("settle-return", "Sara", "Stämmer inte")
