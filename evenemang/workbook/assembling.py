"""The records of a workbook put together into what they came from."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json

from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Language
from evenemang.flow.joining import Among
from evenemang.flow.journal import JournalEntry
from evenemang.workbook.grids import Grid
from evenemang.workbook.layout import ORDER
from evenemang.workbook.records import Record, form_values, place, record_of
from evenemang.workbook.sheets.forms import AMONG

Grids = dict[str, Grid]
JOURNAL = TypeAdapter(tuple[JournalEntry, ...])
FORMS = (
    "dossier",
    "file",
    "depth",
    "not-needed",
    "reconsider",
    "evaluation",
    "organiser-evaluation",
    "day-plan",
)
LISTS = {  # table → where its records stand in the dossier
    "contacts": "contacts",
    "moves": "moves",
    "attachments": "attachments",
    "own-questions": "assessment.own_questions",
    "areas": "assessment.areas",
    "left-out": "assessment.left_out",
    "permits": "permits",
    "permits-not-needed": "permits_not_needed",
    "incidents": "incidents",
    "day-log": "day_log",
    "rounds": "rounds",
    "phones": "phones",
    "stops": "stops",
    "lesson-answers": "lesson_answers",
    "occasion-reviews": "occasion_reviews",
    "named": "named",
    "markings": "markings",
}
NORM = {"value": "", "source": "", "unit": None, "checked": None}  # where a figure leaves them empty
OUTCOMES = {
    "visitors": "visitors.by_occasion",
    "peaks": "peaks",
    "risk-outcomes": "risks",
    "action-outcomes": "actions",
}


def among_of(head: Record, start: str = "") -> Among:
    """Return where the rows of a secret part stand in the whole's lists."""
    path = AMONG + start
    found = {key.removeprefix(path): value for key, value in head.items() if key.startswith(path)}
    return {name: tuple(map(int, places)) for name, places in found.items()}


def records(found: Grids, table: str, language: Language) -> list[Record]:
    """Return the records of a table; none where it is not in the file."""
    grid = found.get(table)
    return [record_of(table, row, language) for row in grid.rows] if grid else []


def dossier_of(found: Grids, language: Language) -> Dossier:
    """Return the dossier that a workbook tells.

    Raises:
        ValidationError: If what it tells is no dossier.
    """
    body: Record = {}
    for form in FORMS:
        if form in found:
            for path, value in form_values(found[form]).items():
                if not path.startswith("@"):
                    place(body, path, value)
    for table, path in LISTS.items():
        place(body, path, records(found, table, language))
    body["lesson_answers"] = [{"how": "", **one} for one in body["lesson_answers"]]
    body["risks"] = _in_order(records(found, "risks", language))
    body["actions"] = _actions(found, language)
    body["calculations"] = _calculations(found, language)
    body["decisions"] = _decisions(found, language)
    body["counters"] = _with_parts(found, language, "counters", "entrances")
    body["counts"] = _with_parts(found, language, "counts", "tallies")
    body["assessment"]["answers"] = _answers(found, language)
    _event(body["event"], found, language)
    if "from_list" in body:
        place(body, "from_list.notes", records(found, "list-notes", language))
    if "evaluation" in body:
        for table, path in OUTCOMES.items():
            place(body["evaluation"], path, [one["one"] for one in records(found, table, language)])
    if "organiser_evaluation" in body:
        _visits(body["organiser_evaluation"])
    return Dossier.model_validate(body)


def _visits(told: Record) -> None:
    """Put the visits that the organiser says, a line each, together as the dossier holds them."""
    said = told.pop("visits", {})
    counted = [{"id": key.replace(":", "."), "visitors": one} for key, one in said.items() if one is not None]
    told["by_occasion"] = counted


def journal_of(found: Grids, language: Language) -> tuple[JournalEntry, ...]:
    """Return the journal that a workbook tells."""
    entries = [each["one"] for each in records(found, "journal", language)]
    for entry in entries:
        entry.setdefault("salt", None)
        deed = entry["deed"]
        deed.setdefault("touched", "")
        for side in ("before", "after"):
            if side in deed:
                deed[side] = from_json(deed[side])
    return JOURNAL.validate_python(entries)


def _inside(found: Grids, table: str, language: Language) -> dict[str, list[Any]]:
    """Return the records inside others, by whose they are."""
    grouped: dict[str, list[Any]] = {}
    for one in records(found, table, language):
        grouped.setdefault(str(one["of"]), []).append(one)
    return grouped


def _in_order(rows: list[Record]) -> list[Record]:
    """Return rows as they stood in the dossier; those that somebody added to the sheet come last."""
    placed = sorted(rows, key=lambda one: one.get(ORDER, len(rows)))
    return [{key: value for key, value in one.items() if key != ORDER} for one in placed]


def _actions(found: Grids, language: Language) -> list[Record]:
    steps = _inside(found, "action-steps", language)
    return [
        {**one, "history": [step["one"] for step in steps[one["id"]]]}
        for one in _in_order(records(found, "actions", language))
    ]


def _answers(found: Grids, language: Language) -> Record:
    earlier = _inside(found, "earlier", language)
    answers: Record = {}
    for row in records(found, "answers", language):
        if "answer" not in row:
            continue  # nobody has answered it yet
        question = row["question"]
        before = [{**one["one"], "value": one.get("value")} for one in earlier.get(question, [])]
        answers[question] = {
            **row["answer"],
            "question": question,
            "value": row.get("value"),
            "earlier": before,
        }
    return answers


def _calculations(found: Grids, language: Language) -> list[Record]:
    figures, norms, drawn = (
        _inside(found, f"calculation-{table}", language) for table in ("values", "norms", "drawn")
    )
    whole = []
    for number, one in enumerate(records(found, "calculations", language)):
        sides: dict[str, Any] = {"inputs": {}, "outputs": {}}
        for figure in figures.get(str(number), []):
            _grow(sides[figure["side"]], figure["path"].split("/")[1:], figure.get("value"))
        used = [{**NORM, **each["one"]} for each in norms.get(str(number), [])]
        whole.append(
            {
                **one,
                **{side: _lists(value) for side, value in sides.items()},
                "norms": used,
                "drawn": [each["one"] for each in drawn.get(str(number), [])],
            }
        )
    return whole


def _grow(into: dict[str, Any], way: list[str], value: object) -> None:
    *first, last = way
    for step in first:
        into = into.setdefault(step, {})
    into[last] = value


def _lists(grown: Any) -> Any:
    """Return what grew from paths, with lists where the steps were numbers."""
    if not isinstance(grown, dict) or not grown:
        return grown
    if all(key.startswith("#") for key in grown):
        return [_lists(one) for _, one in sorted(grown.items(), key=lambda each: int(each[0][1:]))]
    return {_step(key): _lists(one) for key, one in grown.items()}


def _step(written: str) -> str:
    return written.replace("~2", "#").replace("~1", "/").replace("~0", "~")


def _decisions(found: Grids, language: Language) -> list[Record]:
    levels = _inside(found, "decision-levels", language)
    return [
        {**row["one"], "levels": {one["risk"]: one["level"] for one in levels.get(str(number), [])}}
        for number, row in enumerate(records(found, "decisions", language))
    ]


def _with_parts(found: Grids, language: Language, table: str, name: str) -> list[Record]:
    """Return records with those inside each of them, which stand in a table of their own."""
    inside = _inside(found, name, language)
    return [
        {**row, name: [each["one"] for each in inside.get(str(at), [])]}
        for at, row in enumerate(records(found, table, language))
    ]


def _event(event: Record, found: Grids, language: Language) -> None:
    programme = _inside(found, "programme", language)
    event["occasions"] = [
        _occasion(row, programme.get(str(number), []))
        for number, row in enumerate(records(found, "occasions", language))
    ]
    event["zones"] = [one["zone"] for one in records(found, "zones", language)]
    event["facts"] = {one["fact"]: one.get("value") for one in records(found, "facts", language)}


def _occasion(row: Record, programme: list[Any]) -> Record:
    hours = {"starts": row["starts"], "ends": row["ends"]}
    if row["each"] == "daily":
        span = {"from": row["date"], "to": row["to"], "daily": hours}
        return {**span, "visitors_total": row.get("visitors")}
    return {
        **hours,
        "date": row["date"],
        "visitors": row.get("visitors"),
        "programme": [one["one"] for one in programme],
    }
