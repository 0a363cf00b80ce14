"""What the tests of hooks share."""

from pathlib import Path

import pytest

from tests.installing import Installer


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    """Return a folder to install plugins in."""
    return Installer(tmp_path, monkeypatch)
