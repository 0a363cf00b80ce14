"""Retention on the command line: the preview, the run by a named person, and what verify says of it after."""

import json
from pathlib import Path

import pytest

from evenemang.bootstrap import open_data
from evenemang.flow.on_site import LogIncident
from tests.bootstrap.folders import SARA, close
from tests.commands.conftest import Run
from tests.retention_rules import setting


@pytest.fixture
def held(run: Run, tmp_path: Path) -> str:
    """A dossier of 2020 with an incident, by its id."""
    told = {
        "name": "Stadsfesten",
        "areas": ["crowds"],
        "occasions": [{"date": "2020-08-20", "starts": "11:00", "ends": "23:00"}],
    }
    (tmp_path / "new.json").write_text(json.dumps(told), "utf-8")
    made = run("new", "new.json", "--by", "Sara Lind")
    opened = open_data(tmp_path / "data")
    opened.workspace.do(made.out.strip(), LogIncident(type="injury", severity=2, what="Nils föll"), SARA)
    close(opened)
    return made.out.strip()


def test_nothing_goes_before_somebody_sets_a_time_looks_and_runs_by_name(
    run: Run, held: str, tmp_path: Path
) -> None:
    before = run("retention")
    assert (before.code, "Ingen regel har någon tid" in before.err) == (0, True)
    assert "Texter om händelser och dagbok (incident-texts), ingen tid satt" in before.out
    setting(tmp_path / "data", "health")

    seen = run("retention")
    told = run("retention", "--json").json

    assert f"Stadsfesten ({held}): 1 uppgift, värdena i 1 rad i historiken" in seen.out
    assert "Inget är borttaget" in seen.err
    [rule] = told["rules"]
    assert [(one["record"], one["fields"], one["rows"]) for one in rule["going"]] == [
        (held, {"Incident.what": 1}, 1)
    ]
    assert "Nils" not in seen.out + seen.err + json.dumps(told)
    assert run("retention", "--run").code == 2
    assert "Nils föll" in run("show", held).out
    assert run("backup", "before.zip").code == 0

    gone = run("retention", "--run", "--by", "Anna Berg")
    again = run("retention", "--run", "--by", "Anna Berg", "--json")

    assert (gone.code, "Gallrat ur 1 post. Det står" in gone.err) == (0, True)
    assert "Nils" not in run("show", held).out
    assert again.json == {"removed": [], "waits": [], "unwritten": 0, "finished": True}
    verified = run("verify")
    assert (verified.code, "värdena i 1 rad i historiken, i 1 post" in verified.err) == (0, True)
    back = run("restore", "before.zip", "--data", "back")
    assert (back.code, "har kvar uppgifter som ska gallras, ur 1 post" in back.err) == (0, True)


def test_a_file_of_rules_is_checked_and_every_fault_told(run: Run, tmp_path: Path) -> None:
    setting(tmp_path / "data", "Incident.wat", "Event.facts")
    file = str(tmp_path / "data" / "retention" / "rules.yaml")

    said = run("check", file)

    assert said.code == 1
    assert "Menas Incident.what?" in said.err
    assert "”Event.facts” kan inte tas bort för sig" in said.err
    setting(tmp_path / "data", "health")
    assert run("check", file).code == 0
