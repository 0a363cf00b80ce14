"""`evenemang checklist diff` as a shell sees it."""

from pathlib import Path

from evenemang import bootstrap
from tests.commands.conftest import Run
from tests.two_versions import FIRST, SECOND, publish


def test_two_files_are_told_apart_question_by_question(run: Run, tmp_path: Path) -> None:
    old, new = publish(tmp_path, "old.yaml", FIRST), publish(tmp_path, "new.yaml", SECOND)

    said = run("checklist", "diff", str(old), str(new))

    assert said.code == 0, said.err
    assert said.out.splitlines() == [
        "Finns det vatten var femte kilometer?",
        "  Risken ”Löpare faller ihop av värme” föreslås nu som sannolikhet 4, konsekvens 3; "
        "förut som sannolikhet 3, konsekvens 3.",
        "Är banan skyltad?",
        "  Ny grundfråga. Den ska besvaras före ställningstagandet.",
        "Är banan upplyst?",
        "  Ställs inte längre. Svar som redan finns blir kvar.",
    ]
    assert "3 ändringar från 2026-11-22 till 2027-01-10." in said.err


def test_the_same_in_json_and_in_english(run: Run, tmp_path: Path) -> None:
    old, new = publish(tmp_path, "old.yaml", FIRST), publish(tmp_path, "new.yaml", SECOND)

    said = run("checklist", "diff", str(old), str(new), "--json", language="en")

    assert [one["question"] for one in said.json] == ["marathon.water", "marathon.signs", "marathon.light"]
    assert said.json[2]["told"]["en"] == "No longer asked. Answers already given stay."
    assert "3 changes" in said.err


def test_equal_versions_are_fine_and_empty(run: Run) -> None:
    said = run("checklist", "diff", "crowds", "crowds", "--json")

    assert (said.code, said.json) == (0, [])
    assert "Inget skiljer." in said.err


def test_a_kept_version_is_held_against_the_installed_one(run: Run, tmp_path: Path) -> None:
    file = Path(bootstrap.content().area_files["crowds"])
    version = bootstrap.content().areas["crowds"].version
    older = file.read_text("utf-8").replace(f"version: {version}", "version: 2020-01-01", 1)
    folder = tmp_path / "data" / "checklists" / "crowds"
    folder.mkdir(parents=True)
    publish(folder, "2020-01-01.yaml", older.replace("depth: 1", "depth: 2", 1))

    said = run("checklist", "diff", "crowds@2020-01-01", "crowds")

    assert said.code == 0, said.err
    assert "Ställs nu från frågedjup 1; förut från frågedjup 2." in said.out


def test_the_twin_in_excel_says_what_its_area_says(run: Run, tmp_path: Path) -> None:
    assert run("checklist", "to-excel", "crowds", str(tmp_path / "crowds.xlsx")).code == 0

    said = run("checklist", "diff", "crowds", str(tmp_path / "crowds.xlsx"))

    assert (said.code, said.out) == (0, ""), said.err


def test_what_is_not_there_is_refused_with_what_is(run: Run) -> None:
    gone = run("checklist", "diff", "crowds@2019-01-01", "crowds")
    assert gone.code == 1
    assert "2019-01-01" in gone.err
    assert run("checklist", "diff", "crowds@2019-99-99", "crowds").code == 1
    assert run("checklist", "diff", "crowd", "crowds").code == 1


def test_two_different_areas_are_wrong_use(run: Run) -> None:
    assert run("checklist", "diff", "crowds", "water").code == 2
    assert run("checklist", "diff", "crowds").code == 2
