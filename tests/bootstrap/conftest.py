"""A data folder with one dossier, its two workbooks written: made once, copied for each test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evenemang.bootstrap import open_data
from evenemang.domain.event import Occasion
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.opening import NewDossier, open_dossier
from tests.bootstrap.folders import (
    ASKED,
    SARA,
    SECRET_ASKED,
    Folder,
    close,
    copied,
)


@pytest.fixture(scope="session")
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
