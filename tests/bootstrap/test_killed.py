"""`kill -9` while several save: what was acknowledged is there, and the next start goes on."""

from __future__ import annotations

import random
import time
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.bootstrap.crowd import kept_in, saving
from tests.bootstrap.folders import Folder, close

LONGEST = 0.15  # seconds from the first answer to the end


def killed_again_and_again(folder: Folder, trials: int) -> int:
    """Let several save and kill them, so many times in the same folder; return how much was acknowledged."""
    acknowledged: set[str] = set()
    for trial in range(trials):
        with saving(folder, f"försök{trial}") as crowd:
            crowd.until(1)
            time.sleep(random.uniform(0, LONGEST))
            acknowledged.update(crowd.kill())
        assert acknowledged - kept_in(folder.data / "evenemang.db", folder.dossier) == set()
        for book in folder.books():
            with ZipFile(BytesIO(book.read_bytes())) as opened:
                assert opened.testzip() is None
    return len(acknowledged)


def goes_on(folder: Folder) -> None:
    opened = folder.catch_up()
    assert opened.verify() == ()
    assert opened.store.returns() == ()
    assert folder.litter() == []
    close(opened)


def test_nothing_acknowledged_is_lost_when_all_are_killed_while_they_save(folder: Folder) -> None:
    assert killed_again_and_again(folder, 20) > 20
    goes_on(folder)


@pytest.mark.prove
@pytest.mark.parametrize("each", range(10))
def test_nothing_acknowledged_is_lost_in_two_hundred_kills(folder: Folder, each: int) -> None:
    assert killed_again_and_again(folder, 20) > 20
    goes_on(folder)
