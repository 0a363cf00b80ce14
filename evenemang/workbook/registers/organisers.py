"""The register of organisers."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.workbook.layout import Sheet, Table, column
from evenemang.workbook.registers.page import about_file, entries, kept
from evenemang.workbook.words import EXPERIENCES, ORGANISER_KINDS

ORGANISERS = Sheet(
    "register-organisers",
    Text(sv="Arrangörer", en="Organisers"),
    Text(
        sv="Vilka som håller evenemang, och hur vana de är.",
        en="Who holds events, and how used to it they are.",
    ),
    (
        Table(
            "register-organisers",
            Text(sv="Arrangörer", en="Organisers"),
            (
                column("record.name", "Arrangör", "Organiser", 44),
                column("record.contact", "Kontakt", "Contact", 30, "person"),
                column("record.kind", "Slag", "Kind", 22, "coded", ORGANISER_KINDS),
                column("record.experience", "Vana", "Experience", 14, "coded", EXPERIENCES),
                *kept(),
            ),
            entries,
            Text(sv="Inga arrangörer än.", en="No organisers yet."),
        ),
        about_file(),
    ),
)
