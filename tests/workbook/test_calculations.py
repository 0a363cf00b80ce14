"""A kept sum in the workbook says what each figure is, in words, and comes back as it was."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from checklists.crowds.calculators import CALCULATORS
from evenemang.domain.calculation import Calculation, Drawn
from evenemang.domain.dossier import Dossier
from evenemang.flow.content import Content
from evenemang.workbook import write
from evenemang.workbook.reading import read
from tests.workbook.potato import LEAD
from tests.workbook.strategies import whole_of


def test_the_figures_of_a_sum_have_labels_units_and_words(content: Content, potato: Dossier) -> None:
    one = Calculation(
        question="crowds.exit-width",
        calculator="crowds.exit-capacity",
        kept=LEAD,
        inputs={"exits": [{"name": "Norr", "width_m": 4.2, "surface": "stepped"}], "gone": [1, None]},
        outputs={"flow": 382.4, "level": "green"},
        norms=(),
        drawn=(Drawn(source="event.peak_visitors", value=2500),),
        changed=("event.peak_visitors", "gone-norm"),
    )
    dossier = potato.model_copy(update={"calculations": (one,)})
    known = replace(content, calculators={each.id: each for each in CALCULATORS})

    book = write(whole_of(dossier, known), "sv")

    rows = [
        tuple(str(cell) for cell in row if cell is not None)
        for row in load_workbook(BytesIO(book))["Beräkningar"].iter_rows(values_only=True)
    ]
    said = [" ".join(row) for row in rows]
    assert any("Utgångar 1 Fri bredd 4.2 m " in row for row in said)
    assert any("Utgångar 1 Underlag trappa " in row for row in said)
    assert any("Personer per minut 382.4 personer/min " in row for row in said)
    assert any("Färg grön: godtagbart " in row for row in said)
    assert any("gone 2 – " in row for row in said)
    assert any("Uppgifterna: Personer som ska ut 2500" in row for row in said)
    assert any("Uppgifterna: Personer som ska ut; gone-norm" in row for row in said)
    assert read(book).dossier.calculations == (one,)
