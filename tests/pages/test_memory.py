"""Places, organisers and editions as pages: what stands there, and what is written in two taps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from evenemang.domain.dossier import Dossier
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.flow.opening import SetEvent
from evenemang.flow.standing_picture import MeasureSaid, add_standing_measure
from tests.example_folder import example_folder
from tests.pages.grounds import SARA, Grounds, open_grounds
from tests.pages.matter import dialog, press, write
from tests.pages.stepping import Walk, walk
from tests.pages.visiting import say_who

HELD, COMING = "potatisfestivalen-2023", "potatisfestivalen-2024"
CLOSED = "Ytan framför Kulturhuset är avstängd för genomfartstrafik"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """The example year, with one member of each role; looked at, never changed."""
    home = tmp_path_factory.mktemp("memory")
    with walk(example_folder(tmp_path_factory.getbasetemp(), home / "data")) as found:
        yield found


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    with open_grounds(tmp_path_factory.mktemp("grounds")) as found:
        yield found


def told(page: AppTest) -> str:
    said = [str(one.value) for one in [*page.title, *page.header, *page.markdown, *page.caption]]
    said += [one.proto.label for one in page.get("page_link")]
    return "\n".join(said).replace("\\", "").replace("\u00a0", " ").replace("\u2060", "")


def test_a_place_tells_what_stands_there_and_when_it_was_last_seen(year: Walk) -> None:
    said = told(year.page("reader", {"modul": "places", "id": "kulturhuset"}))

    assert CLOSED in said
    assert "Verifierad 3 december 2023" in said
    assert "57,9301° N, 12,5331° Ö" in said
    assert "1 100 m² fri yta av 1 350 m², 2 personer per m², rymmer 2 200" in said
    assert "130 m² fri yta av 180 m², 1 person per m², rymmer 130" in said
    assert "Utgångar: inte angivna" in said
    assert "Dragstory hour" in said
    assert "Tomteparaden" in said  # has its main place elsewhere, and uses a zone here


def test_what_has_changed_since_the_last_edition_is_said_in_words_before_the_tables(year: Walk) -> None:
    page = year.page("reader", {"modul": "editions", "id": COMING})

    assert page.title[0].value == "Upplagor av Potatisfestivalen"
    headers = [one.value.replace("\u00a0", " ") for one in page.header]
    assert headers[0].startswith("Vad som har ändrats sedan")
    assert "2023" in headers[0]
    assert headers[1] == "Sida vid sida"
    assert "Besök och händelser går att jämföra när den här upplagan är utvärderad." in told(page)


def test_the_last_editions_answer_stands_at_the_question_with_the_way_to_it(year: Walk) -> None:
    page = year.page("reader", {"modul": "dossier", "id": COMING, "steg": "checklistor"})

    assert "Förra upplagan, " in told(page)


def test_an_address_that_leads_nowhere_says_so(year: Walk) -> None:
    for module in ("places", "organisers", "editions"):
        page = year.page("reader", {"modul": module, "id": "finns-inte"})
        assert page.title[0].value.startswith("Vil")
        assert not page.exception


def torget(grounds: Grounds) -> Place:
    found = grounds.workspace.place("torget")
    assert found is not None
    return found


def test_a_measure_is_verified_in_two_taps_and_exits_are_written_one_a_line(
    grounds: Grounds, page: Page
) -> None:
    today = grounds.workspace.now().date()
    said = MeasureSaid(
        title="Avstängd för genomfartstrafik",
        zone="scenen",
        question="traffic.through-traffic",
        decided_on=today,
        owner="Driften",
    )
    add_standing_measure(grounds.workspace, "torget", said, SARA)
    say_who(page, grounds.address, SARA.name, then="/platser?id=torget")
    expect(page.get_by_text("Inte verifierad på plats än")).to_be_visible()

    press(page, "Verifiera")
    write(dialog(page).get_by_label("Hur såg det ut?"), "Pollaren uppe, sedd i snö")
    press(dialog(page), "Spara")

    expect(page.get_by_text("(i dag) av Sara Lind: Pollaren uppe, sedd i snö")).to_be_visible()
    (look,) = torget(grounds).standing_measures[0].verified
    assert (look.on, look.by) == (today, "Sara Lind")

    press(page, "Ändra Entrén")
    exits = dialog(page).get_by_label("Utgångar, en per rad")
    write(exits, "Mot gården")
    press(dialog(page), "Spara")
    expect(dialog(page)).to_contain_text("Utgången ”Mot gården” går inte att läsa")
    write(exits, "Mot gården; 1,2\nMot ytan; 2,4; två dörrar")
    press(dialog(page), "Spara")
    expect(page.get_by_text("Mot ytan 2,4 m (två dörrar). Tillsammans 3,6 m.")).to_be_visible()


def test_a_contact_is_noted_from_the_organiser_in_two_taps_and_counts_before_the_event(
    grounds: Grounds, page: Page
) -> None:
    work = grounds.workspace
    work.keep("organiser", Organiser(id="klubben", name="Klubben *"), SARA, "add-organiser")
    coming = grounds.event("Höstloppet", days=20)
    work.do(coming, SetEvent(organiser="klubben"), SARA)
    say_who(page, grounds.address, SARA.name, then="/arrangorer?id=klubben")

    press(page, "Anteckna kontakt")
    write(dialog(page).get_by_label("Vad sades?"), "Ringde om grinden mot torget")
    press(dialog(page), "Spara")

    expect(page.get_by_text("Telefon · Sara Lind · före evenemanget")).to_be_visible()
    found: Dossier = grounds.dossier(coming)
    (noted,) = found.contacts
    assert (noted.on, noted.how, noted.what) == (work.now().date(), "phone", "Ringde om grinden mot torget")
