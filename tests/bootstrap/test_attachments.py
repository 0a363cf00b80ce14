"""The shelf: each file once and whole, found when it is changed, thrown away when nobody names it."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from evenemang.bootstrap import Opened
from evenemang.bootstrap.attaching import DataShelf
from evenemang.bootstrap.backups.making import back_up_folder
from evenemang.bootstrap.backups.restoring import prove, restore
from evenemang.bootstrap.rebuilding import rebuild
from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.errors import FileUnfit
from evenemang.flow.attaching import Attach, RemoveAttachment
from evenemang.flow.filing import Filing
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.recording import whole
from evenemang.workbook import write
from evenemang.workbook.apart import rows_apart
from tests.attachments.making import pdf, photograph, png
from tests.bootstrap.folders import SARA, Folder, close
from tests.builders import GIVEN

PLAN = "Situationsplan ”entrén”.png"


def attached(opened: Opened, dossier: str, content: bytes, name: str = PLAN, **more: Any) -> AttachmentNote:
    file, shown, size = Filing(opened.workspace, DataShelf(opened.data)).bring(dossier, content, name, SARA)
    mark = {"paragraph": "osl-18-8", "because": "Vakter"} if more.get("secrecy") == "secret" else {}
    said = {"file": file, "name": shown, "size": size, "added": GIVEN, **more}
    note = AttachmentNote.model_validate(said)
    opened.workspace.do(dossier, Attach.model_validate({"note": note, **mark}), SARA)
    return note


def aged(data: Path) -> None:
    for one in (data / "attachments").iterdir():
        os.utime(one, (0, 0))


NOW = timedelta(seconds=-1)


def told(opened: Opened) -> list[str]:
    return [one.text.sv for one in opened.verify() if one.kind.startswith("attachment")]


def test_the_same_content_is_kept_once_and_as_long_as_any_dossier_names_it(folder: Folder) -> None:
    opened = folder.opened()
    other = open_dossier(opened.workspace, NewDossier(name="Loppis", areas=("crowds",)), SARA).record.id
    shelf, files = DataShelf(folder.data), folder.data / "attachments"
    first = attached(opened, folder.dossier, png(), "a.png")
    second = attached(opened, other, png(), "b.png")
    assert [one.name for one in files.iterdir()] == [first.file] == [second.file]

    aged(folder.data)
    for dossier in (folder.dossier, other):
        assert shelf.throw_away(opened.store, patience=NOW) == 0
        opened.workspace.do(dossier, RemoveAttachment(file=first.file), SARA)

    assert shelf.throw_away(opened.store) == 0, "a day has not gone"
    assert shelf.throw_away(opened.store, patience=NOW) == 1
    assert list(files.iterdir()) == []
    close(opened)


def test_nothing_that_no_dossier_ever_named_is_thrown_away(folder: Folder) -> None:
    opened, shelf = folder.opened(), DataShelf(folder.data)
    refused, _ = shelf.keep(png(), "nekad.png")
    other, _ = shelf.keep(pdf(), "en annan databas.pdf")
    opened.store.let_go(refused)
    aged(folder.data)

    assert shelf.throw_away(opened.store, patience=NOW) == 1

    assert [one.name for one in (folder.data / "attachments").iterdir()] == [other]
    close(opened)


def test_a_file_that_is_brought_anew_while_it_is_thrown_away_stays(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, shelf = folder.opened(), DataShelf(folder.data)
    file, _ = shelf.keep(png(), "karta.png")
    opened.store.let_go(file)
    aged(folder.data)
    rename = os.rename

    def brought_meanwhile(source: Path, target: Path) -> None:
        monkeypatch.setattr(os, "rename", rename)
        shelf.keep(png(), "karta.png")
        rename(source, target)

    monkeypatch.setattr(os, "rename", brought_meanwhile)

    assert shelf.throw_away(opened.store, patience=timedelta(0)) == 0
    assert [one.name for one in (folder.data / "attachments").iterdir()] == [file]
    close(opened)


def test_a_missing_and_a_changed_file_are_found_and_named_but_no_secret_name(folder: Folder) -> None:
    opened = folder.opened()
    gone = attached(opened, folder.dossier, png(), "borta.png")
    changed = attached(opened, folder.dossier, pdf(), "ändrad.pdf")
    secret = attached(opened, folder.dossier, photograph(), "vaktplan.jpg", secrecy="secret")
    assert told(opened) == []
    files = folder.data / "attachments"

    (files / gone.file).unlink()
    (files / changed.file).write_bytes(b"annat")
    (files / secret.file).unlink()
    (files / "anteckningar.txt").write_text("min")

    said = told(opened)
    assert len(said) == 4
    assert any("borta.png" in one and "saknas" in one and gone.file in one for one in said)
    assert any("ändrad.pdf" in one and "är ändrad" in one for one in said)
    assert any("anteckningar.txt" in one for one in said)
    assert not any("vaktplan" in one for one in said)
    for note, why in ((gone, "saknas"), (changed, "ändrad utanför programmet")):
        with pytest.raises(FileUnfit) as refused:
            Filing(opened.workspace, DataShelf(folder.data)).fetch(folder.dossier, note.file, SARA)
        assert why in refused.value.say("sv")
    close(opened)


def test_a_backup_holds_them_and_tells_of_one_that_was_changed(folder: Folder, tmp_path: Path) -> None:
    opened = folder.opened()
    note = attached(opened, folder.dossier, png())
    close(opened)
    back_up_folder(folder.data, tmp_path / "kopia.zip")
    assert prove(tmp_path / "kopia.zip").faults == ()
    restore(tmp_path / "kopia.zip", tmp_path / "ny")
    kept = folder.data / "attachments" / note.file
    assert (tmp_path / "ny" / "attachments" / note.file).read_bytes() == kept.read_bytes()

    kept.write_bytes(b"annat")
    back_up_folder(folder.data, tmp_path / "andra.zip")

    assert "var ändrad redan" in prove(tmp_path / "andra.zip").faults[0].sv


def test_they_come_along_from_beside_the_workbooks_and_a_changed_one_does_not(
    folder: Folder, tmp_path: Path
) -> None:
    opened = folder.opened()
    kept = attached(opened, folder.dossier, png(), kind="site-plan", description="Entrén")
    changed = attached(opened, folder.dossier, pdf(), "ändrad.pdf")
    opened.write_workbooks()
    before = opened.workspace.dossier(folder.dossier).record
    close(opened)
    beside = shutil.copytree(folder.data, tmp_path / "gamla")
    (beside / "attachments" / changed.file).write_bytes(b"annat")

    found = rebuild(beside / "workbooks", tmp_path / "ny")

    after = Folder(tmp_path / "ny", folder.dossier).opened()
    assert after.workspace.dossier(folder.dossier).record == before
    assert [one.name for one in (tmp_path / "ny" / "attachments").iterdir()] == [kept.file]
    assert any("ändrad.pdf" in one.sv and "är ändrad" in one.sv for one in found.notes)
    close(after)


def test_the_workbook_lists_them_by_checksum_and_kind_and_the_open_one_no_secret(folder: Folder) -> None:
    opened = folder.opened()
    plan = attached(opened, folder.dossier, png(), kind="site-plan", description="Entrén")
    secret = attached(opened, folder.dossier, pdf(), "vaktplan.pdf", secrecy="secret")
    found = whole(opened.workspace, folder.dossier)

    said = {side: repr(rows_apart(write(found, "sv", secret=side))) for side in (False, True)}

    assert plan.file.partition(".")[0] in said[False]
    for words in ("Situationsplan", "Entrén", "PNG"):
        assert words in said[False]
    assert secret.file.partition(".")[0] in said[True]
    assert "vaktplan" not in said[False]
    assert secret.file.partition(".")[0] not in said[False]
    close(opened)


def test_a_small_picture_is_made_once_and_goes_with_its_file(folder: Folder) -> None:
    opened, shelf = folder.opened(), DataShelf(folder.data)
    note = attached(opened, folder.dossier, photograph((800, 600)), "foto.jpg")
    document = attached(opened, folder.dossier, pdf(), "intyg.pdf")
    made = folder.data / "cache" / "small" / f"{note.file}.jpg"

    small = shelf.small(note)

    assert small
    assert small == made.read_bytes() == shelf.small(note)
    assert len(small) < note.size
    assert shelf.small(document) is None
    opened.workspace.do(folder.dossier, RemoveAttachment(file=note.file), SARA)
    aged(folder.data)
    assert shelf.throw_away(opened.store, patience=NOW) == 1
    assert not made.exists()
    close(opened)


@pytest.mark.parametrize(
    ("name", "kept_as", "label"),
    [
        ("karta.png", "png", "karta.png"),
        ("foto.HEIC", "jpg", "foto.jpg"),
        ("CON.pdf", "pdf", "_CON.pdf"),
        ("program.pdf.exe", "pdf", "program.pdf.pdf"),
        ('a<b>:"|?*.png', "png", "a b.png"),
        ("v. 2", "pdf", "v.pdf"),
        (".", "png", "_.png"),
        ("ritning utan punkt", "pdf", "ritning utan punkt.pdf"),
    ],
)
def test_a_file_is_downloaded_by_a_name_that_is_safe_and_says_its_kind(
    tmp_path: Path, name: str, kept_as: str, label: str
) -> None:
    note = AttachmentNote(file=f"{'a' * 64}.{kept_as}", name=name, size=1, added=GIVEN)

    assert DataShelf(tmp_path).label(note)[0] == label
