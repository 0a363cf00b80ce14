"""`evenemang backup`, `restore` and `verify FILE`, as a shell sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run


def test_a_backup_is_made_proved_and_put_back(run: Run, dossier: str, tmp_path: Path) -> None:
    made = run("backup", "kopia.zip", "--json")
    proved = run("verify", "kopia.zip", "--json")
    restored = run("restore", "kopia.zip", "--data", "ny", "--json")

    assert (made.code, proved.code, restored.code) == (0, 0, 0), made.err + proved.err + restored.err
    assert made.json["dossiers"] == proved.json["dossiers"] == 1
    assert proved.json["faults"] == restored.json["faults"] == made.json["left_out"] == []
    assert "innehåller även det hemliga" in made.err
    assert run("show", dossier, "--data", "ny", "--json").json == run("show", dossier, "--json").json
    assert run("verify", "--data", "ny").code == 0


def test_what_cannot_be_made_or_used_is_refused_with_a_sentence(
    run: Run, dossier: str, tmp_path: Path
) -> None:
    (tmp_path / "kopia.zip").write_bytes(b"en annan")

    for words, said in (
        (("backup", "kopia.zip"), "skriv över den med --force"),
        (("backup", "ny.zip", "--data", "finns-inte"), "ingen databas i finns-inte"),
        (("backup", "data/workbooks/kopia.zip"), "bland det som kopieras"),
        (("verify", "kopia.zip"), "ingen säkerhetskopia härifrån"),
        (("verify", "finns-inte.zip"), "filen finns inte"),
        (("restore", "kopia.zip", "--data", "ny"), "ingen säkerhetskopia härifrån"),
        (("restore", "kopia.zip"), "är inte tom"),
    ):
        refused = run(*words)
        assert (refused.code, said in refused.err) == (1, True), refused.err
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data", "kopia.zip", "new.json"]


def test_doctor_says_whether_a_backup_is_made_at_night_and_that_it_is_missing(
    run: Run, dossier: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EVENEMANG_BACKUP", raising=False)
    off = run("doctor")
    monkeypatch.setenv("EVENEMANG_BACKUP", "02:30")
    missing = run("doctor")

    assert (off.code, "Nattlig säkerhetskopia: av" in off.out) == (0, True)
    assert (missing.code, "Ingen nattlig säkerhetskopia är gjord än" in missing.err) == (1, True)
