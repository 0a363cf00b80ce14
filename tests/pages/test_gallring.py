"""Gallring: an administrator sees what the rules take, confirms, and the history tells of it."""

from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from evenemang.bootstrap import open_data
from evenemang.domain.event import Occasion
from evenemang.flow.on_site import LogIncident
from evenemang.flow.opening import NewDossier, open_dossier
from tests.pages.matter import PATIENCE, SARA
from tests.retention_rules import setting
from tests.serving import running


def test_what_is_seen_and_confirmed_is_removed_and_the_history_says_by_whom(
    tmp_path: Path, page: Page
) -> None:
    data = tmp_path / "data"
    workspace = open_data(data).workspace
    setting(data, "health")
    held = Occasion(date=date(2020, 8, 21), starts="12:00", ends="23:00")
    new = NewDossier(name="Stadsfesten <b>*2020*</b>", occasions=(held,), areas=("crowds",))
    dossier = open_dossier(workspace, new, SARA).record.id
    workspace.do(dossier, LogIncident(type="injury", severity=2, what="Nils föll"), SARA)
    with running(data, tmp_path / "server.log") as address:
        page.set_default_timeout(PATIENCE)
        page.context.add_cookies([{"name": "namn", "value": "Anna%20Berg", "url": address}])

        page.goto(f"{address}/gallring")

        remove = page.get_by_role("button", name="Gallra", exact=True)
        expect(page.get_by_text("1 uppgift, värdena i 1 rad i historiken")).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_text("Stadsfesten <b>*2020*</b>")).to_be_visible()
        expect(remove).to_be_disabled()
        page.get_by_text("Jag har läst vad som tas bort").click()
        expect(remove).to_be_enabled()
        remove.click()

        expect(page.get_by_text("Gallrat ur 1 post.")).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_text("Inget just nu.")).to_be_visible()
        assert workspace.dossier(dossier).record.incidents[0].what == "[gallrat]"
        assert not Path(data, "evenemang.db-wal").read_bytes().count(b"Nils f")
        page.goto(f"{address}/arende?id={dossier}&steg=historik")
        newest = page.get_by_role("row").nth(1)
        expect(newest).to_contain_text("Gallrade enligt en regel", timeout=PATIENCE)
        expect(newest).to_contain_text("Anna Berg")
        expect(page.get_by_text("Värdena är gallrade")).to_be_visible()
        expect(page.get_by_text("Historiken är hel")).to_be_visible()
