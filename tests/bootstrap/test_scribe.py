"""While a crowd is at work its workbooks are written in a process apart; without it the app writes itself."""

from __future__ import annotations

import logging
import time

import pytest

from evenemang.bootstrap import Opened, outbox
from evenemang.bootstrap.outbox import Outbox
from evenemang.bootstrap.scribe import Failed, Scribe
from tests.bootstrap.folders import Folder, answer, by_hand

PATIENCE = 60.0  # seconds: two cores may be shared with other tests


def test_the_process_apart_writes_tells_what_it_logs_and_is_replaced_when_it_ends(
    folder: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    by_hand(folder.books()[0])
    answer(folder, "Nytt svar")
    opened, scribe = folder.opened(), Scribe(folder.data)

    with caplog.at_level(logging.WARNING, "evenemang"):
        scribe.write()
    [row] = [one for one in caplog.records if one.getMessage() == "workbook changed by hand, set aside"]
    assert row.facts == {"record": folder.dossier}  # type: ignore[attr-defined]  # given as extra
    assert opened.store.stale() == 0

    process = scribe._process
    assert process
    process.kill()
    process.wait()
    with pytest.raises(Failed):
        scribe.write()
    assert scribe._process is None  # the next time another is started
    assert folder.litter() == []


def test_where_nobody_pauses_the_app_writes_no_workbook_itself(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "LONGEST", 0.3)
    monkeypatch.setattr(outbox, "MANY", 1_000_000)
    opened = folder.opened()
    thread = Outbox(opened)
    monkeypatch.setattr(Opened, "write_workbooks", lambda _self: pytest.fail("written here"))
    answer(folder, "Nytt svar")

    thread.start()
    latest = time.monotonic() + PATIENCE
    while opened.store.stale():
        assert time.monotonic() < latest
        thread.wake()
        time.sleep(0.02)

    process = thread._scribe._process
    assert process
    thread.stop()
    thread.join()
    assert process.returncode == 0
    assert folder.litter() == []


def test_where_many_changes_come_close_together_the_app_writes_no_workbook_itself_though_there_are_pauses(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "CALM", 0.01)
    opened = folder.opened()
    thread = Outbox(opened)
    monkeypatch.setattr(Opened, "write_workbooks", lambda _self: pytest.fail("written here"))
    answer(folder, "Nytt svar")
    for _ in range(outbox.MANY):
        thread.wake()

    thread.start()
    latest = time.monotonic() + PATIENCE
    while opened.store.stale():
        assert time.monotonic() < latest
        time.sleep(0.02)

    process = thread._scribe._process
    assert process
    thread.stop()
    thread.join()
    assert process.returncode == 0
