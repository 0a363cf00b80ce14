"""The rows of a book put together as the area they describe, and where each value stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from evenemang.domain.text import Text
from evenemang.workbook.twin.faults import Cell, Faults, meant
from evenemang.workbook.twin.line import Line
from evenemang.workbook.twin.sheets import SHEETS
from evenemang.workbook.twin.values import value_in

Place = tuple[str | int, ...]
Record = dict[str, Any]

AREA = (
    "area", "version", "order", "title", "summary", "axis", "secrecy", "proposed_when", "because", "sources",
    "sections",
)  # fmt: skip
QUESTION = (
    "id", "ask", "why", "help", "answer", "unit", "min", "max", "choices", "ask_of", "phase", "depth",
    "shown_when", "secrecy", "raises", "source", "calculator", "retired",
)  # fmt: skip
RAISE = ("when", "hazard", "harm", "likelihood", "consequence", "actions")
MOST_COMPARED = 500  # names a misspelt one is compared with; an area has about thirty questions
TITLES = {sheet.code: sheet.title for sheet in SHEETS}


@dataclass
class Assembly:
    """An area being put together: plain data as a file would say it, and the cell of every place in it."""

    lines: Mapping[str, Sequence[Line]]
    titles: Mapping[str, str]  # of the sheets in this book
    faults: Faults
    cells: dict[Place, Cell] = field(default_factory=dict)

    def area(self) -> Record:
        """Return the whole area."""
        head = self._records("area")
        area = head[0][1] if head else {}
        if head:
            self._note((), head[0][0])
        area["sources"] = self._listed("sources")
        area["sections"] = self._listed("sections")
        questions = self._questions(area["sections"])
        self._choices(questions)
        self._raises(questions)
        for place, question in questions.values():
            area["sections"][place[1]]["questions"][place[3]] = _ordered(question, QUESTION)
        return _ordered(area, AREA)

    def _listed(self, code: str) -> list[Record]:
        """Return the records of a sheet, in the order of its rows."""
        records = self._records(code)
        for at, (line, _) in enumerate(records):
            self._note((code, at), line)
        self.cells[(code,)] = Cell(self.titles.get(code, ""))
        if not records and self.faults.is_whole:
            what = Text(sv="Bladet är tomt.", en="The sheet is empty.")
            self.faults.tell(
                self.cells[(code,)], what, Text(sv="Skriv minst en rad.", en="Write at least one row.")
            )
        return [record for _, record in records]

    def _questions(self, sections: list[Record]) -> dict[str, tuple[Place, Record]]:
        """Put each question in its section; return them by id, the first where one stands twice."""
        found: dict[str, tuple[Place, Record]] = {}
        at = {str(section.get("id")): number for number, section in reversed(list(enumerate(sections)))}
        for line, record in self._records("questions"):
            section = self._pointed_at(line, "section", record.pop("section", None), at)
            if not sections:
                continue
            number = at.get(section or "", 0)
            held = sections[number].setdefault("questions", [])
            place: Place = ("sections", number, "questions", len(held))
            record["source"] = self._sources(line, place, record.pop("source", {}))
            held.append(record)
            self._note(place, line)
            key = str(record.get("id"))
            found[key if key not in found else f"{key} {line.row}"] = (place, record)
        self._empty_sections(sections)
        return found

    def _sources(self, line: Line, place: Place, said: Mapping[str, Any]) -> list[str]:
        """Return a question's sources in the order of their columns, and note the cell of each."""
        known = [str(one.values["id"][0]).strip() for one in self.lines["sources"] if "id" in one.values]
        self.cells[(*place, "source")] = line.cell("source.1")
        found: list[str] = []
        for number, name in said.items():
            if name is not None:
                meant_name = self._pointed_at(line, f"source.{number}", name, known)
                self.cells[(*place, "source", len(found))] = line.cell(f"source.{number}")
                found.append(meant_name or name)
        return found

    def _empty_sections(self, sections: Sequence[Record]) -> None:
        for at, section in enumerate(sections):
            if "questions" not in section:
                self.faults.tell(
                    self.cells[("sections", at, "id")],
                    Text(sv="Avsnittet har inga frågor.", en="The section has no questions."),
                    Text(
                        sv="Lägg till en fråga, eller ta bort raden.", en="Add a question, or remove the row."
                    ),
                )

    def _choices(self, questions: Mapping[str, tuple[Place, Record]]) -> None:
        for line, record in self._records("choices"):
            name = self._pointed_at(line, "question", record.pop("question", None), questions)
            if name is not None:
                place, question = questions[name]
                held = question.setdefault("choices", [])
                self._note((*place, "choices", len(held)), line)
                held.append(record)

    def _raises(self, questions: Mapping[str, tuple[Place, Record]]) -> None:
        """Put each risk at its question, and each action at its risk."""
        risks: dict[str, tuple[Place, Record]] = {}
        for line, record in self._records("risks"):
            key = record.pop("key", None)
            name = self._pointed_at(line, "question", record.pop("question", None), questions)
            if key in risks:
                self._repeated(line, str(key))
            place: Place = ()
            if name is not None:
                where, question = questions[name]
                held = question.setdefault("raises", [])
                place = (*where, "raises", len(held))
                held.append(record)
                self._note(place, line)
            risks.setdefault(str(key), (place, record))
        self._actions(risks)
        for _, question in questions.values():
            if "raises" in question:
                question["raises"] = [_ordered(one, RAISE) for one in question["raises"]]

    def _actions(self, risks: Mapping[str, tuple[Place, Record]]) -> None:
        for line, record in self._records("actions"):
            key = self._pointed_at(line, "risk", record.pop("risk", None), risks)
            if key is not None:
                place, risk = risks[key]
                held = risk.setdefault("actions", [])
                if place:
                    self._note((*place, "actions", len(held)), line)
                held.append(record)

    def _repeated(self, line: Line, key: str) -> None:
        self.faults.tell(
            line.cell("key"),
            Text(sv=f"Risken ”{key}” finns redan.", en=f"The risk “{key}” is there already."),
            Text(sv="Ge den ett eget namn.", en="Give it a name of its own."),
        )

    def _pointed_at(self, line: Line, code: str, name: str | None, among: Iterable[str]) -> str | None:
        """Return the name that a row points at; or the nearest, where nothing has it and that is told."""
        known = list(among)
        if name is None or name in known:
            return name
        near = next(iter(get_close_matches(name, known[:MOST_COMPARED], n=1)), None)
        sheet = TITLES[str(line.sheet.column(code).among)]
        self.faults.tell(
            line.cell(code),
            Text(
                sv=f"”{name}” finns inte på bladet {sheet.sv}.",
                en=f"“{name}” is not on the sheet {sheet.en}.",
            ),
            meant(
                near, Text(sv="Lägg till det där, eller ändra här.", en="Add it there, or change it here.")
            ),
        )
        return near

    def _records(self, code: str) -> list[tuple[Line, Record]]:
        return [(line, self._record(line)) for line in self.lines[code]]

    def _record(self, line: Line) -> Record:
        """Return a row as a record, the fields inside its fields where they belong."""
        found: Record = {}
        for column in line.sheet.columns:
            value = value_in(line, column, self.faults)
            first, _, inner = column.code.partition(".")
            if value is None:
                continue
            if inner:
                found.setdefault(first, {})[inner] = value
            else:
                found[first] = value
        self._half_said(line, found)
        return found

    def _half_said(self, line: Line, found: Record) -> None:
        """A plain unit stands alone; a help text in one language, or a result of no calculator, does not."""
        unit = found.get("unit")
        if isinstance(unit, dict) and set(unit) == {"sv"}:
            found["unit"] = unit["sv"]
        for name, wanted in (("help", ("sv", "en")), ("unit", ("sv", "en")), ("calculator", ("use",))):
            said = found.get(name)
            if isinstance(said, dict):
                for part in set(wanted) - set(said):
                    column = line.sheet.column(f"{name}.{part}")
                    what = Text(sv=f"{column.title.sv} saknas.", en=f"{column.title.en} is missing.")
                    if column.code in line.places:
                        self.faults.tell(line.cell(column.code), what, column.help)
                    said[part] = "–"

    def _note(self, place: Place, line: Line) -> None:
        """Note where each value of a record stands, also those that are not there."""
        first = line.sheet.columns[0].code
        self.cells[place] = line.cell("question" if first == "key" else first)
        for column in line.sheet.columns:
            if column.field != "source":
                self.cells[(*place, *column.code.split("."))] = line.cell(column.code)
                self.cells.setdefault((*place, column.field), line.cell(column.code))


def _ordered(record: Record, order: Sequence[str]) -> Record:
    """Return a record with its fields in the order that files have them."""
    return {name: record[name] for name in order if name in record}
