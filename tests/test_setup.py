"""The set-up: what the two commands stand on."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt", "requirements-uv.txt"])
def test_the_locks_hold_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")

    assert "--hash=sha256:" in text
    assert "://" not in text


def test_both_locks_name_the_same_versions() -> None:
    run, dev = (_pins(ROOT / name) for name in ("requirements.txt", "requirements-dev.txt"))

    assert run <= dev


def test_the_wheel_carries_data_beside_the_code(tmp_path: Path) -> None:
    uv = Path(sys.executable).with_name("uv")
    subprocess.run(
        [uv, "build", "--quiet", "--wheel", "--offline", "--no-build-isolation", "--out-dir", tmp_path, ROOT],
        check=True,
    )
    names = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())

    assert "app.py" in names
    assert _data("evenemang", "checklists") <= names


def _pins(lock: Path) -> set[str]:
    return {line.rstrip(" \\") for line in lock.read_text("utf-8").splitlines() if "==" in line}


def _data(*packages: str) -> set[str]:
    kinds = {".yaml", ".toml", ".woff2", ".svg", ".css", ".typ", ".ttf", ".typed"}
    files = (file for package in packages for file in (ROOT / package).rglob("*"))
    return {str(file.relative_to(ROOT)) for file in files if file.suffix in kinds or file.name == "py.typed"}
