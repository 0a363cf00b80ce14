"""Two apps on one database of a server, which goes away in the middle and comes back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from evenemang.bootstrap import open_data
from evenemang.bootstrap.databases import NAMED
from evenemang.domain.actor import Actor
from evenemang.flow.opening import NewDossier, open_dossier
from tests.pages.visiting import say_who
from tests.postgres import server
from tests.serving import running

SARA = Actor(name="Sara Lind")
STOP, ROOM = "crowds-stop-level", "crowds-zone-capacity"


def answer(page: Page, question: str, word: str) -> None:
    page.locator(f".st-key-fraga-{question}").get_by_role("radio", name=word, exact=True).click()


def test_two_apps_share_a_database_and_a_server_that_goes_away_is_told_where_one_looks(
    open_page: Callable[..., Page], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    with ExitStack() as until_the_end:
        found = until_the_end.enter_context(server())
        url = found.database().replace("evenemang@", "evenemang:hemligt@")
        monkeypatch.setenv(NAMED, url)
        workspace = open_data(data).workspace
        dossier = open_dossier(workspace, NewDossier(name="Loppis", areas=("crowds",)), SARA).record.id
        logs = (tmp_path / "one.log", tmp_path / "other.log")
        walk = f"/arende?id={dossier}&steg=checklistor"
        one, other = (until_the_end.enter_context(running(data, log)) for log in logs)
        page, beside = open_page(), open_page()
        say_who(page, one, then=walk)
        say_who(beside, other, then=walk)

        answer(page, STOP, "Ja")
        expect(page.locator(f".st-key-lage-{STOP}")).to_contain_text("Sparat")
        answer(beside, ROOM, "Nej")
        expect(beside.locator(f".st-key-lage-{ROOM}")).to_contain_text("Sparat")
        kept = workspace.dossier(dossier).record.assessment
        assert (kept.value("crowds.stop-level"), kept.value("crowds.zone-capacity")) == ("yes", "no")

        found.stop("immediate")
        answer(page, STOP, "Nej")
        told = page.locator(f".st-key-fraga-{STOP}").get_by_role("alert")
        expect(told).to_contain_text("databasservern svarar inte")
        expect(told).not_to_contain_text("hemligt")
        stands = page.locator(f".st-key-fraga-{STOP}").get_by_role("radio", name="Ja", exact=True)
        expect(stands).to_be_checked()  # what was read stands, and the next answer is given to that
        expect(page.locator(f".st-key-lage-{STOP}")).to_contain_text("Sparat")

        found.start()
        answer(page, STOP, "Delvis")

        expect(page.locator(f".st-key-lage-{STOP}")).to_contain_text("Sparat")
        expect(told).to_have_count(0)
        assert workspace.dossier(dossier).record.assessment.value("crowds.stop-level") == "partly"
        workspace.store.close()  # type: ignore[attr-defined]  # a store that holds connections
    for log in logs:
        assert "hemligt" not in log.read_text("utf-8")
