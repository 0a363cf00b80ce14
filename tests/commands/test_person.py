"""Everything about one person: every field and journal row with the name, the secret ones marked."""

import json
from pathlib import Path

from openpyxl import load_workbook

from tests.commands.conftest import Run


def test_everything_about_a_person_is_written_with_what_is_secret_marked(
    run: Run, dossier: str, tmp_path: Path
) -> None:
    for question, comment, by in (
        ("crowds.queue-space", "Enligt Anna Bergs plan", "Jonas"),
        ("threats.assessed", "=Anna Berg vet", "Sara Lind"),
    ):
        said = run("answer", dossier, question, "no", "--comment", comment, "--by", by)
        assert said.code == 0, said.err

    told = run("person", "anna berg", "anna.json")
    sara = run("person", "Sara Lind", "sara.xlsx")

    assert told.code == 0, told.err
    found = json.loads((tmp_path / "anna.json").read_text("utf-8"))
    standing = {(one["where"], one["text"], one["secret"]) for one in found["standing"]}
    assert standing == {
        ("assessment/answers/crowds.queue-space/comment", "Enligt Anna Bergs plan", False),
        ("assessment/answers/threats.assessed/comment", "=Anna Berg vet", True),
    }
    assert [(one["by"], one["secret"]) for one in found["journal"]] == [("Jonas", False), ("Sara Lind", True)]
    assert sara.code == 0, sara.err
    book = load_workbook(tmp_path / "sara.xlsx")
    rows = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows(min_row=2)]
    assert any("opened/by" in row for row in rows)
    assert any(row[0] == "hemligt" and "give-answer" in row for row in rows)


def test_nobody_of_that_name_gives_an_empty_file_and_an_odd_file_is_refused(run: Run, dossier: str) -> None:
    assert "0 uppgifter och 0 rader" in run("person", "Anna Ber", "nobody.json").err
    assert run("person", "Sara Lind", "nobody.json").code == 1
    assert run("person", "Sara Lind", "sara.pdf").code == 2
    assert run("person", " ", "blank.json").code == 1
