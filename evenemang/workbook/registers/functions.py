"""The register of posts in and around the group."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.workbook.layout import Sheet, Table, column
from evenemang.workbook.registers.page import about_file, entries, kept, truth
from evenemang.workbook.words import PARTS

FUNCTIONS = Sheet(
    "register-functions",
    Text(sv="Funktioner", en="Functions"),
    Text(
        sv="Posterna i och omkring gruppen. Det är de som skriver under, inte personer.",
        en="The posts in and around the group. They sign, not persons.",
    ),
    (
        Table(
            "register-functions",
            Text(sv="Funktioner", en="Functions"),
            (
                column("record.title", "Funktion", "Function", 44),
                column("record.short", "Kort namn", "Short name", 30),
                column("record.part", "Roll i gruppen", "Part in the group", 26, "coded", PARTS),
                truth("record.retired", "Ur bruk", "Retired", 12),
                *kept(),
            ),
            entries,
            Text(sv="Inga funktioner än.", en="No functions yet."),
        ),
        about_file(),
    ),
)
