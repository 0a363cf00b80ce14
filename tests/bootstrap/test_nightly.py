"""A backup every night, where that is asked for: made once, kept for a while, and told where it fails."""

from __future__ import annotations

import logging
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from evenemang.bootstrap.backups import nightly
from evenemang.bootstrap.backups.nightly import Nightly, Plan, planned, trouble
from evenemang.bootstrap.backups.restoring import prove
from evenemang.bootstrap.backups.words import NONE_YET
from evenemang.domain.errors import BackupFailed
from evenemang.domain.event import LOCAL
from tests.bootstrap.folders import Folder

NIGHT = datetime(2027, 5, 3, 2, 30, tzinfo=LOCAL)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(LOCAL)


@pytest.fixture
def asked(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    monkeypatch.setenv("EVENEMANG_BACKUP", "02:30")
    monkeypatch.setenv("EVENEMANG_BACKUP_KEEP", "2")
    monkeypatch.setenv("EVENEMANG_BACKUP_FOLDER", str(tmp_path / "annan disk"))
    plan = planned(folder.data)
    assert plan is not None
    return plan


def names(plan: Plan) -> list[str]:
    return [one.name for one in plan.made()]


def test_one_is_made_when_its_hour_has_come_and_only_one(folder: Folder, asked: Plan) -> None:
    night = Nightly(folder.data, asked)

    for minutes in (-60, -1, 0, 1, 60, 23 * 60):
        night.look(NIGHT + timedelta(minutes=minutes))
        told = [one.removeprefix("evenemang-2027-").removesuffix(".zip") for one in names(asked)]
        assert told == (["05-02"] if minutes < 0 else ["05-02", "05-03"])

    assert prove(asked.made()[-1]).faults == ()
    assert trouble(folder.data, NIGHT + timedelta(hours=23)) is None


def test_the_oldest_are_taken_away_and_nothing_else(folder: Folder, asked: Plan) -> None:
    asked.folder.mkdir()
    (asked.folder / "evenemang-före-flytten.zip").touch()
    night = Nightly(folder.data, asked)

    for days in range(4):
        night.look(NIGHT + timedelta(days=days))

    assert names(asked) == ["evenemang-2027-05-05.zip", "evenemang-2027-05-06.zip"]
    assert (asked.folder / "evenemang-före-flytten.zip").exists()


def test_one_that_fails_is_told_and_tried_again_after_an_hour(
    folder: Folder, asked: Plan, caplog: pytest.LogCaptureFixture
) -> None:
    asked.folder.write_text("en fil där mappen skulle vara")
    night = Nightly(folder.data, asked)

    with caplog.at_level(logging.ERROR):
        for minutes in (0, 1, 59):
            night.look(NIGHT + timedelta(minutes=minutes))
    assert len(caplog.records) == 1
    assert "blev inte gjord" in caplog.text
    found = trouble(folder.data, NIGHT)
    assert found is not None
    assert found.sv.startswith("2027-05-03 02:30: Säkerhetskopian")

    asked.folder.unlink()
    night.look(NIGHT + timedelta(minutes=61))

    assert names(asked) == ["evenemang-2027-05-03.zip"]
    assert trouble(folder.data, NIGHT + timedelta(hours=2)) is None


def test_one_that_fails_is_tried_again_though_the_clock_has_stepped_back(folder: Folder, asked: Plan) -> None:
    asked.folder.write_text("en fil där mappen skulle vara")
    night = Nightly(folder.data, asked)
    night.look(NIGHT + timedelta(hours=2))
    asked.folder.unlink()

    night.look(NIGHT + timedelta(hours=1))

    assert names(asked) == ["evenemang-2027-05-03.zip"]


def test_a_newest_one_that_is_old_and_none_at_all_are_told(folder: Folder, asked: Plan) -> None:
    assert trouble(folder.data, NIGHT) == NONE_YET
    Nightly(folder.data, asked).look(NIGHT)

    late = trouble(folder.data, NIGHT + timedelta(days=1, hours=3))

    assert late is not None
    assert "evenemang-2027-05-03.zip" in late.sv
    assert trouble(folder.data, NIGHT + timedelta(days=1, hours=1)) is None


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2027-05-03T02:29:59+02:00", "2027-05-02T02:30:00+02:00"),
        ("2027-05-03T02:30:00+02:00", "2027-05-03T02:30:00+02:00"),
        ("2027-03-28T01:59:00+01:00", "2027-03-27T02:30:00+01:00"),  # 02:30 does not exist this night
        ("2027-03-28T03:30:00+02:00", "2027-03-28T01:30:00+00:00"),
        ("2027-10-31T02:29:00+02:00", "2027-10-30T02:30:00+02:00"),
        ("2027-10-31T02:31:00+02:00", "2027-10-31T02:30:00+02:00"),  # and twice this one
        ("2027-10-31T02:29:00+01:00", "2027-10-31T02:30:00+02:00"),
        ("2027-10-31T02:31:00+01:00", "2027-10-31T02:30:00+02:00"),
    ],
)
def test_one_is_due_once_a_night_also_when_the_clock_is_changed(now: str, due: str, tmp_path: Path) -> None:
    plan = Plan(time(2, 30), 14, tmp_path)

    assert plan.due(at(now)).timestamp() == datetime.fromisoformat(due).timestamp()


@pytest.mark.parametrize(
    "said",
    [{"EVENEMANG_BACKUP": "halv tre"}, {"EVENEMANG_BACKUP": "02:30", "EVENEMANG_BACKUP_KEEP": "0"}],
)
def test_what_cannot_be_understood_is_told(tmp_path: Path, said: dict[str, str]) -> None:
    with pytest.raises(BackupFailed) as refused:
        planned(tmp_path, said)

    assert "klockslag, som 02:30" in refused.value.say("sv")


def test_none_is_made_unless_it_is_asked_for(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVENEMANG_BACKUP", raising=False)
    nightly.start(folder.data)

    assert planned(folder.data) is None
    assert trouble(folder.data) is None
    assert folder.data not in nightly._STARTED
