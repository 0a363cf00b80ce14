"""`evenemang rebuild`: a database from the folder of workbooks."""

from pathlib import Path

from tests.commands.conftest import Run


def test_a_lost_database_is_made_again_from_its_workbooks(run: Run, dossier: str, tmp_path: Path) -> None:
    made = run("rebuild", "--workbooks", "data/workbooks", "--data", "ny", "--json")

    assert made.code == 0, made.err
    assert made.json == {
        "dossiers": 1,
        "records": 0,
        "workbooks": 7,
        "faults": [],
        "notes": made.json["notes"],
    }
    before, after = (run("show", dossier, "--data", one, "--json") for one in ("data", "ny"))
    assert after.json == before.json
    assert run("verify", "--data", "ny").code == 0


def test_what_is_not_rebuilt_is_told_and_is_not_fine(run: Run, dossier: str, tmp_path: Path) -> None:
    (tmp_path / "data" / "workbooks" / "register" / "Möten.xlsx").unlink()

    made = run("rebuild", "--workbooks", "data/workbooks", "--data", "ny")

    assert made.code == 1
    assert "Registret Möten finns inte" in made.err
    assert run("rebuild", "--workbooks", "data/workbooks", "--data", "ny").code == 1
    assert run("rebuild", "--workbooks", "finns-inte", "--data", "ny").code == 2
