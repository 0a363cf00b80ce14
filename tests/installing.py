"""Installing a plugin for one test: a module and its entry point on a path, as pip would leave them."""

import sys
from pathlib import Path

import pytest

THIRD_PARTY = Path(__file__).parent / "third_party_area"
METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: 0.1\n"


class Installer:
    """A folder on the path, where plugins are installed and forgotten after the test."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        monkeypatch.syspath_prepend(str(folder))

    def install(self, name: str, source: str, *, entry: str | None = None, **files: str) -> None:
        """Install a module of this source, and further files beside it."""
        module = name.replace("-", "_")
        self._monkeypatch.delitem(sys.modules, module, raising=False)
        (self.folder / f"{module}.py").write_text(source, encoding="utf-8")
        for stem, text in files.items():
            (self.folder / f"{stem}.yaml").write_text(text, encoding="utf-8")
        facts = self.folder / f"{module}-0.1.dist-info"
        facts.mkdir()
        (facts / "METADATA").write_text(METADATA.format(name=name), encoding="utf-8")
        (facts / "entry_points.txt").write_text(
            f"[evenemang]\n{entry or name} = {module}\n", encoding="utf-8"
        )

    def install_marathon(self) -> None:
        """Install the stranger's area that lives beside the tests."""
        source = (THIRD_PARTY / "evenemang_marathon.py").read_text(encoding="utf-8")
        area = (THIRD_PARTY / "marathon.yaml").read_text(encoding="utf-8")
        self.install("evenemang-marathon", source, marathon=area)
