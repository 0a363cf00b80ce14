"""Several people in one dossier at once, in browsers of their own: what others do comes by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from evenemang.bootstrap import open_data
from evenemang.domain.actor import Actor
from evenemang.domain.event import Occasion
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.planning import AddAction, ChangeAction
from evenemang.flow.presence import GONE_AFTER, Presence
from evenemang.flow.workspace import Workspace
from tests.serving import free_port, running
from tests.steady import steady

SARA, JONAS = Actor(name="Sara Lind"), Actor(name="Jonas Berg")
PATIENCE = 30_000  # ms: two cores may be shared with other tests
STOP, PEOPLE = ".st-key-fraga-crowds-stop-level", ".st-key-fraga-crowds-peak-in-zone"
CUT_OFF = re.compile("Ingen kontakt med Evenemang.*Det du har skrivit är kvar på skärmen", re.DOTALL)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Workspace]]:
    home = tmp_path_factory.mktemp("together")
    workspace = open_data(home / "data").workspace
    with running(Path(home / "data"), home / "server.log") as address:
        yield address, workspace


@pytest.fixture
def dossier(town: tuple[str, Workspace]) -> str:
    new = NewDossier(
        name="Höstfesten",
        occasions=(Occasion(date=date(2027, 8, 20), starts="12:00", ends="22:00"),),
        areas=("crowds", "traffic"),
    )
    return open_dossier(town[1], new, SARA).record.id


def enter(
    browser: Browser,
    address: str,
    dossier: str,
    who: Actor,
    where: str = "",
    *,
    heard: Callable[[Page], object] = lambda _page: None,
) -> Page:
    context = browser.new_context(locale="sv-SE")
    context.set_default_timeout(PATIENCE)
    name = {"name": "namn", "value": who.name.replace(" ", "%20"), "url": address}
    context.add_cookies([name])  # type: ignore[list-item]  # a plain dict will do
    page = steady(context.new_page())
    heard(page)
    page.goto(f"{address}/arende?id={dossier}&steg=checklistor{where}")
    expect(page.get_by_role("button", name="Nästa obesvarade")).to_be_visible(timeout=PATIENCE)
    return page


def test_what_another_answers_comes_by_itself_and_who_types_keeps_text_caret_and_place(
    town: tuple[str, Workspace], dossier: str, browser: Browser
) -> None:
    address, workspace = town
    sara = enter(browser, address, dossier, SARA)
    jonas = enter(browser, address, dossier, JONAS, "&omrade=traffic")
    areas = sara.get_by_role("radiogroup", name="Riskområden")
    expect(areas).to_contain_text("Jonas Berg är här", timeout=PATIENCE)
    field = sara.locator(PEOPLE).get_by_label("Svar i personer")
    field.click()
    field.press_sequentially("6 50")
    top = field.bounding_box()

    workspace.do(dossier, GiveAnswer(question="crowds.stop-level", value="no", seen=None), JONAS)

    expect(sara.locator(STOP).get_by_role("radio", name="Nej")).to_be_checked(timeout=PATIENCE)
    expect(sara.get_by_role("status").filter(has_text="Jonas Berg svarade på 1 fråga")).to_be_visible()
    expect(field).to_be_focused()
    field.press_sequentially("0")
    expect(field).to_have_value("6 500")
    assert field.bounding_box() == top
    field.press("Enter")
    expect(sara.locator(PEOPLE).get_by_text("Sparat")).to_be_visible(timeout=PATIENCE)
    assert workspace.dossier(dossier).record.assessment.value("crowds.peak-in-zone") == 6500
    expect(jonas.get_by_role("radiogroup", name="Riskområden")).to_contain_text(
        "Sara Lind är här", timeout=PATIENCE
    )
    jonas.context.close()
    # Who shut the lid has gone when nothing was heard of them for a while; most of that while has gone here.
    shut = workspace.clock.now() - GONE_AFTER + timedelta(seconds=8)
    workspace.store.be_present(Presence("m" * 32, dossier, "Maja Ek", "checklistor", "traffic", shut))
    expect(areas).to_contain_text("Maja Ek är här", timeout=PATIENCE)
    expect(areas).not_to_contain_text("Maja Ek är här", timeout=PATIENCE)
    sara.context.close()


def test_a_page_is_drawn_to_its_end_also_where_others_are_there_already(
    town: tuple[str, Workspace], dossier: str, browser: Browser
) -> None:
    """Cut short for a part to be shown anew, the browser may be sent parts of a page that it has not got."""
    address, workspace = town
    workspace.store.be_present(
        Presence("m" * 32, dossier, "Maja Ek", "checklistor", "traffic", workspace.clock.now())
    )
    ends: list[int] = []

    def hear(frame: str | bytes) -> None:
        message = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
        if message.WhichOneof("type") == "script_finished":
            ends.append(message.script_finished)

    sara = enter(
        browser,
        address,
        dossier,
        SARA,
        heard=lambda page: page.on("websocket", lambda line: line.on("framereceived", hear)),
    )
    expect(sara.get_by_role("radiogroup", name="Riskområden")).to_contain_text(
        "Maja Ek är här", timeout=PATIENCE
    )
    assert ends[0] == ForwardMsg.FINISHED_SUCCESSFULLY
    sara.context.close()


def test_of_the_head_only_what_counts_otherwise_is_drawn_anew(
    town: tuple[str, Workspace], dossier: str, browser: Browser
) -> None:
    address, workspace = town
    workspace.do(dossier, GiveAnswer(question="crowds.peak-in-zone", value=400, seen=None), JONAS)  # begun
    links: list[str] = []

    def hear(frame: str | bytes) -> None:
        message = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
        if message.delta.new_element.WhichOneof("type") == "page_link":
            links.append(message.delta.new_element.page_link.label)

    sara = enter(
        browser,
        address,
        dossier,
        SARA,
        heard=lambda page: page.on("websocket", lambda line: line.on("framereceived", hear)),
    )
    assert any(one.startswith("Underlag") for one in links)
    links.clear()

    workspace.do(dossier, GiveAnswer(question="crowds.stop-level", value="yes", seen=None), JONAS)

    expect(sara.locator(".st-key-steg")).to_contain_text("Checklistor 2/", timeout=PATIENCE)
    expect(sara.locator(STOP).get_by_role("radio", name="Ja")).to_be_checked(timeout=PATIENCE)
    assert [one.split()[0] for one in links if "**" in one] == ["Checklistor"]
    assert not any(one.startswith("Underlag") for one in links)
    sara.context.close()


def test_who_was_typing_when_another_answered_the_same_is_asked_and_neither_is_lost(
    town: tuple[str, Workspace], dossier: str, browser: Browser
) -> None:
    address, workspace = town
    sara = enter(browser, address, dossier, SARA)
    question = sara.locator(PEOPLE)
    field = question.get_by_label("Svar i personer")
    field.click()
    field.press_sequentially("6 500")

    workspace.do(dossier, GiveAnswer(question="crowds.peak-in-zone", value=4200, seen=None), JONAS)
    expect(question.get_by_text("Jonas Berg")).to_be_visible(timeout=PATIENCE)
    expect(field).to_have_value("6 500")
    field.press("Enter")

    told = question.get_by_role("alert")
    expect(told).to_contain_text(re.compile("Jonas Berg svarade 4.200"), timeout=PATIENCE)
    expect(told).to_contain_text(re.compile("6.500"))
    assert workspace.dossier(dossier).record.assessment.value("crowds.peak-in-zone") == 4200
    question.get_by_role("button", name="Spara mitt").click()
    expect(told).to_have_count(0)
    assert workspace.dossier(dossier).record.assessment.value("crowds.peak-in-zone") == 6500
    sara.context.close()


def test_two_who_change_one_action_both_see_both_and_one_of_them_chooses(
    town: tuple[str, Workspace], dossier: str, browser: Browser
) -> None:
    address, workspace = town
    workspace.do(dossier, AddAction(do="Ställ ut staket", kind="preventive", phase="planning"), SARA)
    sara = enter(browser, address, dossier, SARA)
    sara.goto(f"{address}/arende?id={dossier}&steg=atgarder")
    sara.get_by_role("button", name="Ändra").click()
    form = sara.get_by_role("dialog")
    form.get_by_label("Åtgärd", exact=True).fill("Ställ ut staket i två led")
    theirs = ChangeAction(
        action="A1", do="Ställ ut staket vid grinden", owner="Driften", phase="planning", kind="preventive"
    )
    workspace.do(dossier, theirs, JONAS)
    expect(sara.get_by_role("status").filter(has_text="Jonas Berg ändrade 1 åtgärd")).to_be_attached()
    expect(form).to_be_visible()  # a dialog is never shut by what others do
    form.get_by_role("button", name="Spara åtgärd").click()

    told = form.get_by_role("alert")
    expect(told).to_contain_text("Jonas Berg ändrade samma sak")
    expect(told).to_contain_text("Ställ ut staket vid grinden")
    expect(told).to_contain_text("Ställ ut staket i två led")
    assert workspace.dossier(dossier).record.action("A1").owner == "Driften"
    expect(form.get_by_role("button", name="Spara mitt")).to_be_visible()
    form.get_by_label("Åtgärd", exact=True).fill("Ställ ut staket i tre led")  # a third, from the same form
    form.get_by_role("button", name="Spara åtgärd").click()
    expect(form).to_be_hidden()
    expect(sara.get_by_text("Ställ ut staket i tre led").first).to_be_visible()
    workspace.do(dossier, theirs, JONAS)  # no dialog: it comes by itself
    expect(sara.get_by_text("Ställ ut staket vid grinden").first).to_be_visible(timeout=PATIENCE)
    sara.context.close()


def test_a_comment_that_is_being_written_stays_open_while_others_answer(
    town: tuple[str, Workspace], dossier: str, browser: Browser
) -> None:
    address, workspace = town
    sara = enter(browser, address, dossier, SARA)
    sara.locator(PEOPLE).get_by_role("button", name="Kommentar").click()
    comment = sara.get_by_role("textbox", name="Kommentar")
    comment.press_sequentially("Enligt ")

    for value in ("no", "partly"):
        workspace.do(dossier, GiveAnswer(question="crowds.stop-level", value=value), JONAS)
        shown = sara.locator(STOP).get_by_role("radio", name={"no": "Nej", "partly": "Delvis"}[value])
        expect(shown).to_be_checked(timeout=PATIENCE)

    expect(comment).to_be_focused()
    comment.press_sequentially("arrangören")
    expect(comment).to_have_value("Enligt arrangören")
    sara.context.close()


def test_what_the_page_asks_by_itself_never_gives_an_answer_that_was_just_taken_back(
    town: tuple[str, Workspace], dossier: str, browser: Browser
) -> None:
    address, workspace = town
    context = browser.new_context(locale="sv-SE")
    context.set_default_timeout(PATIENCE)
    name = {"name": "namn", "value": "Sara%20Lind", "url": address}
    context.add_cookies([name])  # type: ignore[list-item]  # a plain dict will do
    line: list[WebSocketRoute] = []
    kept: list[str | bytes] | None = None  # what the server says while the line is slow

    def through(page_side: WebSocketRoute) -> None:
        server = page_side.connect_to_server()
        line.append(page_side)
        page_side.on_message(server.send)
        server.on_message(lambda said: page_side.send(said) if kept is None else kept.append(said))

    sara = context.new_page()
    sara.route_web_socket(re.compile("_stcore/stream"), through)
    sara.goto(f"{address}/arende?id={dossier}&steg=checklistor")
    question = sara.locator(STOP)
    question.get_by_role("radio", name="Ja").click()
    expect(question.get_by_text("Sparat")).to_be_visible()

    kept = []
    question.get_by_role("button", name="Ångra").click()
    sara.wait_for_timeout(7_000)  # the page would have asked twice, before it has heard of the undoing
    late, kept = kept, None
    for said in late:
        line[-1].send(said)

    expect(question.get_by_text("Inte besvarad")).to_be_visible()
    assert workspace.dossier(dossier).record.assessment.value("crowds.stop-level") is None
    context.close()


def test_what_is_half_typed_outlives_the_server_and_a_reload_and_is_then_forgotten(
    browser: Browser, tmp_path: Path
) -> None:
    workspace, port = open_data(tmp_path / "data").workspace, free_port()
    dossier = open_dossier(
        workspace, NewDossier(name="Höstfesten", areas=("crowds", "traffic")), SARA
    ).record.id
    with running(tmp_path / "data", tmp_path / "first.log", port=port) as address:
        sara = enter(browser, address, dossier, SARA, "&omrade=crowds")
        field = sara.locator(PEOPLE).get_by_label("Svar i personer")
        field.click()
        field.press_sequentially("6 50")
    app = sara.get_by_test_id("stApp")
    expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED", timeout=PATIENCE)
    expect(sara.get_by_role("dialog")).to_contain_text(CUT_OFF)
    with running(tmp_path / "data", tmp_path / "second.log", port=port):
        expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=2 * PATIENCE)
        now = workspace.clock.now()
        workspace.store.be_present(Presence("j" * 32, dossier, JONAS.name, "checklistor", "traffic", now))
        areas = sara.get_by_role("radiogroup", name="Riskområden")
        expect(areas).to_contain_text("Jonas Berg är här", timeout=PATIENCE)  # the new server listens
        offer = sara.locator(".utkast")
        expect(field).to_have_value("6 50")
        field.press("End")
        field.press_sequentially("0")
        field.press("Enter")
        expect(sara.locator(PEOPLE).get_by_text("Sparat")).to_be_visible(timeout=PATIENCE)
        assert workspace.dossier(dossier).record.assessment.value("crowds.peak-in-zone") == 6500

        opener = sara.locator(PEOPLE).get_by_role("button", name="Kommentar")
        opener.click()
        comment = sara.get_by_role("textbox", name="Kommentar")
        comment.press_sequentially("Enligt arran")
        sara.goto(sara.url)  # a reload: the address says where one stands
        expect(offer).to_contain_text("Enligt arran", timeout=PATIENCE)
        opener.click()
        offer.get_by_role("button", name="Sätt in").click()
        expect(comment).to_have_value("Enligt arran")
        comment.press("Tab")
        expect(sara.locator(PEOPLE).get_by_text("Enligt arran").first).to_be_visible(timeout=PATIENCE)
        end = monotonic() + PATIENCE / 1000
        while sara.evaluate("JSON.stringify(sessionStorage)").count("utkast|") and monotonic() < end:
            sara.wait_for_timeout(200)  # our policy refuses the function that playwright would wait for
        assert "utkast|" not in sara.evaluate("JSON.stringify(sessionStorage)")
        assert workspace.dossier(dossier).record.assessment.answers["crowds.peak-in-zone"].comment
        sara.context.close()
