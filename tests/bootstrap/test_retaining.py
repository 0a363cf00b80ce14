"""Removing by rule in a data folder: the old content is in no file of it, and the folder is whole after."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from collections import Counter
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from evenemang.bootstrap import Opened, open_data
from evenemang.bootstrap.backups.making import back_up_folder
from evenemang.bootstrap.backups.restoring import restore
from evenemang.bootstrap.rebuilding import rebuild
from evenemang.bootstrap.retaining import Retaining
from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.errors import ContentFaulty
from evenemang.domain.event import Occasion
from evenemang.domain.lesson import Concerns
from evenemang.domain.organiser import Contact, Organiser
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.attaching import Attach
from evenemang.flow.contacts import NoteContact
from evenemang.flow.learning import NewLesson, note_lesson
from evenemang.flow.on_site import CompleteIncident, LogIncident
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.recording import whole
from evenemang.flow.settings.grounds import add_place, set_zone
from evenemang.flow.standing_picture import MeasureSaid, add_standing_measure
from evenemang.flow.storing import MODELS
from evenemang.flow.workspace import Workspace
from evenemang.store.sql import SqlStore
from tests.bootstrap.folders import ASKED, SARA, SECRET_ASKED, Folder, by_hand, close, copied
from tests.retention_rules import setting

PERSON = "Nilsson-Ekvall"  # what must be nowhere; letters that every form of file holds as they are
FILE = f"{'a' * 64}.pdf"
OF_PLACES = ("StandingMeasure.owner", "StandingMeasure.how")
ALL_PARTS = (
    *("health", "Contact.what", "Contact.by", "Answer.comment", "attachments", "Organiser.contact"),
    *OF_PLACES,
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A dossier of 2020 with a person in many places, and what people have done with its workbooks."""
    data = tmp_path_factory.mktemp("retained") / "data"
    opened = open_data(data)
    held = Occasion(date=date(2020, 8, 21), starts="12:00", ends="23:00")
    club = Organiser(id="klubben", name="Rockklubben", contact=PERSON)
    opened.workspace.keep("organiser", club, SARA, "add-organiser")
    new = NewDossier(
        name="Stadsfesten",
        occasions=(held,),
        areas=("crowds", "threats"),
        organiser="klubben",
        place=_place(opened.workspace),
    )
    dossier = open_dossier(opened.workspace, new, SARA).record.id
    contact = Contact(on=date(2020, 3, 1), by=PERSON, how="phone", what=f"{PERSON} ringde")
    note = AttachmentNote.model_validate(
        {
            "file": FILE,
            "name": f"{PERSON}.pdf",
            "size": 3,
            "added": {"by": "Sara", "at": opened.workspace.now()},
        }
    )
    (data / "attachments" / FILE).write_bytes(PERSON.encode())
    for operation in (
        LogIncident(type="injury", severity=2, what=f"{PERSON} föll " + "i trappan " * 400),
        CompleteIncident(incident="I1", what=f"{PERSON} föll av scenen", cause=PERSON),
        NoteContact(contact=contact),
        Attach(note=note),
        GiveAnswer(question=ASKED, value="no", comment=f"Säger {PERSON}"),
        GiveAnswer(question=SECRET_ASKED, value="no", comment=f"Vet {PERSON}"),
    ):
        opened.workspace.do(dossier, operation, SARA)
    assert opened.write_workbooks() == 0
    by_hand(next((data / "workbooks" / "2020").glob("*.xlsx")))
    opened.store.restale("dossier", dossier)
    assert opened.write_workbooks() == 0
    [aside] = opened.store.returns()
    opened.settling.settle(aside, "Redan infört", SARA)
    assert opened.write_workbooks() == 0
    close(opened)
    _leave_in_free_pages(data / "evenemang.db")
    return Folder(data, dossier)


def _place(workspace: Workspace) -> str:
    """Add a place where the person sees to what stands there, at an open and at a secret question."""
    place = add_place(workspace, "Torget", SARA).id
    said = {"name": "Scenen", "area_m2": 9.0, "net_m2": 8.0, "planning_density": 2.0}
    zone = set_zone(workspace, place, None, said, SARA).record.zones[0].id
    for question in (ASKED, SECRET_ASKED):
        measure = MeasureSaid(
            title="Grind", zone=zone, question=question, decided_on=date(2020, 1, 1), how=PERSON, owner=PERSON
        )
        add_standing_measure(workspace, place, measure, SARA)
    return place


def _leave_in_free_pages(database: Path) -> None:
    """Leave something in room that the database has freed: not every build of it writes over that."""
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("PRAGMA secure_delete=OFF")
        raw.execute("INSERT INTO setting VALUES ('x', ?)", (PERSON * 2_000,))
        raw.execute("DELETE FROM setting WHERE name = 'x'")


@pytest.fixture
def folder(kept: Folder, tmp_path: Path) -> Folder:
    return Folder(copied(kept.data, tmp_path / "data"), kept.dossier)


def holding(data: Path, who: str = PERSON) -> list[str]:
    """Return the files of a data folder in which somebody or something stands, workbooks opened."""
    found = []
    for file in sorted(one for one in data.rglob("*") if one.is_file()):
        content = file.read_bytes()
        if file.suffix == ".xlsx":
            with zipfile.ZipFile(BytesIO(content)) as book:
                content = b"".join(book.read(one) for one in book.namelist())
        if who.encode() in content or who in file.name:
            found.append(file.relative_to(data).as_posix())
    return found


def kinds(data: Path) -> set[str]:
    return {one.split("/")[0] for one in holding(data)}


def retaining(folder: Folder) -> tuple[Opened, Retaining]:
    opened = folder.opened()
    return opened, Retaining(opened)


def test_the_old_content_is_in_no_file_and_the_folder_is_whole(folder: Folder, tmp_path: Path) -> None:
    assert {"evenemang.db", "workbooks", "workbooks-secret", "returns", "attachments"} <= kinds(folder.data)
    setting(folder.data, *ALL_PARTS)
    opened, rules = retaining(folder)

    done = rules.run(SARA)

    assert (done.records, done.waits, done.finished) == (3, (), True)
    assert holding(folder.data) == [], "also in the log of the database, while it is open"
    removed: Counter[object] = Counter()
    assert opened.verify() == ()
    assert opened.store.verify(removed) == []  # type: ignore[arg-type]  # a counter of keys
    assert removed["dossier", folder.dossier] >= 6
    assert rules.run(SARA).going == ()
    rebuilt = rebuild(folder.data / "workbooks", tmp_path / "rebuilt")
    assert (rebuilt.faults, rebuilt.notes) == ((), ())
    again = open_data(tmp_path / "rebuilt")
    for kind in MODELS:
        for one in opened.store.ids(kind):
            assert again.store.load(kind, one) == opened.store.load(kind, one)
            assert again.store.journal(kind, one) == opened.store.journal(kind, one)
    assert again.store.verify() == []
    assert not Retaining(again).preview(SARA).removes


def test_the_whole_dossier_leaves_no_file_and_its_journal_tells_of_it(folder: Folder) -> None:
    setting(folder.data, "whole", "Organiser.contact", *OF_PLACES)
    opened, rules = retaining(folder)
    learned = NewLesson(text="Fler grindar", from_event=folder.dossier, concerns=Concerns(question=ASKED))
    note_lesson(opened.workspace, learned, SARA)
    opened.write_workbooks()
    assert "workbooks/register/Lärdomar.xlsx" in holding(folder.data, "Stadsfesten")

    assert rules.run(SARA).finished

    close(opened)
    assert holding(folder.data) == []
    opened = folder.opened()
    assert opened.store.ids("dossier") == ()
    assert holding(folder.data, "Stadsfesten") == ["evenemang.db"], "a settled file's name, in the history"
    assert opened.store.journal("dossier", folder.dossier)[-1].deed.operation == "remove-whole-by-rule"
    assert opened.verify() == ()
    assert not (folder.data / "returns" / folder.dossier / "settled").exists()


def test_broken_off_anywhere_it_is_told_and_the_next_run_takes_up_what_is_left(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting(folder.data, *ALL_PARTS)
    for where in (("redact", 2), ("write_workbooks", 1), ("scrub", 1)):
        _broken_off(folder, *where, monkeypatch)
        opened, rules = retaining(folder)
        assert rules.preview(SARA).unfinished
        assert any("inte avslutad" in one.text.sv for one in opened.verify())
        close(opened)
    opened, rules = retaining(folder)

    done = rules.run(SARA)

    assert done.finished
    close(opened)
    assert holding(folder.data) == []
    opened, rules = retaining(folder)
    assert not rules.preview(SARA).unfinished
    assert opened.verify() == ()


class Killed(BaseException):
    """The process ends here."""


def _broken_off(folder: Folder, verb: str, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, rules = retaining(folder)
    home: type = Opened if verb == "write_workbooks" else SqlStore
    whole_verb, calls = getattr(home, verb), []

    def dies(*words: object, **named: object) -> object:
        calls.append(words)
        if len(calls) == at + (verb == "write_workbooks"):  # the first writes what people changed
            raise Killed
        return whole_verb(*words, **named)

    with monkeypatch.context() as patched:
        patched.setattr(home, verb, dies)
        with pytest.raises(Killed):
            rules.run(SARA)
    close(opened)


def test_a_workbook_changed_by_hand_waits_and_nothing_of_its_dossier_goes(folder: Folder) -> None:
    by_hand(next((folder.data / "workbooks" / "2020").glob("*.xlsx")), ASKED)
    setting(folder.data, *ALL_PARTS)
    opened, rules = retaining(folder)

    done = rules.run(SARA)

    assert {one.kind for one in done.going} == {"organiser", "place"}
    assert len(done.waits) == len(ALL_PARTS) - len(("Organiser.contact", *OF_PLACES))
    assert PERSON in whole(opened.workspace, folder.dossier).dossier.incidents[0].what


def test_while_somebody_reads_the_database_the_rest_is_gone_and_it_is_said(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evenemang.store.engines.BUSY_SECONDS", 0.1)
    setting(folder.data, *ALL_PARTS)
    reading = folder.opened()
    assert isinstance(reading.store, SqlStore)
    opened, rules = retaining(folder)
    with reading.store._reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM journal").scalar()
        done = rules.run(SARA)
    close(reading)

    assert (done.scrubbed, done.finished) == (False, False)
    assert rules.preview(SARA).unfinished
    assert rules.run(SARA).finished
    close(opened)
    assert holding(folder.data) == []


def test_an_older_backup_put_back_is_told_and_run_again(folder: Folder, tmp_path: Path) -> None:
    setting(folder.data, *ALL_PARTS)
    back_up_folder(folder.data, folder.data / "backups" / "evenemang-2026-11-27.zip")
    _, rules = retaining(folder)
    assert rules.run(SARA).finished
    backups = rules.backups()
    assert (backups.count, backups.nights) == (1, None)

    restore(folder.data / "backups" / "evenemang-2026-11-27.zip", tmp_path / "back")

    again = Folder(tmp_path / "back", folder.dossier)
    old, rules = retaining(again)
    assert rules.preview(SARA).removes == 3
    assert rules.run(SARA).finished
    close(old)
    assert holding(again.data) == []


def test_rules_with_a_fault_remove_nothing_and_every_fault_is_told(folder: Folder) -> None:
    setting(folder.data, "Incident.wat")
    opened, rules = retaining(folder)

    with pytest.raises(ContentFaulty) as refused:
        rules.run(SARA)

    assert "Menas Incident.what?" in refused.value.say("sv")
    assert opened.store.verify() == []
    shutil.rmtree(folder.data / "retention")
    assert rules.preview(SARA).due == ()
