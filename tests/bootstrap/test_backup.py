"""A backup holds everything, is proved before it is needed, and comes back whole or not at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from evenemang.bootstrap.backups.making import back_up_folder
from evenemang.bootstrap.backups.manifest import FOLDERS
from evenemang.bootstrap.backups.restoring import prove, restore
from evenemang.domain.errors import BackupFailed, BackupUnfit, EvenemangError, NotEmpty, StoreUnfit
from evenemang.store.sql import SqlStore
from tests.bootstrap.crowd import kept_in, saving
from tests.bootstrap.folders import Folder, answer, by_hand, close, copied
from tests.bootstrap.hostile_backups import HOSTILE, Draft, changed
from tests.builders import GIVEN
from tests.retention_rules import setting


@pytest.fixture(scope="module")
def full(written: Folder, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A folder with something of everything that is kept."""
    folder = Folder(copied(written.data, tmp_path_factory.mktemp("full") / "data"), written.dossier)
    by_hand(folder.books()[0])
    answer(folder, "Nytt svar")
    close(folder.catch_up(0))
    (folder.data / "attachments" / f"{'a' * 64}.png").write_bytes(b"bild")
    (folder.data / "returns-secret" / "x").mkdir(parents=True)
    (folder.data / "returns-secret" / "x" / "retur.xlsx").write_bytes(b"retur")
    setting(folder.data, "health")
    return folder


@pytest.fixture(scope="module")
def good(full: Folder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("backup") / "kopia.zip"
    back_up_folder(full.data, file)
    return file


def contents(data: Path) -> dict[str, bytes]:
    found = (one for top in FOLDERS for one in (data / top).rglob("*") if one.is_file())
    return {one.relative_to(data).as_posix(): one.read_bytes() for one in found}


def test_everything_comes_back_as_it_was(full: Folder, good: Path, tmp_path: Path) -> None:
    found = restore(good, tmp_path / "ny")

    assert found.faults == ()
    assert contents(tmp_path / "ny") == contents(full.data)
    tops = {one.partition("/")[0] for one in contents(tmp_path / "ny")}
    assert tops == set(FOLDERS)
    before, after = full.opened(), Folder(tmp_path / "ny", full.dossier).opened()
    assert after.store.load("dossier", full.dossier) == before.store.load("dossier", full.dossier)
    assert after.store.journal("dossier", full.dossier) == before.store.journal("dossier", full.dossier)
    assert after.store.returns() == before.store.returns()
    close(before)
    close(after)


def test_only_its_owner_may_read_a_backup_and_what_comes_out_of_it(good: Path, tmp_path: Path) -> None:
    restore(good, tmp_path / "ny")

    assert good.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "ny").stat().st_mode & 0o777 == 0o700


def test_a_backup_is_not_written_over_unless_that_is_said(full: Folder, tmp_path: Path) -> None:
    file = tmp_path / "kopia.zip"
    file.write_bytes(b"en annan")
    with pytest.raises(BackupFailed) as refused:
        back_up_folder(full.data, file)
    assert "--force" in refused.value.say("sv")
    assert file.read_bytes() == b"en annan"

    back_up_folder(full.data, file, force=True)

    assert prove(file).faults == ()
    assert os.listdir(tmp_path) == ["kopia.zip"]


def test_what_a_backup_cannot_hold_is_told(folder: Folder, tmp_path: Path) -> None:
    (folder.data / "workbooks" / "länk.xlsx").symlink_to("/etc/hostname")
    (folder.data / "workbooks" / ".~lock.a.xlsx#").touch()

    made = back_up_folder(folder.data, tmp_path / "kopia.zip")

    assert made.left_out == ("workbooks/länk.xlsx",)
    assert "är inte med i kopian" in prove(tmp_path / "kopia.zip").faults[0].sv


def test_all_that_was_acknowledged_before_a_backup_under_load_is_in_it(
    folder: Folder, tmp_path: Path
) -> None:
    meanwhile = 0
    for number in range(3):
        file, new = tmp_path / f"kopia{number}.zip", tmp_path / f"ny{number}"
        with saving(folder, f"omgång{number}") as crowd:
            crowd.until(10)
            before = set(crowd.listen())
            back_up_folder(folder.data, file)
            meanwhile += len(set(crowd.listen()) - before)

        assert prove(file).faults == ()
        found = restore(file, new)

        assert found.faults == ()
        assert before - kept_in(new / "evenemang.db", folder.dossier) == set()
        assert list(new.glob("returns/**/*.xlsx")) == []
    assert meanwhile > 0


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(EvenemangError) as why:
        act()
    assert isinstance(why.value, BackupUnfit | StoreUnfit)
    return why.value.say("sv")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_backup_is_refused_before_anything_is_written(
    good: Path, tmp_path: Path, name: str
) -> None:
    change, said = HOSTILE[name]
    draft = Draft(good)
    change(draft)
    file = tmp_path / "kopia.zip"
    draft.pack(file)

    assert said in refused(lambda: restore(file, tmp_path / "ny"))
    assert said in refused(lambda: prove(file))

    assert os.listdir(tmp_path) == ["kopia.zip"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (lambda whole: b"", "ingen säkerhetskopia"),
        (lambda whole: b"inte en zip" * 100, "ingen säkerhetskopia"),
        (lambda whole: whole[: len(whole) // 2], "inte hel"),
        (
            lambda whole: whole[:5000] + bytes(255 - one for one in whole[5000:5004]) + whole[5004:],
            "evenemang.db är inte som",
        ),
    ],
)
def test_a_file_that_is_torn_or_something_else_is_refused(
    good: Path, tmp_path: Path, content: Callable[[bytes], bytes], said: str
) -> None:
    file = tmp_path / "kopia.zip"
    file.write_bytes(content(good.read_bytes()))

    assert said in refused(lambda: restore(file, tmp_path / "ny"))
    assert said in refused(lambda: prove(file))
    assert os.listdir(tmp_path) == ["kopia.zip"]


def test_a_backup_is_only_put_back_into_an_empty_folder(good: Path, tmp_path: Path) -> None:
    (tmp_path / "upptagen").mkdir()
    (tmp_path / "upptagen" / "fil").touch()
    (tmp_path / "tom").mkdir()

    with pytest.raises(NotEmpty):
        restore(good, tmp_path / "upptagen")
    restore(good, tmp_path / "tom")

    assert os.listdir(tmp_path / "upptagen") == ["fil"]
    assert (tmp_path / "tom" / "evenemang.db").exists()


def test_a_backup_that_does_not_fit_on_the_disk_is_refused(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    little = shutil.disk_usage(tmp_path)._replace(free=10_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: little)

    assert "10 MB ledigt" in refused(lambda: restore(good, tmp_path / "ny"))
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE journal SET \"by\" = 'Annan' WHERE version = 2 AND kind = 'dossier'", "rad 2"),
        ("UPDATE alembic_version SET version_num = '9999'", "nyare version"),
    ],
)
def test_a_database_that_is_not_whole_is_told_whoever_packed_it(
    good: Path, tmp_path: Path, statement: str, said: str
) -> None:
    draft = Draft(good)
    changed(draft, statement)
    file = tmp_path / "kopia.zip"
    draft.pack(file)

    try:
        told = " ".join(one.sv for one in prove(file).faults)
    except StoreUnfit as unfit:
        told = unfit.say("sv")

    assert said in told


def test_an_attachment_that_a_dossier_names_and_the_backup_lacks_is_told_but_not_what_it_is_called(
    folder: Folder, tmp_path: Path
) -> None:
    from evenemang.domain.assessment import AttachmentNote
    from evenemang.flow.attaching import Attach
    from tests.bootstrap.folders import SARA

    opened = folder.opened()
    note = AttachmentNote(file=f"{'b' * 64}.png", name="Karta.png", size=4, added=GIVEN)
    opened.workspace.do(folder.dossier, Attach(note=note), SARA)
    close(opened)
    back_up_folder(folder.data, tmp_path / "kopia.zip")

    said = prove(tmp_path / "kopia.zip").faults[0].sv
    assert f"Bilagan {'b' * 64}.png till ärendet" in said
    assert "Karta" not in said, "it may be secret"


def test_a_workbook_newer_than_the_copied_database_is_written_as_it_was_then(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = SqlStore.backup

    def then_somebody_saves(self: SqlStore, path: Path) -> None:
        really(self, path)
        answer(folder, "Efter kopian")
        close(folder.catch_up())

    monkeypatch.setattr(SqlStore, "backup", then_somebody_saves)
    back_up_folder(folder.data, tmp_path / "kopia.zip")
    with ZipFile(tmp_path / "kopia.zip") as archive:
        assert not [one for one in archive.namelist() if "Höstfesten" in one]

    found = restore(tmp_path / "kopia.zip", tmp_path / "ny")

    assert found.faults == ()
    new = Folder(tmp_path / "ny", folder.dossier)
    assert len(new.books()) == 2
    with closing(sqlite3.connect(new.data / "evenemang.db")) as raw:
        assert raw.execute("SELECT count(*) FROM journal WHERE after LIKE '%Efter kopian%'").fetchone() == (
            0,
        )


def test_a_backup_is_not_put_back_where_the_records_are_on_a_server(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVENEMANG_DATABASE", "postgresql://evenemang@127.0.0.1:9/evenemang")

    assert "pekar ut en databasserver" in refused(lambda: restore(good, tmp_path / "ny"))
    assert os.listdir(tmp_path) == []
