"""`evenemang meeting` as a shell sees it."""

from pathlib import Path

from tests.commands.conftest import Run
from tests.outreach.reading import words


def test_a_meeting_is_planned_and_its_agenda_and_invitation_are_written(
    run: Run, dossier: str, tmp_path: Path
) -> None:
    made = run("meeting", "new", "2027-07-06", "--starts", "09:00", "--by", "Sara Lind", "--json")
    assert made.code == 0, made.err
    meeting = made.json["id"]

    listed = run("meeting", "list")
    agenda = run("meeting", "agenda", meeting)
    paper = run("meeting", "agenda", meeting, "dagordning.pdf")
    invited = run("meeting", "invite", meeting, "kallelse.ics")

    assert listed.out.startswith(f"{meeting}  2027-07-06  09:00  Planerat")
    assert f"({dossier})" in agenda.out
    assert (paper.code, invited.code) == (0, 0), paper.err + invited.err
    assert "Dagordning" in words(tmp_path / "dagordning.pdf")
    assert b"TZID=Europe/Stockholm:20270706T090000" in (tmp_path / "kallelse.ics").read_bytes()
    again = run("meeting", "agenda", meeting, "--renew", "--by", "Sara Lind", "--json")
    assert len(again.json) == made.json["points"]


def test_what_cannot_be_done_is_told_and_no_file_is_touched(run: Run, dossier: str, tmp_path: Path) -> None:
    (tmp_path / "there.pdf").write_bytes(b"mine")
    meeting = run("meeting", "new", "2027-07-06", "--by", "Sara Lind").out.strip()

    early = run("meeting", "minutes", meeting, "protokoll.docx")
    assert (early.code, "inte hållits" in early.err) == (1, True)
    assert run("meeting", "agenda", meeting, "there.pdf").code == 1
    wrong = (
        ("new", "2027-07-06"),
        ("new", "i morgon", "--by", "Sara"),
        ("minutes", meeting, "a.xlsx"),
        ("invite", meeting, "a.txt"),
        ("agenda", meeting, "--renew"),
    )
    for words_given in wrong:
        assert run("meeting", *words_given).code == 2, words_given
    backwards = ("new", "2027-07-06", "--starts", "10:00", "--ends", "09:00", "--by", "Sara")
    assert run("meeting", *backwards).code == 1
    assert run("meeting", "agenda", "finns-inte").code == 1
    assert (tmp_path / "there.pdf").read_bytes() == b"mine"
