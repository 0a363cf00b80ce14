"""The sheet of questions: one a row, both languages side by side."""

from __future__ import annotations

from dataclasses import replace

from evenemang.domain.text import Text
from evenemang.workbook.twin.form import Column, Sheet, both, column
from evenemang.workbook.twin.words import ANSWER_KINDS, ASK_OF, PHASES, SECRECIES

CONDITION = Text(
    sv="Villkor skrivs så här: event.peak_visitors >= 300 && event.stage. "
    "&& är och, || är eller, ! är inte. Bladet Listor visar vad som kan stå efter event.",
    en="Write a condition like this: event.peak_visitors >= 300 && event.stage. "
    "&& is and, || is or, ! is not. The sheet Lists shows what may follow event.",
)

QUESTIONS = Sheet(
    "questions",
    Text(sv="Frågor", en="Questions"),
    CONDITION,
    (
        column(
            "id", "Frågans id", "Id of the question", 28, "name",
            "Områdets id, punkt och ett namn, till exempel crowds.queue-space. Byter aldrig betydelse.",
            "The area's id, a dot and a name, such as crowds.queue-space. Never changes meaning.",
            required=True,
        ),
        column(
            "section", "Avsnitt", "Section", 18, "name",
            "Välj ett avsnitt ur bladet Avsnitt.", "Choose a section from the sheet Sections.",
            required=True, among="sections",
        ),
        *both(
            "ask", ("Fråga", "Question"), 42,
            ("En sak. Det trygga svaret är ja.", "One thing. The safe answer is yes."),
        ),
        *both(
            "why", ("Varför", "Why"), 38,
            ("En mening som en funktionär förstår.", "One sentence that a volunteer understands."),
        ),
        *both(
            "help", ("Hjälp", "Help"), 28,
            ("Hur man svarar. Får vara tomt.", "How to answer. May be empty."), required=False,
        ),
        column(
            "answer", "Svarstyp", "Kind of answer", 14, "word",
            "Hur frågan besvaras.", "How the question is answered.", required=True, words=ANSWER_KINDS,
        ),
        column(
            "unit.sv", "Enhet på svenska", "Unit in Swedish", 12, "text",
            "Bara för tal. Ett tecken som m räcker; då lämnas engelskan tom.",
            "Only for numbers. A symbol such as m will do; then leave the English empty.",
        ),
        column(
            "unit.en", "Enhet på engelska", "Unit in English", 12, "text",
            "Bara för tal, och bara när enheten är ett ord.",
            "Only for numbers, and only when the unit is a word.",
        ),
        column("min", "Minst", "At least", 9, "number", "Bara för tal.", "Only for numbers."),
        column("max", "Högst", "At most", 9, "number", "Bara för tal.", "Only for numbers."),
        column(
            "ask_of", "Vem svarar", "Who answers", 14, "word",
            "Vem som kan svara.", "Who can answer.", required=True, words=ASK_OF,
        ),
        column(
            "phase", "Skede", "Phase", 15, "word",
            "Planering är genomgången. De andra är ronder.", "Planning is the walk. The others are rounds.",
            required=True, words=PHASES,
        ),
        column(
            "depth", "Frågedjup", "Depth", 10, "whole",
            "1 alla evenemang som har området, 2 medelstora och stora, 3 stora eller komplexa.",
            "1 every event that has the area, 2 medium and large, 3 large or complex.",
            required=True, low=1, high=3,
        ),
        column(
            "shown_when", "Visas när", "Shown when", 34, "condition",
            "Villkor. Tomt betyder alltid. Se raden under bladets rubrik och bladet Listor.",
            "A condition. Empty means always. See the line below the title and the sheet Lists.",
        ),
        column(
            "secrecy", "Sekretess", "Secrecy", 11, "word",
            "Bara när den skiljer sig från områdets.", "Only where it differs from the area's.",
            words=SECRECIES,
        ),
        column(
            "calculator.use", "Beräkning", "Calculator", 26, "name",
            "En beräkning som ska stå vid frågan. Får vara tomt.",
            "A calculator to stand beside the question. May be empty.", among="calculators",
        ),
        column(
            "calculator.answer", "Resultat som blir svaret", "Result that becomes the answer", 20, "name",
            "Det av beräkningens resultat som blir svaret, om något. Se bladet Listor.",
            "The result that becomes the answer, if any. See the sheet Lists.", among="outputs",
        ),
        column(
            "retired", "Ur bruk från", "Retired on", 13, "day",
            "Dagen frågan togs ur bruk. Ta aldrig bort en publicerad fråga: skriv dagen här.",
            "The day the question was retired. Never remove a published question: write the day here.",
        ),
    ),
)  # fmt: skip


def source_columns(count: int) -> tuple[Column, ...]:
    """Return the columns of a question's sources, as many as are needed."""
    return tuple(
        column(
            f"source.{number}", f"Källa {number}", f"Source {number}", 16, "name",
            "Välj en källa ur bladet Källor.", "Choose a source from the sheet Sources.",
            required=number == 1, among="sources",
        )
        for number in range(1, count + 1)
    )  # fmt: skip


def with_sources(sheet: Sheet, count: int) -> Sheet:
    """Return the sheet of questions with columns for so many sources; other sheets as they are."""
    if sheet.code != "questions":
        return sheet
    at = next(place for place, one in enumerate(sheet.columns) if one.code == "calculator.use")
    columns = (*sheet.columns[:at], *source_columns(count), *sheet.columns[at:])
    return replace(sheet, columns=columns)
