"""Settings from the command line: shown, set, refused, put back, and rebuilt from workbooks."""

from pathlib import Path

from openpyxl import load_workbook
from PIL import Image

from tests.commands.conftest import Run

BY = ("--by", "Sara Lind")
SOURCE = ("--source", "Riktlinjer", "--at", "KS 2026/114", "--checked", "2026-11-01", "--sure", "high")


def test_what_is_set_is_shown_counts_and_comes_back_from_the_workbooks(
    run: Run, dossier: str, tmp_path: Path
) -> None:
    Image.new("RGB", (300, 360), "blue").save(tmp_path / "vapen.png")
    for words in (
        ("name", "Alingsås kommun"),
        ("arms", "vapen.png"),
        ("lead-time.food", "21", *SOURCE),
        ("norm.stop-close-share", "0.85", "--from", "2026-01-01", "--decided-by", "authority", *SOURCE),
    ):
        said = run("settings", "set", *words, *BY)
        assert said.code == 0, said.err
    assert run("settings", "drop", "lead-time.food", *BY, "--json").json["version"] == 2
    back = run("settings", "put-back", "lead-time.food", "1", *BY)
    assert "21 kalenderdagar före" in back.err

    shown = run("settings", "show", "--json").json
    assert [(one["id"], one["version"]) for one in shown["settings"]] == [
        ("arms", 1),
        ("lead-time.food", 3),
        ("name", 1),
        ("norm.stop-close-share", 1),
    ]
    assert shown["unfit"] == []
    [file] = (tmp_path / "data" / "workbooks" / "2027").glob("*.xlsx")
    cells = [cell.value for row in load_workbook(file)["Sammanfattning"] for cell in row if cell.value]
    assert any("Alingsås kommun" in str(one) for one in cells)

    made = run("rebuild", "--workbooks", "data/workbooks", "--data", "new")
    assert made.code == 0, made.err
    again = run("settings", "show", "--json", "--data", "new").json
    assert again == shown


def test_what_cannot_be_set_is_refused_with_what_to_do(run: Run) -> None:
    assert run("settings", "set", "name", "Alingsås").code == 2  # nobody said who
    norm = ("norm.stop-close-share", "0.85", *SOURCE)
    for words, code, told in (
        (("set", "lead-time.food", "21", *SOURCE), 1, "Ange kommunens namn först"),
        (("set", "lead-time.food", "21"), 2, "Ange källan"),
        (("set", *norm), 2, "--decided-by"),
        (("set", *norm, "--from", "2026-01-01", "--decided-by", "supplier"), 1, "får inte ersätta"),
        (
            ("set", "norm.lightning-resume", "20", *SOURCE, "--from", "2026-01-01", "--decided-by", "group"),
            1,
            "får höjas, inte sänkas: ange minst 30",
        ),
        (("set", "färg", "blå"), 2, "går inte att ställa in"),
        (("drop", "name"), 2, "kan inte tas bort"),
        (("put-back", "arms", "1"), 1, "inget som heter"),
    ):
        said = run("settings", *words, *BY)
        assert (said.code, told in said.err) == (code, True), (words, said)
