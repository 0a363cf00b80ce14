"""The folder of workbooks as people and crashes leave it: always whole, and always caught up."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from evenemang.bootstrap import Opened, open_data
from evenemang.bootstrap.outbox import Outbox
from evenemang.domain.actor import Actor
from evenemang.domain.event import Occasion
from evenemang.domain.text import Language
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.opening import NewDossier, SetEvent, open_dossier
from evenemang.flow.outbox import LEASE_SECONDS, drain, returns_waiting
from evenemang.flow.recording import Whole
from evenemang.store.sql import SqlStore
from evenemang.workbook import keeping
from evenemang.workbook import write as writing_really
from evenemang.workbook.noticing import Watchman
from evenemang.workbook.reading import read
from tests.bootstrap.dying import dies_at

SARA = Actor(name="Sara Lind")
ASKED = "crowds.zone-capacity"
SECRET_ASKED = "threats.assessed"


def clock(later: float) -> Callable[[], datetime]:
    """Return a clock that goes so many seconds ahead."""
    return lambda: datetime.now(UTC) + timedelta(seconds=later)


def close(opened: Opened) -> None:
    cast(SqlStore, opened.store).close()


@dataclass(frozen=True)
class Folder:
    """A data folder with one dossier, opened anew each time: as another process would."""

    data: Path
    dossier: str

    def opened(self) -> Opened:
        return open_data(self.data)

    def books(self) -> list[Path]:
        return sorted(self.data.glob("workbooks*/*/*.xlsx"))

    def digests(self) -> set[str]:
        return {sha256(one.read_bytes()).hexdigest() for one in self.books()}

    def litter(self) -> list[Path]:
        return list(self.data.rglob("*.tmp"))

    def catch_up(self, after: float = LEASE_SECONDS) -> Opened:
        """Start anew, so many seconds from now, and write what is stale."""
        opened = self.opened()
        assert drain(opened.workspace, opened._keep, opened._keep_register, clock(after)) == 0
        return opened


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A small dossier with something secret, its two workbooks written."""
    data = tmp_path_factory.mktemp("folder") / "data"
    opened = open_data(data)
    new = NewDossier(
        name="Höstfesten",
        occasions=(Occasion(date=date(2027, 9, 4), starts="12:00", ends="22:00"),),
        areas=("crowds", "threats"),
    )
    dossier = open_dossier(opened.workspace, new, SARA).record.id
    opened.workspace.do(dossier, GiveAnswer(question=ASKED, value="no"), SARA)
    opened.workspace.do(dossier, GiveAnswer(question=SECRET_ASKED, value="no"), SARA)
    assert opened.write_workbooks() == 0
    close(opened)
    return Folder(data, dossier)


@pytest.fixture
def folder(written: Folder, tmp_path: Path) -> Folder:
    return Folder(copied(written.data, tmp_path / "data"), written.dossier)


def copied(source: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(source, target))


def answer(folder: Folder, comment: str) -> None:
    opened = folder.opened()
    opened.workspace.do(folder.dossier, GiveAnswer(question=ASKED, value="yes", comment=comment), SARA)
    secret = GiveAnswer(question=SECRET_ASKED, value="yes", comment=comment)
    opened.workspace.do(folder.dossier, secret, SARA)
    close(opened)


def rename(folder: Folder, name: str) -> None:
    opened = folder.opened()
    opened.workspace.do(folder.dossier, SetEvent(event_name=name), SARA)
    close(opened)


def by_hand(path: Path, asked: str = ASKED) -> bytes:
    """Change a comment in a workbook as a person would, and return what the file is then."""
    book = load_workbook(path)
    sheet = book["Checklistor"]
    rows = list(sheet.iter_rows())
    comments = next(one.column for row in rows for one in row if one.value == "answer.comment")
    line = next(one.row for row in rows for one in row if one.value == asked)
    sheet.cell(line, comments, "Skrivet i Excel")
    book.save(path)
    return path.read_bytes()


def versions(folder: Folder) -> set[int]:
    return {read(one.read_bytes()).version for one in folder.books()}


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


@pytest.mark.parametrize("change", [changed, changed_by_two])
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
    with monkeypatch.context() as windows:
        windows.setattr(os, "replace", sharing_violation)
        for after, left in ((0, 1), (1, 0), (2, 1), (3, 0), (6, 1)):  # the patience grows
            assert drain(opened.workspace, opened._keep, opened._keep_register, clock(after)) == left, after
    held = opened.store.book("dossier", folder.dossier).held
    assert held is not None
    assert (held.why, held.tries) == ("open", 3)
    assert folder.books()[0].read_bytes() == before
    assert folder.litter() == []

    newest = folder.catch_up(60)
    assert newest.store.book("dossier", folder.dossier).held is None
    assert newest.store.returns() == ()


def sharing_violation(*_paths: object) -> None:
    raise PermissionError(13, "The process cannot access the file because it is being used")


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
