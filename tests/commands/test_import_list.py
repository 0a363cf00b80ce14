"""A list of past events from the command line: proposed, tried, kept once, and remembered."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run

LISTA = """Evenemang;Datum;Plats;Antal besökare;Vad hände
Potatisfestivalen;25–26 aug 2023;Stora torget;ca 11 000;Två klämskador
Julmarknad;v. 50 2022;Rådhuset;;
;2021;;;
"""


@pytest.fixture
def lista(tmp_path: Path) -> Path:
    file = tmp_path / "lista.csv"
    file.write_bytes(LISTA.encode("cp1252"))
    return file


def test_a_list_is_proposed_tried_kept_once_and_known_the_next_time(
    run: Run, lista: Path, tmp_path: Path
) -> None:
    first = run("import-list", "lista.csv", "--json")
    columns = first.json["columns"]
    assert first.code == 1
    assert "--map" in first.err
    assert (columns["Evenemang"], columns["Antal besökare"]) == ("name", None)

    (tmp_path / "kolumner.json").write_text(
        json.dumps({"columns": {**columns, "Antal besökare": "visitors"}}), "utf-8"
    )
    tried = run("import-list", "lista.csv", "--map", "kolumner.json", "--dry-run")
    assert tried.code == 0, tried.err
    assert "Blir ärenden: 2. Finns redan: 0. Står två gånger: 0. Blir inget ärende: 1." in tried.out
    assert "rad 4, Evenemang:" in tried.out
    assert run("list", "--json").json == []

    nameless = run("import-list", "lista.csv", "--map", "kolumner.json")
    assert (nameless.code, "--by" in nameless.err) == (2, True)

    kept = run("import-list", "lista.csv", "--map", "kolumner.json", "--by", "Sara Lind", "--json")
    assert kept.code == 0, kept.err
    assert len(kept.json["kept"]["dossiers"]) == 2
    rows = {row["name"]: row for row in run("list", "--json").json}
    assert (rows["Potatisfestivalen"]["visits"], rows["Potatisfestivalen"]["state"]) == (11_000, "past")
    assert rows["Julmarknad"]["some_time"] == "v. 50 2022"
    assert run("verify").code == 0

    again = run("import-list", "lista.csv", "--by", "Sara Lind", "--json")
    assert (again.code, again.json["kept"]["dossiers"]) == (0, [])
    assert [row["becomes"] for row in again.json["rows"]] == ["exists", "exists", "cannot"]

    _read_again(run, lista, tmp_path)
    files = list((tmp_path / "data" / "workbooks").rglob("*.xlsx"))
    assert run("import-list", "lista.csv", "--take-back", "--by", "Bo").code == 1
    trial = run("import-list", "lista.csv", "--take-back", "--by", "Sara Lind", "--dry-run")
    assert "Ärenden: 2. Platser: 2. Arrangörer: 0. Lärdomar: 0." in trial.out
    assert len(run("list", "--json").json) == 2
    back = run("import-list", "lista.csv", "--take-back", "--by", "Sara Lind", "--json")
    assert (back.code, len(back.json[0]["dossiers"]), back.json[0]["stays"]) == (0, 2, [])
    assert run("list", "--json").json == []
    left = list((tmp_path / "data" / "workbooks").rglob("*.xlsx"))
    assert len(files) - len(left) == 2
    assert run("verify").code == 0
    assert run("import-list", "lista.csv", "--take-back", "--by", "Sara Lind").code == 1


def again_json(run: Run) -> dict[str, object]:
    looked: dict[str, object] = run("import-list", "lista.csv", "--by", "Bo", "--dry-run", "--json").json
    return looked


def _read_again(run: Run, lista: Path, folder: Path) -> None:
    """Read the list again with two cells mended, take one of them in, and take that back."""
    mended = LISTA.replace("ca 11 000;Två klämskador", "12500;Tre klämskador")
    lista.write_bytes(mended.encode("cp1252"))
    looked = run("import-list", "lista.csv", "--by", "Bo", "--dry-run", "--json")
    found = {one["heading"]: one for one in looked.json["differences"]}
    assert {name: one["cells"] for name, one in found.items()} == {"Antal besökare": "D2", "Vad hände": "E2"}
    chosen = {**looked.json, "accept": [found["Antal besökare"]["key"]]}
    (folder / "val.json").write_text(json.dumps(chosen), "utf-8")

    taken = run("import-list", "lista.csv", "--by", "Bo", "--accept", "val.json")
    assert (taken.code, "Ändringar intagna: 1" in taken.err) == (0, True), taken.err
    assert {row["visits"] for row in run("list", "--json").json} == {12_500, None}
    again = run("import-list", "lista.csv", "--by", "Bo")
    assert ("i listan   Tre klämskador" in again.out, "--accept all" in again.err) == (True, True)
    whole = {**again_json(run), "accept": [found["Vad hände"]["dossier"]]}
    (folder / "rad.json").write_text(json.dumps(whole), "utf-8")
    assert "Ändringar intagna: 1" in run("import-list", "lista.csv", "--by", "Bo", "--accept", "rad.json").err
    strange = run("import-list", "lista.csv", "--by", "Bo", "--accept", "val.txt")
    assert (strange.code, "inte läsbar JSON" in strange.err) == (1, True)

    back = run("import-list", "lista.csv", "--by", "Bo", "--take-back-update", "--json")
    assert [(one["update"], len(one["dossiers"]), one["stays"]) for one in back.json] == [(True, 1, [])] * 2
    assert {row["visits"] for row in run("list", "--json").json} == {11_000, None}
    lista.write_bytes(LISTA.encode("cp1252"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("saknas.csv",), "den finns inte"),
        (("lista.csv", "--sheet", "2023"), "2023"),
        (("lista.csv", "--map", "trasig.json"), "inte läsbar JSON"),
        (("lista.csv", "--map", "fel.json"), "säger inte vad kolumnerna är"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence_with_exit_code_1(
    run: Run, lista: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "trasig.json").write_text("{", "utf-8")
    (tmp_path / "fel.json").write_text('{"columns": {"Evenemang": "namn"}}', "utf-8")

    done = run("import-list", *words, "--by", "Sara Lind")

    assert done.code == 1
    assert said in done.err
