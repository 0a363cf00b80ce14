"""One answer given in the app, against a bare Streamlit fragment with one radio."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest

from bench.matter import SARA, full
from bench.measuring import Ratio, Timed, compare, timed
from bench.running import FLOORS, IDLE, bare, ours, visit
from evenemang.bootstrap import open_data
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.workspace import Workspace
from evenemang.pages.house import House, install

TARGET = None  # no figure is agreed; the ratio is watched
QUESTION = "crowds.stop-level"
WALK = Path(__file__).with_name("walk.py")

CLICK = """async ([button, place, said]) => {
  const here = () => document.querySelector(place)?.textContent ?? '';
  return await new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error(`not shown: ${here()}`)), 60000);
    const watch = new MutationObserver(() => {
      if (!here().includes(said)) return;
      watch.disconnect(); clearTimeout(late); done((performance.now() - start) / 1000);
    });
    watch.observe(document.body, {subtree: true, childList: true, characterData: true});
    const start = performance.now();
    document.querySelectorAll(button.selector)[button.place].click();
  });
}"""
"""Clicks, and returns the seconds until a place on the page says something; timed inside the page."""


def in_browser(home: Path, browser: Browser, times: int) -> Ratio:
    """Return the ratio from click to shown, in Chromium, each on a server of its own."""
    data = home / "browser"
    dossier = open_dossier(open_data(data).workspace)
    with ours(data) as app, bare("one_radio.py") as floor:
        app.wait("/healthz")
        floor.wait("/_stcore/health")
        walk = visit(browser, app.address, f"/arende?id={dossier}&steg=checklistor")
        radio = visit(browser, floor.address)
        found = compare(
            "an answer in the browser, click to shown",
            lambda: answer_and_undo(walk),
            _floor_clicks(radio),
            times=times,
            target=TARGET,
        )
        for page in (walk, radio):
            page.context.close()
    return found


def answer_and_undo(page: Page) -> float:
    """Return the seconds from click to shown; the answer is taken back, untimed, to be given again."""
    key = QUESTION.replace(".", "-")
    state = f".st-key-lage-{key}"
    page.wait_for_selector(IDLE)
    took = _click(page, f".st-key-svar-{key} [role=radio]", 0, state, "Sparat")
    page.wait_for_selector(IDLE)
    _click(page, f".st-key-angra-{key} button", 0, state, "Inte besvarad")
    return took


def _floor_clicks(page: Page) -> Timed:
    choices = cycle(enumerate(("Ja", "Delvis", "Nej", "Ej aktuellt")))

    def click() -> float:
        place, said = next(choices)
        page.wait_for_selector(IDLE)
        caption = "[data-testid=stCaptionContainer]"
        return _click(page, "[data-testid=stRadio] input", place, caption, f"Sparat: {said}")

    return click


def _click(page: Page, button: str, place: int, shown_at: str, said: str) -> float:
    page.wait_for_selector(f"{button} >> nth={place}", state="attached")
    return float(page.evaluate(CLICK, [{"selector": button, "place": place}, shown_at, said]))


def in_process(home: Path, times: int) -> Ratio:
    """Return the ratio of whole reruns by AppTest: a section of the walk, and the bare fragment."""
    data = home / "process"
    opened = open_data(data)
    dossier = open_dossier(opened.workspace)
    install(empty_house(opened.workspace))
    walk = AppTest.from_file(str(WALK), default_timeout=60)
    walk.query_params["id"] = dossier
    radio = AppTest.from_file(str(FLOORS / "one_radio.py"), default_timeout=60)
    with main_given_back():
        for each in (walk, radio):
            each.run()
            assert not each.exception, each.exception
        return compare(
            "an answer by AppTest, the whole section",
            _section_rerun(opened.workspace, dossier, walk),
            _radio_rerun(radio),
            times=times,
            target=TARGET,
        )


@contextmanager
def main_given_back() -> Iterator[None]:
    """Put `__main__` back: AppTest makes it its script, and a process spawned later would run that."""
    before = sys.modules["__main__"]
    try:
        yield
    finally:
        sys.modules["__main__"] = before


def _section_rerun(workspace: Workspace, dossier: str, walk: AppTest) -> Timed:
    values = cycle(("yes", "partly"))

    def rerun() -> None:
        workspace.do(dossier, GiveAnswer(question=QUESTION, value=next(values)), SARA)
        walk.run()

    return timed(rerun)


def _radio_rerun(radio: AppTest) -> Timed:
    values = cycle(("Ja", "Delvis"))
    return timed(lambda: radio.radio(key="svar").set_value(next(values)).run())


def empty_house(workspace: Workspace) -> House:
    """Return a house with nothing at work in it but the page that is measured."""
    nothing: Any = None
    return House(
        workspace=workspace,
        data=Path(),
        files=nothing,
        charts=nothing,
        durations=nothing,
        numbers_book=nothing,
        workbook=nothing,
        organisers_copy=nothing,
        copy_name=nothing,
        workbook_file=lambda _dossier: None,
        blank_form=lambda *_, **__: b"",
        paper=lambda *_, **__: b"",
        paper_name=lambda *_, **__: "",
        letter=nothing,
        letter_file=nothing,
        letter_name=nothing,
        day_sheet=lambda *_, **__: b"",
        incident_sheet=lambda *_, **__: b"",
        code=lambda _address: '<svg xmlns="http://www.w3.org/2000/svg"/>',
        report_file=nothing,
        report_name=nothing,
        read_list=lambda _content, _name: (),
        take_list_back=nothing,
        look_at_returned=nothing,
        arms_of=nothing,
        settle=nothing,
        settle_taken=nothing,
        changed=lambda: None,
        example_as_of=None,
        remove_example=lambda _by: 0,
        changes=lambda _old, _new: (),
    )


def open_dossier(workspace: Workspace) -> str:
    """Open a full dossier where the question that is answered is still open, and return its id."""
    return full(workspace, left_open=(QUESTION,), elsewhere=True).id
