"""A workbook that was set aside is settled: the journal says who and why, and the file is never gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenemang.bootstrap import Opened
from evenemang.bootstrap.returning import look
from evenemang.bootstrap.settling import Settling
from evenemang.domain.errors import Refused
from evenemang.flow.books import Returned
from evenemang.flow.outbox import returns_waiting
from evenemang.flow.recording import whole
from evenemang.flow.returning.sent import sent_at
from evenemang.flow.returning.taking import accept
from evenemang.workbook.reading import read
from tests.bootstrap.folders import SARA, Folder, answer, by_hand, close

WHY = "Kommentaren är fel. Ringde Åsa."


@pytest.fixture
def aside(folder: Folder) -> tuple[Opened, Returned, bytes]:
    """A folder where somebody has written in the open workbook, and what was set aside."""
    content = by_hand(folder.books()[0])
    answer(folder, "Skrivet i appen")
    opened = folder.catch_up()
    (one,) = opened.store.returns()
    return opened, one, content


def settled_rows(opened: Opened, dossier: str) -> list[tuple[str, str, object]]:
    rows = opened.store.journal("dossier", dossier)
    return [
        (one.deed.by, one.deed.touched, one.deed.after)
        for one in rows
        if one.deed.operation == "settle-return"
    ]


def test_a_settled_file_is_kept_elsewhere_and_the_journal_says_who_and_why(
    aside: tuple[Opened, Returned, bytes], folder: Folder
) -> None:
    opened, one, content = aside
    before = opened.workspace.dossier(folder.dossier)

    settled = opened.settling.settle(one, WHY, SARA)

    name = Path(one.path).name
    assert settled.path == f"returns/{folder.dossier}/settled/{name}"
    assert (folder.data / settled.path).read_bytes() == content
    assert not (folder.data / one.path).exists()
    assert returns_waiting(opened.workspace, folder.dossier) == ()
    assert opened.store.returns() == (settled,)
    assert settled_rows(opened, folder.dossier) == [("Sara Lind", f"returns/{name}", WHY)]
    assert opened.workspace.dossier(folder.dossier).record == before.record
    journal = opened.store.journal("dossier", folder.dossier)
    assert sent_at(before.record, journal, before.version).dossier == before.record


def test_the_workbook_tells_of_it_and_the_folder_is_whole_after(
    aside: tuple[Opened, Returned, bytes], folder: Folder
) -> None:
    opened, one, _ = aside
    opened.settling.settle(one, WHY, SARA)
    assert opened.write_workbooks() == 0

    book = next(one for one in folder.books() if one.parent.parent.name == "workbooks")
    assert read(book).journal[-1].deed.after == WHY
    assert opened.verify() == ()


def test_what_is_written_of_a_secret_file_stays_secret(folder: Folder) -> None:
    secret = next(one for one in folder.books() if one.parent.parent.name == "workbooks-secret")
    by_hand(secret, "threats.assessed")
    answer(folder, "Skrivet i appen")
    opened = folder.catch_up()
    (one,) = opened.store.returns()

    settled = opened.settling.settle(one, WHY, SARA)
    assert opened.write_workbooks() == 0

    assert settled.path.startswith(f"returns-secret/{folder.dossier}/settled/")
    told = {book.parent.parent.name: WHY in _afters(book) for book in folder.books()}
    assert told == {"workbooks": False, "workbooks-secret": True}


def _afters(book: Path) -> list[object]:
    return [one.deed.after for one in read(book).journal]


def test_without_a_reason_or_when_it_cannot_be_moved_nothing_is_told_or_moved(
    aside: tuple[Opened, Returned, bytes], folder: Folder
) -> None:
    opened, one, content = aside
    with pytest.raises(Refused, match="no reason"):
        opened.settling.settle(one, "  ", SARA)
    (folder.data / one.path).parent.joinpath("settled").write_text("i vägen")
    with pytest.raises(Refused) as refused:
        opened.settling.settle(one, WHY, SARA)

    assert "går inte att flytta" in refused.value.say("sv")
    assert (folder.data / one.path).read_bytes() == content
    assert settled_rows(opened, folder.dossier) == []
    assert returns_waiting(opened.workspace, folder.dossier) == (one,)


def test_a_process_that_ends_on_the_way_leaves_the_file_and_the_next_settles_it(
    aside: tuple[Opened, Returned, bytes], folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, one, content = aside
    for step in ("tell_settled", "unlink"):
        with monkeypatch.context() as ended:
            _end_at(step, ended)
            with pytest.raises(SystemExit):
                opened.settling.settle(one, WHY, SARA)
        assert content in {file.read_bytes() for file in (folder.data / "returns").rglob("*.xlsx")}
        (known,) = opened.store.returns()
        assert (folder.data / known.path).read_bytes() == content

    assert len(settled_rows(opened, folder.dossier)) == 1


def _end_at(step: str, ended: pytest.MonkeyPatch) -> None:
    def end(*_said: object, **_more: object) -> None:
        raise SystemExit

    if step == "unlink":
        ended.setattr(Path, "unlink", end)
    else:
        ended.setattr("evenemang.bootstrap.settling.tell_settled", end)


def test_a_file_all_of_which_is_taken_in_settles_itself_and_one_with_more_in_it_waits(
    aside: tuple[Opened, Returned, bytes], folder: Folder
) -> None:
    opened, one, content = aside
    settling = Settling(opened.workspace, opened.data)
    looked = look(opened.workspace, content, Path(one.name).name)
    keys = [each.key for each in looked.differences]
    assert settling.settle_taken(looked, content, [], SARA) is None

    accept(opened.workspace, looked, keys, SARA, sender="Åsa Ek")
    settled = settling.settle_taken(looked, content, keys, SARA)

    assert settled is not None
    assert settled.settled
    ((_, _, why),) = settled_rows(opened, folder.dossier)
    assert why == {
        "sv": "Allt som skilde i filen är intaget.",
        "en": "All that differed in the file is taken in.",
    }
    found = whole(opened.workspace, folder.dossier)
    assert found.journal[-1].deed.operation == "settle-return"
    close(opened)


def test_the_same_change_made_again_in_the_folder_waits_again_beside_what_was_settled(
    aside: tuple[Opened, Returned, bytes], folder: Folder
) -> None:
    opened, one, content = aside
    settled = opened.settling.settle(one, WHY, SARA)
    folder.books()[0].write_bytes(content)
    answer(folder, "Igen")
    close(opened)
    opened = folder.catch_up()

    (again,) = returns_waiting(opened.workspace, folder.dossier)

    assert (folder.data / again.path).read_bytes() == (folder.data / settled.path).read_bytes() == content
