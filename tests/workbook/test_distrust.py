"""A file from outside is refused with a sentence or read harmlessly, in a process apart."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from evenemang.distrust.inside import LENGTH, MEMORY
from evenemang.distrust.readers import Readers
from evenemang.distrust.worker import Failed, Worker
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import FileUnfit
from evenemang.flow.content import Content
from evenemang.flow.parting import without_secret
from evenemang.workbook import write
from evenemang.workbook.apart import INSIDE, READERS, cells_apart, rows_apart
from evenemang.workbook.grids import grids, grids_of
from evenemang.workbook.opening import cells_of
from evenemang.workbook.own_grids import own_grids
from evenemang.workbook.reading import ReadBack, read, read_own
from evenemang.workbook.refusals import WHYS
from evenemang.workbook.telling import Untrue, heard, told
from evenemang.workbook.twin.reading import read as read_area
from tests.hostile import CORPUS, READ, Hostile
from tests.workbook.potato import journal, potato
from tests.workbook.strategies import whole_of

SECONDS = 20.0  # for one file on a busy machine; most take a tenth of a second


@pytest.fixture(scope="module")
def book(content: Content) -> bytes:
    dossier = without_secret(potato(content), content)
    return write(whole_of(dossier, content, journal(dossier.id)[:1]), "sv")


@pytest.fixture(scope="module")
def said(book: bytes) -> Dossier:
    return read(book).dossier


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert len(CORPUS) >= 60


@pytest.mark.parametrize("file", CORPUS.values(), ids=CORPUS)
def test_a_hostile_file_is_refused_with_a_sentence_or_read_harmlessly(
    file: Hostile, book: bytes, said: Dossier
) -> None:
    content = file.make(book)
    began = time.monotonic()

    try:
        becomes = READ if read(content).dossier == said else "another dossier"
    except FileUnfit as refused:
        becomes = refused.say("sv")

    assert time.monotonic() - began < SECONDS
    if file.becomes != READ:
        assert file.becomes in becomes, file.what
        return
    assert becomes == READ, file.what
    assert rows_apart(content)
    assert read_area(content, "bok.xlsx").faults


def test_the_process_says_the_same_as_reading_here(book: bytes) -> None:
    assert cells_apart(book) == cells_of(book)
    assert grids(book) == grids_of(cells_of(book))


@pytest.mark.parametrize("name", ["stray_cell", "row_beyond", "size_too_large"])
def test_a_cell_far_away_in_our_own_folder_does_not_end_the_app(
    name: str, book: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "bok.xlsx"
    file.write_bytes(CORPUS[name].make(book))

    assert own_grids(book).keys() == grids(book).keys()
    if CORPUS[name].becomes == READ:
        assert isinstance(read_own(file), ReadBack)
    else:
        with pytest.raises(FileUnfit):
            read_own(file)


def test_rows_of_anyones_workbook_come_with_their_sheet_and_place(book: bytes) -> None:
    rows = dict(rows_apart(book))

    assert list(rows)[4] == "Risker"
    assert rows["Risker"][3][:2] == ("Nr", "Vad kan hända")


def test_the_process_is_kept_for_the_next_file(book: bytes) -> None:
    readers = Readers(INSIDE)
    first = readers.ask(book)
    (kept, _) = readers._idle[0]
    assert readers.ask(book) == first
    assert readers._idle[0][0] is kept
    readers.end()
    assert kept.process.poll() is not None


def test_a_process_that_takes_too_long_is_killed_reaped_and_replaced(book: bytes) -> None:
    readers = Readers(INSIDE)
    readers.ask(book)
    (slow, _) = readers._idle[0]

    with pytest.raises(Failed):
        readers.ask(book, seconds=0.001)

    assert slow.process.returncode is not None
    assert readers.ask(book)
    assert readers._idle[0][0] is not slow
    readers.end()


def test_a_process_that_died_meanwhile_is_replaced_unseen(book: bytes) -> None:
    readers = Readers(INSIDE)
    answer = readers.ask(book)
    readers._idle[0][0].process.kill()
    readers._idle[0][0].process.wait()

    assert readers.ask(book) == answer
    readers.end()


def test_a_file_that_takes_too_long_is_told_in_a_sentence(book: bytes) -> None:
    with pytest.raises(FileUnfit) as refused:
        cells_apart(book, "bok.xlsx", seconds=0.0)
    assert "tar för lång tid" in refused.value.say("sv")


def test_several_threads_read_at_the_same_time(book: bytes) -> None:
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda _: cells_apart(book), range(12)))

    assert all(one == found[0] for one in found)


def test_the_process_has_little_memory_no_files_to_write_and_no_secrets(
    book: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVENEMANG_SECRET", "hemligt")
    worker = Worker(INSIDE)
    assert worker.ask(book)
    process = Path(f"/proc/{worker.process.pid}")

    limits = {line[:25].strip(): line[26:].split() for line in (process / "limits").read_text().splitlines()}
    assert limits["Max address space"][0] == str(MEMORY)
    assert limits["Max file size"][0] == "0"
    assert int(limits["Max cpu time"][0]) < 60
    assert b"hemligt" not in (process / "environ").read_bytes()
    worker.end()


def test_nothing_temporary_is_left(book: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    READERS.end()

    for name in ("full_rows", "deep_journal", "laughs", "half", "texts_in_the_cells"):
        try:
            read(CORPUS[name].make(book))
        except FileUnfit:
            continue

    assert list(tmp_path.rglob("*")) == []


LIES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no JSON": lambda: b"<html>",
    "deep": lambda: b"[" * 100_000,
    "another form": lambda: b'{"sheets": {"a": 1}}',
    "a refusal of its own": lambda: b'{"refused": "Ring 0900"}',
    "a row below": lambda: b'{"sheets": [["a", [[0, []]]]]}',
    "rows that fall": lambda: b'{"sheets": [["a", [[2, []], [1, []]]]]}',
    "a cell beyond": lambda: b'{"sheets": [["a", [[1, [[99999, "s", "s", "x"]]]]]]}',
    "a truth for a row": lambda: b'{"sheets": [["a", [[true, []]]]]}',
    "an unknown kind": lambda: b'{"sheets": [["a", [[1, [[1, "x", "s", "x"]]]]]]}',
    "an unknown letter": lambda: b'{"sheets": [["a", [[1, [[1, "s", "q", "x"]]]]]]}',
    "a number that is none": lambda: b'{"sheets": [["a", [[1, [[1, "s", "n", NaN]]]]]]}',
    "a number without end": lambda: b'{"sheets": [["a", [[1, [[1, "s", "n", 1e999]]]]]]}',
    "a long number": lambda: b'{"sheets": [["a", [[1, [[1, "s", "i", ' + b"9" * 4_000 + b"]]]]]]}",
    "a text for a number": lambda: b'{"sheets": [["a", [[1, [[1, "s", "n", "1"]]]]]]}',
    "a list for a text": lambda: b'{"sheets": [["a", [[1, [[1, "s", "s", []]]]]]]}',
    "half a character": lambda: b'{"sheets": [["a", [[1, [[1, "s", "s", "\\ud83e"]]]]]]}',
    "a day that is none": lambda: b'{"sheets": [["a", [[1, [[1, "s", "d", "2026-02-30"]]]]]]}',
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_what_the_process_tells_is_not_believed_either(lie: Callable[[], bytes]) -> None:
    with pytest.raises(Untrue):
        heard(lie())


def test_what_is_told_is_heard_as_it_was(book: bytes) -> None:
    cells = cells_of(book)
    assert heard(told(cells)) == cells


def test_every_refusal_says_what_to_do_in_both_languages() -> None:
    for why in WHYS.values():
        assert why.sv.count(".") >= 2, why.sv
        assert why.en.count(".") >= 2, why.en
    assert LENGTH.size == 8
