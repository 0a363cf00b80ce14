"""A workbook has a name that every system takes, and is in the folder whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang.domain.dossier import Dossier
from evenemang.workbook import file_name, save_atomically
from evenemang.workbook.saving import safe_name
from tests.workbook.strategies import NASTY


def named(dossier: Dossier, name: str) -> Dossier:
    return dossier.model_copy(update={"event": dossier.event.model_copy(update={"name": name})})


def test_a_workbook_is_named_by_day_event_and_dossier(potato: Dossier) -> None:
    assert file_name(potato) == "2023/2023-08-25 Potatisfestivalen 2023 (3f9k).xlsx"


def test_an_event_without_a_date_has_a_folder_of_its_own(potato: Dossier) -> None:
    undated = potato.model_copy(update={"event": potato.event.model_copy(update={"occasions": ()})})
    assert file_name(undated) == "utan-datum/Potatisfestivalen 2023 (3f9k).xlsx"


@given(name=st.one_of(st.text(min_size=1), st.sampled_from(NASTY)))
def test_every_name_is_taken_by_every_system(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe == unicodedata.normalize("NFC", safe) == safe.strip(" .")
    assert not set(safe) & set('<>:"/\\|?*\0\n')
    assert len(f"2023-08-25 {safe} (3f9k).xlsx".encode()) < 255


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "aux.txt", "...", "  ", "/"])
def test_a_name_that_windows_keeps_for_itself_is_changed(name: str) -> None:
    assert safe_name(name).startswith("_")


def test_a_decomposed_name_becomes_the_same_file(potato: Dossier) -> None:
    apart = unicodedata.normalize("NFD", "Gräsfesten på ön")
    assert file_name(named(potato, apart)) == file_name(named(potato, "Gräsfesten på ön"))


def test_a_saved_file_replaces_the_old_one_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "2023" / "a.xlsx"
    save_atomically(path, b"old")
    save_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert [one.name for one in path.parent.iterdir()] == ["a.xlsx"]


DIES = """
import os, signal, sys
from pathlib import Path
from evenemang.workbook.saving import save_atomically
at, calls = int(sys.argv[2]), 0
def dying(real):
    def call(*given):
        global calls
        calls += 1
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)
    return call
os.fsync, os.replace, os.open = dying(os.fsync), dying(os.replace), dying(os.open)
save_atomically(Path(sys.argv[1]), b"new" * 100_000)
"""


@pytest.mark.parametrize("at", range(1, 7))
def test_a_crash_at_any_call_leaves_the_old_file_or_the_new_one(tmp_path: Path, at: int) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    died = subprocess.run([sys.executable, "-c", DIES, path, str(at)], check=False, cwd=Path.cwd())
    assert died.returncode in (0, -signal.SIGKILL)
    assert path.read_bytes() in (b"old", b"new" * 100_000)


def test_a_refused_replace_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_given: object) -> None:
        raise PermissionError("open in Excel")

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(PermissionError):
        save_atomically(tmp_path / "a.xlsx", b"new")
    assert list(tmp_path.iterdir()) == []
