"""Make the kept workbooks anew, by `python -m tests.kept.make`: to add a shape, never to please a test.

What is kept is what older versions sent, and what came back: both must be read by every version after.
"""

from __future__ import annotations

import subprocess
import tempfile
from datetime import date
from pathlib import Path

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.event import Occasion
from evenemang.domain.risk import Judgement
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.judging import AddRisk
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.planning import AddAction
from tests.filled_in import Filled
from tests.workbook.shape_excel import as_excel, sorted_backwards
from tests.workbook.shapes import as_google, as_numbers

HERE = Path(__file__).parent
SARA = Actor(name="Sara Lind")
ASKED = "Finns det en namngiven person på plats"  # how the question that is answered begins


def main() -> None:
    """Write what was sent, and the same three changes in each shape."""
    with tempfile.TemporaryDirectory() as home:
        sent = _sent(Path(home) / "data")
        (HERE / "sent.xlsx").write_bytes(sent)
        changed = _changed(sent)
        (HERE / "google.xlsx").write_bytes(as_google(changed))
        (HERE / "numbers.xlsx").write_bytes(as_numbers(changed))
        (HERE / "excel.xlsx").write_bytes(_in_excel(sent))
        (HERE / "libreoffice.xlsx").write_bytes(_through_office(changed, Path(home)))


def _sent(data: Path) -> bytes:
    opened = bootstrap.open_data(data)
    new = NewDossier(
        name="Hamnkonserten",
        occasions=(Occasion(date=date(2027, 8, 20), starts="18:00", ends="22:00"),),
        areas=("communication",),
        officer=SARA.name,
    )
    dossier = open_dossier(opened.workspace, new, SARA).record.id
    risk = AddRisk(
        title="Ingen hör utrymningslarmet",
        area="communication",
        before=Judgement(likelihood=3, consequence=4),
        after=Judgement(likelihood=2, consequence=4),
        motive="Musiken är högre än larmet.",
    )
    answer = GiveAnswer(question="communication.event-lead", value="yes")
    for deed in (answer, risk, AddAction(do="Pröva larmet medan bandet spelar", risk="R1", due_days=-7)):
        opened.workspace.do(dossier, deed, SARA)
    return opened.workbook(dossier, "sv")[1]


def _changed(sent: bytes) -> bytes:
    """Return it with an answer written by hand, a motive changed and an action added."""
    book = _two_changes(sent)
    actions = book.sheet("Åtgärder")
    spare = book.at("Åtgärder", "A1", "Åtgärd")
    actions.cell(spare.row + 1, spare.column).value = "Sätt upp skyltar i hamnen"
    return book.content()


def _two_changes(sent: bytes) -> Filled:
    book = Filled(sent)
    book.write("Checklistor", ASKED, "Svar", "nej ")
    book.write("Risker", "R1", "Motiv", "Larmet är högre än musiken.")
    return book


def _in_excel(sent: bytes) -> bytes:
    """Return it as Excel would: the action in a row put in above another, the questions sorted backwards."""
    book = _two_changes(sent)
    book.insert("Åtgärder", "A1", Åtgärd="Sätt upp skyltar i hamnen")
    return as_excel(sorted_backwards(book.content(), "Checklistor"))


def _through_office(content: bytes, home: Path) -> bytes:
    (home / "changed.xlsx").write_bytes(content)
    kind = "xlsx:Calc MS Excel 2007 XML"
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(home / "out"), "changed.xlsx"]
    subprocess.run(command, cwd=home, check=True, capture_output=True)
    return (home / "out" / "changed.xlsx").read_bytes()


if __name__ == "__main__":
    main()
