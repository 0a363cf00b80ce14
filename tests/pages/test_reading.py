"""Who may only read meets text: on every page and step, no field and no button leads to a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from evenemang import pages
from evenemang.domain.actor import Stamp
from evenemang.domain.event import LOCAL
from evenemang.domain.meeting import Item, Meeting, Weighing
from evenemang.domain.role import Guest, GuestRole, Member
from evenemang.flow.rights import RULINGS
from tests.builders import deed
from tests.example_folder import example_folder
from tests.pages.stepping import Walk, key_of, walk, widgets, words_of

STEPS = (
    "checklistor",
    "risker",
    "atgarder",
    "granskning",
    "beslut",
    "plats",
    "utvardering",
    "arbetsbok",
    "historik",
)
PARTS = (
    "Evenemanget",
    "Uppgifter",
    "Riskområden",
    "Kontakter",
    "Tillstånd",
    "Tidplan",
    "Bilagor",
    "Sekretess",
    "Flytta eller ställ in",
)
MIDSUMMER = datetime(2027, 6, 25, tzinfo=LOCAL)
BEGUN = Stamp(by="A", at=MIDSUMMER)
POINT = Item(id="P1", kind="upcoming", what="Festivalen", event="potatisfestivalen-2024")
GOING_ON = Meeting(id="mote-nu", on=MIDSUMMER.date(), planned=BEGUN, begun=BEGUN, agenda=(POINT,))
SETTINGS = ("Kommunen", "Funktioner", "Lokala tider", "Egna normer", "Platser", "Arrangörer")
VIEWS = ("rakna", "rond", "stopp", "dagbok", "dagen")
HELD, COMING = "potatisfestivalen-2023", "potatisfestivalen-2024"
BESIDE = ("overview", "dossiers", "follow_up", "new_dossier", "past_events", "members", "meetings")
ADDRESSES = (
    *({"modul": one} for one in BESIDE),
    {"modul": "new_edition", "id": HELD},
    {"modul": "places"},
    {"modul": "places", "id": "kulturhuset"},
    {"modul": "organisers"},
    {"modul": "organisers", "id": "exempelforeningen-potatis"},
    {"modul": "editions", "id": COMING},
    *({"modul": "meeting", "id": one} for one in ("mote-2023-12", "mote-nu")),
    *({"modul": "settings", "del": part} for part in SETTINGS),
    *({"modul": "dossier", "id": COMING, "steg": step} for step in STEPS),
    *({"modul": "dossier", "id": HELD, "steg": step} for step in ("risker", "plats", "utvardering")),
    *({"modul": "dossier", "id": COMING, "steg": "underlag", "del": part} for part in PARTS),
    *({"modul": "dossier", "id": HELD, "steg": "plats", "vy": view} for view in VIEWS),
)

# What a reader may use: ways on, ways to look, and sums that keep nothing.
TO_LOOK = re.compile(
    r"del|profilsteg|nasta-steg|till-.*|plats-vy|rondskede-.*|rakna-ingang|omradesval|nasta-obesvarade"
    r"|sok|lage|handlaggare|mina|fler|vantar-\d+|val-.*|historik-.*|nyare|aldre|lyssna|valj-norm"
    r"|bakom-.*|mote-(for|nasta|foregaende|hoppa).*"
)
# What only coordinators are offered, page by page, by how the keys begin.
COORDINATORS = {
    "Evenemanget": {"handlaggaren", "ny", "nytt"},
    "Uppgifter": {"andra"},
    "Riskområden": {"andra", "lamna", "utelamna", "ta"},
    "Sekretess": {"utse"},
    "Flytta eller ställ in": {"FormSubmitter:flytta", "FormSubmitter:stall", "ny", "flytt", "installt"},
    "risker": {"godta"},
    "beslut": {"beslut"},
    "arbetsbok": {"retur"},
}
# Verbs that no page does: they follow from others, are done by the command line, or have no page yet.
NOWHERE = {"treat-risk", "add", "note-organiser-evaluation"}
# Verbs that are offered only where another, that takes the same role, was asked for.
ALONG = {
    "take-back-role": "give-role",
    "take-back-guest": "invite-guest",
    "take-back-list": "import-from-list",
    "update-from-list": "import-from-list",
    "take-back-update": "import-from-list",
    "add-function": "change-function",
    "retire-function": "change-function",
    "drop-lead-time": "set-lead-time",
    "drop-norm": "set-norm",
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """The example year, with one member of each role."""
    home = tmp_path_factory.mktemp("reading")
    with walk(example_folder(tmp_path_factory.getbasetemp(), home / "data")) as found:
        event = found.opened.store.identify("dossier", COMING)
        asked = Weighing(
            event=event, risk=found.opened.workspace.dossier(event).record.risks[0].id, asked=BEGUN
        )
        meeting = GOING_ON.model_copy(update={"weighings": (asked,)})
        found.opened.store.save("meeting", meeting, expected=0, deeds=[deed()])
        yield found


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: " ".join(one.values()))
def test_a_reader_meets_nothing_that_is_refused(house: Walk, address: dict[str, str]) -> None:
    page = house.page("reader", address)

    strange = [key for key in map(key_of, widgets(page)) if not TO_LOOK.fullmatch(key)]
    house.use_all(page, "reader")

    assert strange == []
    assert house.refused == []


def test_a_reader_is_told_the_same_count_of_questions_in_a_list_and_in_the_dossier(house: Walk) -> None:
    work = house.opened.workspace
    stored = work.dossier(COMING)
    whole = work.read(stored.record, stored.version).total

    front = words_of(house.page("reader", {"modul": "overview"}))
    walked = words_of(house.page("reader", {"modul": "dossier", "id": COMING, "steg": "checklistor"}))

    assert f"{whole.answered} av {whole.asked}" in front
    assert f"Checklistor **{whole.answered}/{whole.asked}**" in walked
    assert f"{whole.answered} av {whole.asked} frågor besvarade" in walked
    assert re.search(r"\d+ av dem visas inte för dig", walked)


def test_the_number_behind_a_risk_is_written_as_in_swedish(house: Walk) -> None:
    risks = words_of(house.page("reader", {"modul": "dossier", "id": HELD, "steg": "risker"}))

    assert "2,9 m på" in risks
    assert "2.9 m" not in risks


@pytest.mark.parametrize("part", COORDINATORS)
def test_an_assessor_is_not_offered_what_is_a_coordinators(house: Walk, part: str) -> None:
    where = {"steg": part} if part in STEPS else {"steg": "underlag", "del": part}
    address = {"modul": "dossier", "id": COMING, **where}

    theirs, all_there_is = (
        {key_of(one) for one in widgets(house.page(who, address))} for who in ("assessor", "coordinator")
    )

    assert {key.split("-")[0] for key in all_there_is - theirs} == COORDINATORS[part]
    assert theirs <= all_there_is


@pytest.mark.parametrize("role", get_args(GuestRole))
def test_a_guest_is_offered_what_their_role_in_that_dossier_is_enough_for(
    house: Walk, role: GuestRole
) -> None:
    store = house.opened.store
    there = Guest(dossier=store.identify("dossier", COMING), role=role, given=Stamp(by="A", at=MIDSUMMER))
    guest = Member(id=f"guest-{role}", name=role, guest_in=(there,))
    store.save("member", guest, expected=0, deeds=[deed()])
    address = {"modul": "dossier", "id": COMING, "steg": "risker"}

    theirs, offered = ([key_of(one) for one in widgets(house.page(who, address))] for who in (guest.id, role))

    asked = [
        key for key in theirs if key.startswith("min-")
    ]  # by the meeting: a guest has no other page for it
    assert [key for key in theirs if key not in asked] == offered
    assert bool(asked) is (role == "assessor")


@pytest.mark.prove
@pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: " ".join(one.values()))
def test_an_assessor_meets_nothing_that_is_refused(house: Walk, address: dict[str, str]) -> None:
    house.use_all(house.page("assessor", address), "assessor")
    assert house.refused == []


def test_every_verb_that_a_page_does_is_asked_for_where_it_is_offered() -> None:
    asked = set()
    for file in sorted(Path(pages.__file__).parent.rglob("*.py")):
        text = file.read_text("utf-8")
        for said in re.findall(r"(?:takes|may|is_open|tell_what_it_takes)\(([^)]*)\)", text):
            asked |= set(re.findall(r'"([a-z-]+)"', said))
        asked |= set(re.findall(r'^OPERATION = "([a-z-]+)"', text, re.MULTILINE))
        if "may(actor, OPERATION)" in text:
            homes = re.findall(r"^from (\S+) import .*\bOPERATION\b", text, re.MULTILINE)
            asked |= {import_module(home).OPERATION for home in homes}

    assert asked - set(RULINGS) == set()
    assert set(RULINGS) - asked == NOWHERE | set(ALONG)
    assert all(RULINGS[one].needs == RULINGS[other].needs for one, other in ALONG.items())
