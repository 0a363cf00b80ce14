"""The sheets of the organiser's copy: tables and columns with the same codes as in the dossier's workbook."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.dossier import SCHEMA
from evenemang.domain.text import Text
from evenemang.workbook.layout import Page, Sheet
from evenemang.workbook.organiser.actions import ACTIONS
from evenemang.workbook.organiser.evaluation import EVALUATION, has_begun
from evenemang.workbook.organiser.permits import CONDITIONS, PERMITS
from evenemang.workbook.organiser.questions import QUESTIONS
from evenemang.workbook.sheets.facts import LANGUAGE
from evenemang.workbook.sheets.forms import Line, form

PART = "organiser"


def _lines(page: Page) -> Iterator[Line]:
    dossier = page.whole.dossier
    yield Line("event.name", "Evenemang", "Event", dossier.event.name)
    yield Line("id", "Ärende", "Dossier", dossier.id)
    yield Line("diary_number", "Diarienummer", "Diary number", dossier.diary_number)


def _file(page: Page) -> Iterator[Line]:
    yield Line("@schema", "Formatets nummer", "Schema number", SCHEMA)
    yield Line("@version", "Ärendets version", "Version of the dossier", page.whole.version)
    yield Line("@language", "Språk", "Language", page.language, page.say(LANGUAGE))
    yield Line("@part", "Del", "Part", PART, page.say(COPY))


COPY = Text(sv="Arrangörens exemplar", en="The organiser's copy")
ABOUT = Sheet(
    "about",
    Text(sv="Om filen", en="About the file"),
    Text(
        sv="Låt det här bladet vara: så vet vi vilket ärende era svar hör till.",
        en="Leave this sheet as it is: it tells us which dossier your answers belong to.",
    ),
    (
        form("dossier", Text(sv="Ärendet", en="The dossier"), _lines),
        form("file", Text(sv="Om filen", en="About the file"), _file),
    ),
)

ORGANISER_SHEETS: tuple[Sheet, ...] = (QUESTIONS, ACTIONS, CONDITIONS, PERMITS, EVALUATION, ABOUT)


def sheets_for(page: Page) -> tuple[Sheet, ...]:
    """Return the sheets of a copy: first the evaluation where the event has begun, else none of it."""
    rest = tuple(one for one in ORGANISER_SHEETS if one is not EVALUATION)
    return (EVALUATION, *rest) if has_begun(page) else rest
