"""A workbook has a name that every system takes, and is in the folder whole or not at all."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from evenemang.domain.dossier import Dossier
from evenemang.workbook import file_name, save_atomically
from evenemang.workbook.saving import id_in_name, is_workbook, safe_name
from tests.workbook.strategies import NASTY


def named(dossier: Dossier, name: str) -> Dossier:
    return dossier.model_copy(update={"event": dossier.event.model_copy(update={"name": name})})


def test_a_workbook_is_named_by_day_event_and_dossier(potato: Dossier) -> None:
    assert file_name(potato) == "2023/2023-08-25 Potatisfestivalen 2023 (3f9k).xlsx"


def test_an_event_without_a_date_has_a_folder_of_its_own(potato: Dossier) -> None:
    undated = potato.model_copy(update={"event": potato.event.model_copy(update={"occasions": ()})})
    assert file_name(undated) == "utan-datum/Potatisfestivalen 2023 (3f9k).xlsx"


names = st.one_of(
    st.text(min_size=1), st.sampled_from(NASTY), st.text("각ǖ👩\u0301.~$ ", min_size=60, max_size=200)
)
ids = st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9._/-]{0,119}\Z")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=names, one=ids, dated=st.booleans())
def test_every_name_is_taken_by_every_system(potato: Dossier, name: str, one: str, dated: bool) -> None:
    event = potato.event if dated else potato.event.model_copy(update={"occasions": ()})
    path = file_name(named(potato.model_copy(update={"id": one, "event": event}), name))

    folder, _, safe = path.partition("/")
    assert folder in ("2023", "utan-datum")
    assert safe == unicodedata.normalize("NFC", safe) == safe.strip(" .")
    assert not set(safe) & set('<>:"/\\|?*\0\n')
    assert is_workbook(Path(safe))
    assert len(safe.encode()) <= 255
    assert len(unicodedata.normalize("NFD", safe).encode("utf-16-le")) <= 2 * 255


@given(one=ids, other=ids)
@example(one="a/b", other="a//b")
@example(one="3f9k", other="3F9K")
@example(one="a.", other="a")
@example(one="x" * 119 + "a", other="x" * 119 + "b")
def test_two_dossiers_never_have_the_same_file_even_where_case_does_not_count(one: str, other: str) -> None:
    assume(one != other)
    assert id_in_name(one).casefold() != id_in_name(other).casefold()


@pytest.mark.parametrize("name", ["~$Festen (3f9k).xlsx", ".~lock.Festen (3f9k).xlsx#", ".abc.tmp", "a.xls"])
def test_a_sign_that_a_workbook_is_open_is_no_workbook(name: str) -> None:
    assert not is_workbook(Path(name))


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "LPT²", "conin$", "aux.txt", "...", "  ", "/", "~"])
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


def test_a_refused_replace_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_given: object) -> None:
        raise PermissionError("open in Excel")

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(PermissionError):
        save_atomically(tmp_path / "a.xlsx", b"new")
    assert list(tmp_path.iterdir()) == []
