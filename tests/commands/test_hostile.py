"""A hostile file on the command line: a sentence, and nothing is written, changed or left."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.hostile import CORPUS


def test_hostile_files_are_refused_and_the_folder_is_as_it_was(
    run: Run, dossier: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("export", dossier, "ok.xlsx").code == 0
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    for name in ("password", "laughs", "full_rows"):
        (tmp_path / "bok.xlsx").write_bytes(CORPUS[name].make((tmp_path / "ok.xlsx").read_bytes()))
        before = everything(tmp_path)

        refused = run("checklist", "from-excel", "bok.xlsx")

        assert refused.code == 1
        assert CORPUS[name].becomes in refused.err
        assert everything(tmp_path) == before


def everything(folder: Path) -> dict[str, str]:
    """Return every file with a checksum of its bytes."""
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    return {str(one.relative_to(folder)): sha256(one.read_bytes()).hexdigest() for one in files}
