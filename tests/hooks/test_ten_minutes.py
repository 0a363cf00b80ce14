"""An area in ten minutes: the page is followed to the letter, and nothing is done that it does not say.

What is here before the page begins is an environment with Evenemang installed, active, and an empty folder.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from evenemang.hooks import collect

PAGE = (Path(__file__).parents[2] / "docs" / "hooks.md").read_text(encoding="utf-8")
TITLE = "## Ett eget område på tio minuter\n"
SECTION = PAGE.partition(TITLE)[2].partition("\n## ")[0]
STEP = re.compile(
    r"(?:^`(?P<file>[^`\n]+)`\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Told:
    """What a command of the page answered."""

    command: str
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Followed:
    """The folder where the page was followed, and what each command said."""

    folder: Path
    told: list[Told]

    def said(self, beginning: str) -> Told:
        return next(one for one in self.told if one.command.startswith(beginning))


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the variables of a new environment that has what ours has, and takes what is installed in it."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home)
    scheme = {"base": str(home), "platbase": str(home)}
    ours, theirs = sysconfig.get_path("purelib"), Path(sysconfig.get_path("purelib", vars=scheme))
    (theirs / "ours.pth").write_text(f"import site; site.addsitedir({ours!r})\n", "utf-8")
    for name, module in (("evenemang", "evenemang"), ("pip", "pip")):
        command = home / "bin" / name
        command.write_text(f'#!/bin/sh\nexec "{home}/bin/python" -m {module} "$@"\n', "utf-8")
        command.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("EVENEMANG", "PYTHON"))}
    offline = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return {**kept, **offline, "PATH": f"{home / 'bin'}:/usr/bin:/bin", "VIRTUAL_ENV": str(home)}


@pytest.fixture(scope="module")
def followed(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """Follow the page from the top: write each file it shows, run each command, stop at the first refusal."""
    folder = tmp_path_factory.mktemp("followed")
    told: list[Told] = []
    for step in STEP.finditer(SECTION):
        if step["file"]:
            (folder / step["file"]).write_text(step["text"], "utf-8")
            continue
        assert step["kind"] == "sh", f"a block with neither a name nor commands: {step[0]}"
        for command in step["text"].splitlines():
            told.append(run(command, folder, environment))
            assert told[-1].code == 0, f"{command}\n{told[-1].out}{told[-1].err}"
    return Followed(folder, told)


def run(command: str, folder: Path, environment: dict[str, str]) -> Told:
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return Told(command, done.returncode, done.stdout, done.stderr)


def test_every_command_on_the_page_does_what_it_says(followed: Followed) -> None:
    assert [one.command.split()[0] for one in followed.told].count("evenemang") >= 5
    assert followed.said("evenemang check").err == "Inga fel.\n"
    assert (followed.folder / "flak.pdf").read_bytes().startswith(b"%PDF")


def test_the_area_is_proposed_and_a_bad_answer_raises_its_risk(followed: Followed) -> None:
    body = json.loads(followed.said("evenemang show").out)["body"]

    assert "floats" in [one["area"] for one in body["assessment"]["areas"]]
    (risk,) = [one for one in body["risks"] if one["area"] == "floats"]
    assert risk["state"] == "proposed"
    assert risk["origin"]["question"] == "floats.wheel-guards"
    assert risk["title"]["sv"] == "Någon hamnar under hjulen på ett flak"


def test_the_area_was_installed_there_and_not_where_the_tests_run(followed: Followed) -> None:
    assert followed.told
    assert "evenemang_floats" not in str(collect().areas)


def test_a_page_without_one_of_its_files_would_not_do(
    environment: dict[str, str], followed: Followed, tmp_path: Path
) -> None:
    (tmp_path / "evenemang-floats").mkdir()
    (command,) = [one.command for one in followed.told if one.command.startswith("pip")]

    assert run(command, tmp_path, environment).code != 0
