"""The folder of workbooks as people and crashes leave it: always whole, and always caught up."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from evenemang.bootstrap.outbox import Outbox
from evenemang.domain.text import Language
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.outbox import drain, returns_waiting
from evenemang.flow.recording import Whole
from evenemang.workbook import keeping
from evenemang.workbook import write as writing_really
from evenemang.workbook.noticing import Watchman
from evenemang.workbook.reading import read
from tests.bootstrap.dying import dies_at
from tests.bootstrap.folders import (
    ASKED,
    SARA,
    SECRET_ASKED,
    Folder,
    answer,
    by_hand,
    close,
    copied,
    rename,
    sharing_violation,
    still,
    versions,
)


def drawn_once() -> Callable[..., bytes]:
    """Draw each picture of a dossier once: it is not the drawing that is tried a hundred times."""
    drawn: dict[tuple[int, bool], bytes] = {}

    def write(whole: Whole, language: Language, *, secret: bool = False) -> bytes:
        key = (whole.version, secret)
        if key not in drawn:
            drawn[key] = writing_really(whole, language, secret=secret)
        return drawn[key]

    return write


def writing(folder: Folder) -> Callable[[], Callable[[], object]]:
    return lambda: folder.opened().write_workbooks


def is_whole(content: bytes) -> bool:
    with ZipFile(BytesIO(content)) as book:
        return book.testzip() is None


def changed(folder: Folder) -> None:
    answer(folder, "Nytt svar")


def changed_by_two(folder: Folder) -> None:
    rename(folder, "Vinterfesten")
    by_hand(folder.books()[0])


@pytest.mark.parametrize("change", [changed, pytest.param(changed_by_two, marks=pytest.mark.prove)])
def test_a_process_that_ends_at_any_write_leaves_whole_files_and_the_next_catches_up(
    written: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Folder], None]
) -> None:
    monkeypatch.setattr(keeping, "write", drawn_once())
    ready = Folder(copied(written.data, tmp_path / "ready"), written.dossier)
    change(ready)
    before = {one.read_bytes() for one in ready.books()}
    by_person = {one for one in before if one not in {book.read_bytes() for book in written.books()}}

    close(Folder(copied(ready.data, tmp_path / "tried"), written.dossier).catch_up())
    number = 0
    died = True
    while died:
        number += 1
        folder = Folder(copied(ready.data, tmp_path / "data"), written.dossier)
        died = dies_at(number, writing(folder))

        left = [one.read_bytes() for one in folder.books()]
        assert len(left) >= 2
        assert all(one in before or is_whole(one) for one in left), number
        newest = folder.catch_up()
        kept = {(folder.data / one.path).read_bytes() for one in newest.store.returns()}
        assert kept == by_person, number
        assert folder.litter() == [], number
        assert newest.store.stale() == 0
        assert folder.digests() == {one.digest for one in newest.store.book("dossier", folder.dossier).files}
        close(newest)
    assert number > 15
    assert versions(folder) == {newest.store.load("dossier", folder.dossier).version}


def test_what_a_person_changed_is_set_aside_whole_and_told_before_it_is_replaced(folder: Folder) -> None:
    book, secret = folder.books()
    changed_by_hand = by_hand(book), by_hand(secret, SECRET_ASKED)
    answer(folder, "Nytt svar")

    opened = folder.catch_up(0)

    found = returns_waiting(opened.workspace, folder.dossier)
    assert {one.name.partition("/")[0] for one in found} == {"workbooks", "workbooks-secret"}
    assert {one.path.partition("/")[0] for one in found} == {"returns", "returns-secret"}
    assert {(folder.data / one.path).read_bytes() for one in found} == set(changed_by_hand)
    assert [one for one in folder.books() if one.read_bytes() in changed_by_hand] == []
    said = read((folder.data / found[0].path).read_bytes())
    assert said.dossier.id == folder.dossier


def test_a_changed_file_is_noticed_though_nobody_changes_the_dossier(folder: Folder) -> None:
    opened, watchman = folder.opened(), Watchman(folder.data)
    assert watchman.go_round(opened.store) == 0
    by_hand(folder.books()[0])

    assert watchman.go_round(opened.store) == 1
    assert opened.write_workbooks() == 0

    assert len(returns_waiting(opened.workspace, folder.dossier)) == 1
    assert watchman.go_round(opened.store) == 0


def test_a_file_that_an_office_saved_without_changing_a_cell_is_no_return(
    folder: Folder, office: Callable[[Path, str], Path]
) -> None:
    book = folder.books()[0]
    before = book.read_bytes()
    book.write_bytes(office(book, "xlsx").read_bytes())
    assert book.read_bytes() != before

    opened, watchman = folder.opened(), Watchman(folder.data)
    assert watchman.go_round(opened.store) == 1
    assert opened.write_workbooks() == 0

    assert returns_waiting(opened.workspace, folder.dossier) == ()


@pytest.mark.parametrize("place", ["2027/Vårt eget namn.xlsx", "Hösten/Festen.xlsx"])
def test_a_renamed_or_moved_file_is_known_by_its_id_until_the_event_is_renamed(
    folder: Folder, place: str
) -> None:
    target = folder.data / "workbooks" / place
    target.parent.mkdir(exist_ok=True)
    folder.books()[0].rename(target)
    target.with_name("~$nothing.xlsx").write_bytes(b"Sara Lind")
    answer(folder, "Nytt svar")

    close(folder.catch_up(0))
    secret = folder.data / "workbooks-secret" / place
    assert [one for one in folder.books() if one.name[0] != "~"] == [target, secret]

    by_hand(target)
    rename(folder, "Vinterfesten")
    opened = folder.catch_up(0)
    assert [one.name[:23] for one in folder.books() if one.name[0] != "~"] == ["2027-09-04 Vinterfesten"] * 2
    assert len(returns_waiting(opened.workspace, folder.dossier)) == 1


def test_a_moved_file_that_was_changed_too_is_found_by_what_it_says(folder: Folder) -> None:
    target = folder.data / "workbooks" / "Flyttad.xlsx"
    changed_by_hand = by_hand(folder.books()[0].rename(target))
    opened, watchman = folder.opened(), Watchman(folder.data)

    assert [watchman.go_round(opened.store) for _ in range(2)] == [0, 1]
    assert opened.write_workbooks() == 0

    assert opened.workbook_file(folder.dossier) == target
    found = returns_waiting(opened.workspace, folder.dossier)
    assert [(folder.data / one.path).read_bytes() for one in found] == [changed_by_hand]
    assert len(list(folder.data.glob("workbooks*/Flyttad.xlsx"))) == 2
    assert folder.books() == []


def test_a_removed_file_is_written_anew(folder: Folder) -> None:
    folder.books()[0].unlink()
    opened, watchman = folder.opened(), Watchman(folder.data)

    assert [watchman.go_round(opened.store) for _ in range(2)] == [0, 1]
    assert opened.write_workbooks() == 0

    assert len(folder.books()) == 2


def test_a_file_held_as_windows_holds_it_is_told_and_tried_again(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = folder.books()[0].read_bytes()
    answer(folder, "Nytt svar")
    opened = folder.opened()
    start = datetime.now(UTC)
    with monkeypatch.context() as windows:
        windows.setattr(os, "replace", sharing_violation)
        for after, left in ((0, 1), (1, 0), (2, 1), (3, 0), (6, 1)):  # the patience grows
            standing = still(start + timedelta(seconds=after))
            assert drain(opened.workspace, opened._keep, opened._keep_register, standing) == left, after
    held = opened.store.book("dossier", folder.dossier).held
    assert held is not None
    assert (held.why, held.tries) == ("open", 3)
    assert folder.books()[0].read_bytes() == before
    assert folder.litter() == []

    newest = folder.catch_up(60)
    assert newest.store.book("dossier", folder.dossier).held is None
    assert newest.store.returns() == ()


def test_a_folder_that_may_not_be_written_is_told_as_such(folder: Folder) -> None:
    answer(folder, "Nytt svar")
    year = folder.books()[0].parent
    away = year.rename(folder.data / "undan")
    year.symlink_to("/sys")  # nobody may make files there, not even root
    opened = folder.opened()

    assert opened.write_workbooks() == 1

    held = opened.store.book("dossier", folder.dossier).held
    assert held is not None
    assert held.why == "denied"
    year.unlink()
    away.rename(year)
    close(folder.catch_up(60))
    assert folder.litter() == []


def test_a_changed_file_that_is_still_open_is_left_alone_until_it_is_closed(folder: Folder) -> None:
    book = folder.books()[0]
    changed_by_hand = by_hand(book)
    sign = book.with_name(f".~lock.{book.name}#")
    sign.touch()
    answer(folder, "Nytt svar")
    opened = folder.opened()

    assert opened.write_workbooks() == 1
    held = opened.store.book("dossier", folder.dossier).held
    assert held is not None
    assert held.why == "open"
    assert book.read_bytes() == changed_by_hand

    sign.unlink()
    newest = folder.catch_up(60)
    assert len(newest.store.returns()) == 1


def test_a_workbook_is_written_within_two_seconds_of_the_last_change(folder: Folder) -> None:
    opened = folder.opened()
    outbox = Outbox(opened)
    outbox.start()
    opened.workspace.do(folder.dossier, GiveAnswer(question=ASKED, value="yes"), SARA)
    changed_at = time.monotonic()
    outbox.wake()
    while opened.store.stale():
        assert time.monotonic() - changed_at < 2
        time.sleep(0.01)
    outbox.stop()
    outbox.join()
