"""A full disk, a folder that may not be written, a database that somebody holds: told, and nothing lost."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import cast

import pytest
from PIL import Image
from sqlalchemy import event

from evenemang.__main__ import main
from evenemang.bootstrap import Opened
from evenemang.bootstrap.attaching import DataShelf
from evenemang.bootstrap.backups.making import back_up_folder
from evenemang.domain.errors import StoreUnfit
from evenemang.domain.risk import Judgement
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.counting import CountPersons, NamedEntrance, SetCounter
from evenemang.flow.judging import AddRisk
from evenemang.flow.meeting.holding import begin_meeting
from evenemang.flow.meeting.planning import OwnPoint, Plan, add_point, plan_meeting
from evenemang.flow.meeting.weighing import ask_alone, judge_alone
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.rounds import BeginRound
from evenemang.store import engines
from evenemang.store.sql import SqlStore
from tests.attachments.making import office, written
from tests.bootstrap.apart import FINE, apart, locked, no_file_above, without_rights
from tests.bootstrap.folders import ASKED, SARA, Folder, answer, close, copied

PICTURE = written(Image.effect_noise((600, 600), 100), "PNG")  # 300 kB that no packing makes less


def say(opened: Opened, folder: Folder, comment: str) -> None:
    opened.workspace.do(folder.dossier, GiveAnswer(question=ASKED, value="yes", comment=comment), SARA)


def comment(folder: Folder) -> str:
    opened = folder.opened()
    try:
        return opened.workspace.dossier(folder.dossier).record.assessment.answers[ASKED].comment
    finally:
        close(opened)


def goes_on(folder: Folder) -> None:
    """All is whole, and the next start goes on where the last one was stopped."""
    answer(folder, "Nu går det")
    opened = folder.catch_up(60)
    assert opened.verify() == ()
    assert folder.litter() == []
    close(opened)


def test_a_database_that_may_not_grow_says_that_the_disk_is_full_and_loses_nothing(folder: Folder) -> None:
    opened = folder.opened()
    engine = cast(SqlStore, opened.store)._engine
    pages = {"most": 0}

    def stop(connection: object, *_: object) -> None:
        pages["most"] = connection.execute(f"PRAGMA max_page_count={pages['most'] or 1}").fetchone()[0]  # type: ignore[attr-defined]  # a DBAPI connection

    event.listen(engine, "checkout", stop)
    acknowledged = [comment(folder)]

    def fill() -> None:
        for number in range(50):
            said = f"{number}" * 9_000
            say(opened, folder, said)
            acknowledged.append(said)

    with pytest.raises(StoreUnfit) as refused:
        fill()

    assert "disken är full. Inget har ändrats" in refused.value.say("sv")
    close(opened)
    assert comment(folder) == acknowledged[-1]
    goes_on(folder)


def test_a_disk_that_takes_no_more_of_the_database_is_told(folder: Folder) -> None:
    before = comment(folder)

    said = apart(lambda: answer(folder, "Ryms inte"), before=no_file_above(20_000))

    assert "disken tog inte emot det som skulle sparas. Inget har ändrats" in said
    assert comment(folder) == before
    goes_on(folder)


def test_a_workbook_that_does_not_fit_stays_as_it_was_and_is_told(folder: Folder) -> None:
    opened = folder.opened()
    new = NewDossier(name="Stora festen", areas=tuple(opened.workspace.content.areas)[:8])
    large = open_dossier(
        opened.workspace, new, SARA
    ).record.id  # larger than what the database writes meanwhile
    assert opened.write_workbooks() == 0
    opened.workspace.do(large, GiveAnswer(question=ASKED, value="no"), SARA)
    book = folder.data / "workbooks" / str(opened.store.files()[("dossier", large)][1])
    before = book.read_bytes()
    close(opened)

    said = apart(lambda: folder.opened().write_workbooks(), before=no_file_above(len(before) - 1_000))

    assert said == FINE
    opened = folder.opened()
    held = opened.store.book("dossier", large).held
    told = [one.text.sv for one in opened.verify()]
    close(opened)
    assert held is not None
    assert held.why == "full"
    assert "disken är full. Frigör utrymme" in told[0]
    assert book.read_bytes() == before
    goes_on(folder)


def test_an_attachment_that_does_not_fit_is_told_and_nothing_of_it_is_left(folder: Folder) -> None:
    said = apart(lambda: DataShelf(folder.data).keep(PICTURE, "karta.png"), before=no_file_above(100_000))

    assert "attachments går inte att använda: disken är full" in said
    assert os.listdir(folder.data / "attachments") == []


def test_a_backup_that_does_not_fit_is_told_and_nothing_of_it_is_left(folder: Folder, tmp_path: Path) -> None:
    place = tmp_path / "kopior"
    place.mkdir()
    (place / "kopia.zip").write_bytes(b"den gamla")

    DataShelf(folder.data).keep(PICTURE, "karta.png")

    for size in (50_000, 250_000):  # while the database is copied, and while the file is packed
        said = apart(
            lambda: back_up_folder(folder.data, place / "kopia.zip", force=True), before=no_file_above(size)
        )

        assert "kopia.zip blev inte gjord: disken" in said
        assert os.listdir(place) == ["kopia.zip"]
        assert (place / "kopia.zip").read_bytes() == b"den gamla"


def test_the_command_line_says_so_and_that_it_is_not_fine(folder: Folder, tmp_path: Path) -> None:
    before, heard = comment(folder), tmp_path / "sagt"

    def command() -> None:
        sys.argv = ["evenemang", "answer", folder.dossier, ASKED, "no", "--by", "Sara Lind"]
        sys.argv += ["--data", str(folder.data)]
        with heard.open("w") as sys.stderr:
            main()

    assert apart(command, before=no_file_above(20_000)) == "SystemExit: 1"
    assert "disken tog inte emot det som skulle sparas. Inget har ändrats" in heard.read_text()
    assert "Traceback" not in heard.read_text()
    assert comment(folder) == before


@pytest.fixture
def read_only(written: Folder) -> Iterator[Folder]:
    """A folder that others may look into and nobody may write in, where others can come at it."""
    place = Path(mkdtemp(prefix="evenemang-"))
    place.chmod(0o755)
    folder = Folder(copied(written.data, place / "data"), written.dossier)
    _allow(folder, 0o555, 0o444)
    yield folder
    _allow(folder, 0o755, 0o644)
    shutil.rmtree(place)


def _allow(folder: Folder, folders: int, files: int) -> None:
    for above, _, names in os.walk(folder.data):
        os.chmod(above, folders)
        for name in names:
            os.chmod(Path(above, name), files)


def test_a_folder_that_may_not_be_written_is_told_whatever_is_to_be_written(read_only: Folder) -> None:
    data = read_only.data

    opening = apart(lambda: answer(read_only, "Får inte"), before=without_rights)
    attaching = apart(lambda: DataShelf(data).keep(office(), "intyg.docx"), before=without_rights)
    backing_up = apart(lambda: back_up_folder(data, data / "backups" / "kopia.zip"), before=without_rights)
    new = apart(Folder(data / "ny", "x").opened, before=without_rights)

    for said in (opening, attaching, new):
        assert "programmet får inte skriva där. Ge det rätt att skriva i mappen." in said
    assert "Datamappen" in backing_up
    _allow(read_only, 0o755, 0o644)
    goes_on(read_only)


def test_workbooks_that_may_not_be_written_are_told_and_the_answers_are_kept(
    written: Folder,
) -> None:
    place = Path(mkdtemp(prefix="evenemang-"))
    place.chmod(0o755)
    folder = Folder(copied(written.data, place / "data"), written.dossier)
    answer(folder, "Nytt svar")
    _allow(folder, 0o777, 0o666)
    for one in folder.data.glob("workbooks*/*"):
        one.chmod(0o555)

    assert apart(lambda: folder.opened().write_workbooks(), before=without_rights) == FINE

    opened = folder.opened()
    held = opened.store.book("dossier", folder.dossier).held
    close(opened)
    assert held is not None
    assert held.why == "denied"
    assert comment(folder) == "Nytt svar"
    _allow(folder, 0o755, 0o644)
    goes_on(folder)
    shutil.rmtree(place)


def test_a_database_that_somebody_holds_is_waited_for_and_told(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.2)
    opened = folder.opened()
    with locked(folder.data / "evenemang.db"):
        assert opened.workspace.dossier(folder.dossier).version > 0  # reading goes on
        with pytest.raises(StoreUnfit) as refused:
            say(opened, folder, "Väntar")
    assert "någon annan skriver i databasen" in refused.value.say("sv")

    say(opened, folder, "Efteråt")

    assert comment(folder) == "Efteråt"
    close(opened)


def on_the_day(opened: Opened, folder: Folder) -> dict[str, Callable[[], object]]:
    """Return what is written on the day and at a meeting, each ready to be done."""
    work, dossier = opened.workspace, folder.dossier
    counter = SetCounter(called="Torget", watch=80, stop=95, entrances=(NamedEntrance(name="Norra"),))
    work.do(dossier, counter, SARA)
    low = Judgement(likelihood=1, consequence=2)
    made = work.do(dossier, AddRisk(title="Trängsel", area="crowds", before=low), SARA).record
    torget, risk = made.counters[-1], made.risks[-1].id
    meeting = plan_meeting(work, Plan(on=work.now().date()), SARA).id
    begin_meeting(work, meeting, (), SARA)
    ask_alone(work, meeting, dossier, risk, SARA)
    one_more = CountPersons(counter=torget.id, entrance=torget.entrances[0].id, change=1)
    return {
        "count": lambda: work.do(dossier, one_more, SARA),
        "round": lambda: work.do(dossier, BeginRound(phase="running"), SARA),
        "ballot": lambda: judge_alone(work, meeting, (dossier, risk), (2, 3), SARA),
        "meeting": lambda: add_point(work, meeting, OwnPoint(what="Övrigt"), SARA),
    }


def test_what_is_written_on_the_day_and_at_a_meeting_is_refused_and_done_afterwards(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.1)
    opened = folder.opened()
    ready = on_the_day(opened, folder)
    for name, write in ready.items():
        with locked(folder.data / "evenemang.db"), pytest.raises(StoreUnfit) as refused:
            write()
        assert "någon annan skriver i databasen" in refused.value.say("sv"), name
    before = opened.workspace.dossier(folder.dossier)

    for write in ready.values():
        write()

    after = opened.workspace.dossier(folder.dossier)
    assert (before.record.counts, after.record.counts[0].inside) == ((), 1)
    assert (len(before.record.rounds), len(after.record.rounds)) == (0, 1)
    close(opened)
    goes_on(folder)


@pytest.mark.prove
def test_a_database_that_somebody_holds_for_ten_seconds_is_told_after_ten_seconds(folder: Folder) -> None:
    opened = folder.opened()
    with locked(folder.data / "evenemang.db"):
        began = time.monotonic()
        with pytest.raises(StoreUnfit) as refused:
            say(opened, folder, "Väntar")
    assert 9.5 < time.monotonic() - began < 15
    assert "Försök igen om en stund" in refused.value.say("sv")
    say(opened, folder, "Efteråt")
    assert comment(folder) == "Efteråt"
    close(opened)
