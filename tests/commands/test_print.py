"""`evenemang checklist print` as a shell sees it."""

from pathlib import Path

from tests.commands.conftest import Run
from tests.outreach.reading import words


def test_an_area_is_printed_in_the_language_of_the_reader(run: Run, tmp_path: Path) -> None:
    sv = run("checklist", "print", "crowds", "publik.pdf")
    en = run("checklist", "print", "crowds", "crowds.pdf", language="en")

    assert (sv.code, sv.out, sv.err) == (0, "", "Blanketten är skriven: publik.pdf\n")
    assert en.code == 0, en.err
    assert "Publik och trängsel" in words(tmp_path / "publik.pdf")
    assert "Asked if:" in words(tmp_path / "crowds.pdf")


def test_an_event_is_printed_its_rounds_too_and_one_area_of_it(
    run: Run, dossier: str, tmp_path: Path
) -> None:
    walk = run("checklist", "print", "--event", "potatis", "walk.pdf")
    rounds = run("checklist", "print", "--event", dossier, "rounds.pdf", "--rounds")
    one = run("checklist", "print", "traffic", "--event", dossier, "one.pdf")

    assert (walk.code, rounds.code, one.code) == (0, 0, 0), walk.err + rounds.err + one.err
    assert "Potatisfestivalen Datum 2027-08-20 kl. 11:00–23:00" in words(tmp_path / "walk.pdf")
    assert "Rond under genomförandet" in words(tmp_path / "rounds.pdf")
    assert "crowds." not in words(tmp_path / "one.pdf")
    assert "traffic." in words(tmp_path / "one.pdf")


def test_a_secret_area_is_printed_only_when_asked_for(run: Run, dossier: str, tmp_path: Path) -> None:
    left_out = run("checklist", "print", "threats", "--event", dossier, "hot.pdf")
    taken = run("checklist", "print", "threats", "--event", dossier, "hot.pdf", "--secret")

    assert (left_out.code, taken.code) == (1, 0)
    assert "hemliga" in left_out.err
    assert "Lås in den" in words(tmp_path / "hot.pdf")


def test_what_cannot_be_printed_is_refused_and_no_file_is_touched(run: Run, tmp_path: Path) -> None:
    (tmp_path / "there.pdf").write_bytes(b"mine")

    assert run("checklist", "print", "crowds", "there.pdf").code == 1
    unknown = run("checklist", "print", "crowd", "new.pdf")
    assert (unknown.code, "Menas crowds?" in unknown.err) == (1, True)
    for wrong in (("new.pdf",), ("crowds", "new.xlsx"), ("crowds", "new.pdf", "--rounds"), ()):
        assert run("checklist", "print", *wrong).code == 2, wrong
    assert (tmp_path / "there.pdf").read_bytes() == b"mine"
    assert not (tmp_path / "new.pdf").exists()
    assert run("checklist", "print", "crowds", "there.pdf", "--force").code == 0
