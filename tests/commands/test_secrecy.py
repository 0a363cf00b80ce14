"""What is secret in a dossier is in nothing that a verb tells or writes, and no output is forgotten."""

from __future__ import annotations

from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from evenemang.__main__ import GROUPS, VERBS
from evenemang.bootstrap import open_data
from evenemang.domain.actor import Actor
from evenemang.pages import menu
from evenemang.pages.house import House
from tests.commands.conftest import Run
from tests.outputs import COMMANDS, HOUSE, MADE_OF_A_DOSSIER, MADE_ON_THE_DAY, PAGES, Verb
from tests.outreach.reading import words as words_of_pdf
from tests.secret_dossier import OPEN_RISK, Guarded, guarded
from tests.secret_surroundings import Surroundings, surroundings

SARA, IA = Actor(name="Sara Ström"), Actor(name="Ia Teknik")


@dataclass(frozen=True)
class Folder:
    """A folder with something secret wherever it can be."""

    here: Guarded
    around: Surroundings


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    opened = open_data(tmp_path / "data")
    here = guarded(opened.workspace, SARA, IA)
    around = surroundings(here, IA)
    opened.write_workbooks()
    return Folder(here, around)


def test_no_output_is_forgotten() -> None:
    verbs = {*VERBS, *(f"{group} {verb}" for group, (_, each) in GROUPS.items() for verb in each)}
    assert set(COMMANDS) == verbs, "a verb is to be listed in tests/outputs.py"
    assert set(PAGES) == set(menu.PAGES), "a page is to be listed in tests/outputs.py"
    made = {one.name for one in fields(House)}
    listed = {*HOUSE, *MADE_OF_A_DOSSIER, *MADE_ON_THE_DAY}
    assert listed == made, "what the house gives the pages is to be listed in tests/outputs.py"


def test_no_secret_word_is_in_anything_that_a_verb_tells_or_writes(
    run: Run, folder: Folder, tmp_path: Path
) -> None:
    here = folder.here
    told = {
        f"{verb} {' '.join(one.words)}": asked(run, verb, one, folder, tmp_path)
        for verb, ways in COMMANDS.items()
        if not isinstance(ways, str)
        for one in ways
    }
    told |= {f"{one}": text_of(one.read_bytes()) for one in (tmp_path / "data" / "workbooks").rglob("*.xlsx")}

    assert len(here.words) > 35
    assert {(name, one) for name, text in told.items() for one in here.words if one in text} == set()
    assert OPEN_RISK in told["export {id} FILE.pdf"]


def asked(run: Run, verb: str, one: Verb, folder: Folder, home: Path) -> str:
    """Return all that a verb says and writes."""
    said = {
        "id": folder.here.id,
        "edition": folder.around.edition,
        "meeting": folder.around.meeting,
        "year": str(folder.here.dossier.incidents[0].at.year),
    }
    given = [each.format(**said) for each in one.words]
    answered = run(*verb.split(), *given)
    assert answered.code in (0, 1), answered.err
    text = answered.out + answered.err
    for name in (each for each in given if each.startswith("FILE.")):
        assert (home / name).exists(), (verb, given, answered.err)
        text += text_of((home / name).read_bytes())
        (home / name).unlink()
    return text or "nothing"


def text_of(content: bytes) -> str:
    """Return every word of a file of any kind."""
    if content.startswith(b"%PDF"):
        return words_of_pdf(content)
    if not is_zipfile(BytesIO(content)):
        return content.decode("utf-8", "replace")
    with ZipFile(BytesIO(content)) as parts:
        return "\n".join(parts.read(one).decode("utf-8", "replace") for one in parts.namelist())
