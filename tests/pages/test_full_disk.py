"""What the app says when the disk takes no more, and when a backup is not made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from evenemang.bootstrap import open_data
from evenemang.domain.actor import Actor
from evenemang.domain.event import Occasion
from evenemang.flow.opening import NewDossier, open_dossier
from tests.pages.visiting import say_who
from tests.serving import running

SARA = Actor(name="Sara Lind")
LITTLE = ("sh", "-c", 'ulimit -f 64; exec "$0" "$@"')  # no file may grow beyond 32 kB


def test_an_answer_that_the_disk_does_not_take_is_told_where_it_was_given_and_is_not_saved(
    page: Page, tmp_path: Path
) -> None:
    opened = open_data(tmp_path / "data")
    occasion = Occasion(date=date(2027, 8, 20), starts="12:00", ends="22:00")
    new = NewDossier(name="Höstfesten", areas=("crowds",), occasions=(occasion,))
    dossier = open_dossier(opened.workspace, new, SARA).record.id
    assert opened.write_workbooks() == 0

    with running(tmp_path / "data", tmp_path / "log", *LITTLE, EVENEMANG_BACKUP="halv tre") as address:
        page.goto(address)
        expect(page.get_by_role("alert")).to_contain_text("EVENEMANG_BACKUP är ett klockslag, som 02:30")

        say_who(page, address, then=f"/arende?id={dossier}&steg=checklistor")
        page.locator(".st-key-fraga-crowds-stop-level").get_by_role("radio", name="Ja", exact=True).click()

        told = page.get_by_role("alert").filter(has_text="disken tog inte emot det som skulle sparas")
        expect(told).to_contain_text("Inget har ändrats")
    assert opened.workspace.dossier(dossier).record.assessment.value("crowds.stop-level") is None
