"""Every output there is, and how it is asked for: the one list that secrecy is looked for in.

A page, a part of a page, a verb or a file of the house that is not here fails `test_no_output_is_forgotten`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evenemang.pages import dossier as dossier_page
from evenemang.pages import meeting as meeting_page
from evenemang.pages.follow_up_parts import choices
from evenemang.pages.steps import plats
from tests.secret_dossier import Guarded
from tests.secret_surroundings import Surroundings

HOLDS_ALL = "whoever runs the machine has all of it"
SAYS_NONE = "says nothing of any dossier"
CHANGES = "takes in what somebody says, and answers with an id or a count"

# Of each page (by its name in the menu): its addresses, {id} and the others filled in by `pages_of`.
PAGES: Mapping[str, tuple[str, ...]] = {
    "overview": ("/",),
    "dossiers": ("/arenden",),
    "places": ("/platser", "/platser?id={place}"),
    "organisers": ("/arrangorer", "/arrangorer?id={organiser}"),
    "follow_up": (
        *(f"/uppfoljning?del={part}" for part in choices.PARTS),
        "/uppfoljning?del=handelser&visa=handelser-per-manad.{month}",
    ),
    "meetings": ("/moten",),
    "foresight": ("/forutseende",),
    "report": ("/arets-rapport",),
    "new_dossier": (),  # a form that nothing stored is in
    "past_events": (),  # the same
    "changed_registers": ("/andrade-register",),
    "new_edition": ("/ny-upplaga?id={id}",),
    "editions": ("/upplagor?id={edition}&mot={id}",),
    "settings": ("/installningar?del=Platser",),
    "members": ("/behorigheter",),
    "retention": ("/gallring",),
    "meeting": tuple(f"/mote?id={{meeting}}&del={part}" for part in meeting_page.PARTS),
    "dossier": (
        *(f"/arende?id={{id}}&steg={step}" for step in dossier_page.STEPS),
        *(f"/arende?id={{id}}&steg=plats&vy={view}" for view in plats.VIEWS if view != plats.FIRST),
        *(
            f"/arende?id={{id}}&steg=underlag&del={part}"
            for part in ("Riskområden", "Bilagor", "Tidplan", "Sekretess")
        ),
        *(f"/arende?id={{id}}&steg=checklistor&omrade={area}" for area in ("threats", "crowds")),
        "/arende?id={id}&steg=checklistor&omrade=crowds&avsnitt=egna",
        "/arende?id={edition}&steg=checklistor&omrade=threats",
        "/arende?id={edition}&steg=checklistor&omrade=crowds",
    ),
}


def pages_of(here: Guarded, around: Surroundings) -> list[str]:
    """Return every address, of a guarded dossier and what is around it."""
    said = {
        "id": here.id,
        "edition": around.edition,
        "place": around.place,
        "organiser": around.organiser,
        "meeting": around.meeting,
        "month": str(here.dossier.incidents[0].at.month),
    }
    return [one.format(**said) for each in PAGES.values() for one in each]


@dataclass(frozen=True)
class Verb:
    """How a verb is asked for; FILE.ending is where it writes, {id} and the others are filled in."""

    words: tuple[str, ...]


def _verbs(*each: str) -> tuple[Verb, ...]:
    return tuple(Verb(tuple(one.split())) for one in each)


# Of each verb of the command line: how it is asked for everything it tells, or why it is not looked through.
COMMANDS: Mapping[str, tuple[Verb, ...] | str] = {
    "demo": CHANGES,
    "list": _verbs("--json"),
    "show": HOLDS_ALL,
    "review": HOLDS_ALL,
    "foresight": _verbs("--json"),  # its draft is an area with counts for reasons: the proposals told here
    "new": CHANGES,
    "answer": CHANGES,
    "attach": CHANGES,
    "export": _verbs(
        "{id} FILE.xlsx",
        "{id} FILE.xlsx --for organiser",
        "{id} FILE.pdf",
        "{id} FILE.pdf --for public",
        "{edition} FILE.pdf --for police",
        "{edition} FILE.docx",
    ),
    "report": _verbs(*(f"{{year}} FILE.{kind}" for kind in ("docx", "pdf", "xlsx", "md"))),
    "person": HOLDS_ALL,
    "retention": _verbs("", "--json"),
    "import-list": CHANGES,
    "import": HOLDS_ALL,
    "check": SAYS_NONE,
    "calc": SAYS_NONE,
    "rebuild": HOLDS_ALL,
    "copy": HOLDS_ALL,
    "backup": HOLDS_ALL,
    "restore": HOLDS_ALL,
    "verify": _verbs("", "--json"),
    "doctor": _verbs("--json"),
    "settings show": _verbs("--json"),
    "settings set": CHANGES,
    "settings drop": CHANGES,
    "settings put-back": CHANGES,
    "meeting list": _verbs("--json"),
    "meeting new": CHANGES,
    "meeting agenda": _verbs("{meeting} --json", "{meeting} FILE.docx --internal"),
    "meeting minutes": _verbs("{meeting} FILE.pdf --internal", "{meeting} FILE.docx --internal"),
    "meeting invite": _verbs("{meeting} FILE.ics"),
    "checklist to-excel": SAYS_NONE,
    "checklist from-excel": SAYS_NONE,
    "checklist diff": SAYS_NONE,
    "checklist print": _verbs("--event {id} FILE.pdf", "--event {id} FILE.pdf --rounds"),
    "checklist ids": SAYS_NONE,
}

# Of each function of the house that pages get a file from: whether it is looked through here, or why not.
MADE_OF_A_DOSSIER = ("workbook", "organisers_copy", "blank_form", "paper", "letter", "letter_file")
MADE_ON_THE_DAY = ("day_sheet", "incident_sheet")
HOUSE: Mapping[str, str] = {
    "numbers_book": "the numbers of a chart: plain columns, looked through as the pages' own",
    "copy_name": "the name of a file: the event's",
    "workbook_file": "where the file is: looked through in the folder",
    "paper_name": "the name of a file: the event's",
    "letter_name": "the name of a file: the event's",
    "code": SAYS_NONE,
    "report_file": "the same as the verb's",
    "report_name": "the name of a file: the year's",
    "read_list": CHANGES,
    "take_list_back": CHANGES,
    "look_at_returned": CHANGES,
    "arms_of": SAYS_NONE,
    "settle": CHANGES,
    "settle_taken": CHANGES,
    "changed": SAYS_NONE,
    "remove_example": CHANGES,
    "changes": SAYS_NONE,
    "area_book": SAYS_NONE,
    "trouble": SAYS_NONE,
    "wrong": SAYS_NONE,
    "charts": "drawn of plain columns: looked through as the pages' own",
    "durations": "reckoned of plain columns",
    "meetings": "the same as the verb's",
    "retaining": "the same as the verb's",
    "files": "files are fetched by who sees them (tests/flow/test_attaching.py)",
    "workspace": SAYS_NONE,
    "data": SAYS_NONE,
    "example_as_of": SAYS_NONE,
    "admission": SAYS_NONE,
}
