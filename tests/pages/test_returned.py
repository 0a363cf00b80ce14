"""A workbook that came back, in the app: chosen, looked through, some of it taken in, and told of after."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from evenemang.flow.planning import AddAction, ChangeAction
from evenemang.flow.recording import whole
from evenemang.workbook import write
from tests.filled_in import Filled
from tests.hostile import CORPUS
from tests.pages.grounds import SARA, Grounds, open_grounds

SENDER = "Åsa *Ek*"


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    with open_grounds(tmp_path_factory.mktemp("grounds")) as found:
        yield found


def planned(grounds: Grounds, name: str) -> str:
    """A dossier with two actions, as it is sent out."""
    dossier = grounds.event(name)
    for do, owner in (("Fäll de döda träden", "Parkenheten"), ("Stäng stigen vid vind", "Drift")):
        grounds.workspace.do(dossier, AddAction(do=do, owner=owner, due_days=-21), SARA)
    return dossier


def sent(grounds: Grounds, dossier: str) -> Filled:
    return Filled(write(whole(grounds.workspace, dossier), "sv"))


def choose_file(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)


def saved(filled: Filled, folder: Path) -> Path:
    file = folder / "Från *Åsa*.xlsx"
    file.write_bytes(filled.content())
    return file


def card(page: Page, cell: str) -> Locator:
    """The way to choose about one cell."""
    return page.get_by_role("radiogroup", name=f"Cell {cell} på bladet Åtgärder")


def test_what_differs_is_looked_through_and_only_what_is_accepted_is_taken_in(
    grounds: Grounds, page: Page, tmp_path: Path
) -> None:
    dossier = planned(grounds, "Returfesten")
    filled = sent(grounds, dossier)
    owner = filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    done = filled.write("Åtgärder", "A2", "Åtgärd", "Stäng *stigen*")
    unclear = filled.write("Åtgärder", "A2", "Senast", "5/8/2027")
    grounds.visit(page, dossier, "arbetsbok")
    before = grounds.workspace.dossier(dossier).version

    choose_file(page, saved(filled, tmp_path))
    expect(page.get_by_role("heading", name="2 skillnader")).to_be_visible()
    expect(card(page, owner)).to_be_visible()
    expect(page.get_by_text("Parkenheten").first).to_be_visible()
    expect(page.get_by_text("Stäng *stigen*")).to_be_visible()
    expect(page.get_by_text(f"Åtgärder!{unclear} ”5/8/2027” förstås inte.")).to_be_visible()
    page.get_by_role("button", name="Godta alla (2)").click()
    expect(page.get_by_text("Godtagna: 2.")).to_be_visible()
    card(page, done).get_by_role("radio", name="Ta inte in").click()
    expect(page.get_by_text("Godtagna: 1. Avstådda: 1.")).to_be_visible()
    page.get_by_role("button", name="Ta in en ändring").click()
    expect(page.get_by_text("Skriv först vem som skickade filen.")).to_be_visible()
    assert grounds.workspace.dossier(dossier).version == before
    page.get_by_label("Vem skickade filen?").fill(SENDER)
    page.get_by_role("button", name="Ta in en ändring").click()

    expect(page.get_by_text(f"Ändringar intagna ur Från *Åsa*.xlsx, från {SENDER}: 1.")).to_be_visible()
    expect(page.get_by_text("Skillnader som inte togs in: 1.")).to_be_visible()
    source = grounds.workspace.store.journal("dossier", dossier)[-1].deed.source
    assert source is not None
    assert (source.file, source.sender, source.cells) == ("Från *Åsa*.xlsx", SENDER, f"Åtgärder!{owner}")
    first, second = grounds.dossier(dossier).actions
    assert (first.owner, second.do) == ("Åsa Ek", "Stäng stigen vid vind")
    page.get_by_role("button", name="Visa dem som är kvar").click()
    expect(page.get_by_text("Just den här filen togs in")).to_contain_text("Ändringar då: 1.")


def test_what_somebody_changes_meanwhile_is_not_written_over_but_shown_as_a_conflict(
    grounds: Grounds, page: Page, tmp_path: Path
) -> None:
    dossier = planned(grounds, "Krockfesten")
    filled = sent(grounds, dossier)
    filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    filled.write("Åtgärder", "A2", "Senast", f"{date(2027, 8, 20) - timedelta(days=7)}")
    grounds.visit(page, dossier, "arbetsbok")
    choose_file(page, saved(filled, tmp_path))
    page.get_by_role("button", name="Godta alla (2)").click()
    page.get_by_label("Vem skickade filen?").fill(SENDER)
    change = {"action": "A1", "phase": "planning", "kind": "preventive", "due_days": -21}
    meanwhile = ChangeAction.model_validate({**change, "do": "Fäll de döda träden", "owner": "Bo"})
    grounds.workspace.do(dossier, meanwhile, SARA)

    page.get_by_role("button", name="Ta in 2 ändringar").click()
    expect(page.get_by_text("Någon har ändrat i ärendet medan du valde")).to_be_visible()
    expect(page.get_by_text("Krock: ändrad både i filen och här")).to_be_visible()
    assert grounds.dossier(dossier).actions[0].owner == "Bo"
    page.get_by_role("button", name="Ta in en ändring").click()

    expect(page.get_by_text("Ändringar intagna ur")).to_be_visible()
    first, second = grounds.dossier(dossier).actions
    assert (first.owner, second.due) == ("Bo", date(2027, 8, 13))


def test_a_file_of_another_dossier_leads_there_and_a_broken_one_is_refused(
    grounds: Grounds, page: Page, tmp_path: Path
) -> None:
    here, there = grounds.event("Fel fest"), grounds.event("Rätt fest")
    grounds.visit(page, here, "arbetsbok")
    broken = tmp_path / "trasig.xlsx"
    broken.write_bytes(b"PK\x03\x04" + bytes(200))

    choose_file(page, broken)
    expect(page.get_by_text("Filen trasig.xlsx går inte att läsa")).to_be_visible()
    choose_file(page, saved(sent(grounds, there), tmp_path))
    page.get_by_role("link", name="Rätt fest").click()
    expect(page.get_by_role("heading", level=1, name="Rätt fest")).to_be_visible()
    choose_file(page, saved(sent(grounds, there), tmp_path))

    expect(page.get_by_text("Inget i filen skiljer sig från det som skickades.")).to_be_visible()


def test_hostile_files_are_refused_with_what_to_do_and_the_page_lives_on(
    grounds: Grounds, page: Page, tmp_path: Path
) -> None:
    dossier = planned(grounds, "Fientlig fest")
    before = grounds.workspace.dossier(dossier)
    filled = sent(grounds, dossier)
    filled.write("Åtgärder", "A1", "Ansvarig", "Åsa Ek")
    book = write(whole(grounds.workspace, dossier), "sv")
    grounds.visit(page, dossier, "arbetsbok")

    for name in ("bomb", "macros", "password", "file_of_the_machine", "half"):
        hostile = tmp_path / f"{name}.xlsx"
        hostile.write_bytes(CORPUS[name].make(book))
        choose_file(page, hostile)
        refused = page.get_by_text(f"Filen {name}.xlsx går inte att läsa")
        expect(refused).to_be_visible()
        expect(refused).to_contain_text(CORPUS[name].becomes)

    assert grounds.workspace.dossier(dossier) == before
    choose_file(page, saved(filled, tmp_path))
    expect(page.get_by_role("heading", name="En skillnad")).to_be_visible()
