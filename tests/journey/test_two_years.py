"""Two years of one event: what the first taught is asked at the second, and both are told and kept.

By the verbs and the command line, on the days when it happens; in the browser where the group must see what
was learned, and what has changed. `test_journey` does the first year all by hand.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from evenemang.bootstrap import open_data
from evenemang.domain.decision import Draft
from evenemang.domain.errors import DecisionRefused
from evenemang.domain.evaluation import VisitorCount
from evenemang.domain.lesson import Lesson
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.deciding import Decide
from evenemang.flow.editions import EditionOf, open_edition
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.learning import ReplyToLesson
from evenemang.flow.on_site import LogIncident
from evenemang.flow.opening import SetFact
from tests.bootstrap.folders import Folder
from tests.bootstrap.same_stores import assert_equal
from tests.commands.conftest import Run
from tests.journey.first_year import (
    ACTION,
    ANSWERS,
    HAPPENED,
    LEFT,
    LESSON,
    NAME,
    WATCHER,
    first_year,
)
from tests.journey.held import FIRST, LAST, SARA, SECOND_DAY, Held, held_in, one_day
from tests.pages.visiting import say_who
from tests.serving import running


def test_what_one_year_teaches_is_asked_at_the_next_and_both_are_told_and_kept(
    run: Run, page: Page, tmp_path: Path
) -> None:
    held = held_in(tmp_path / "data", run)
    first, lesson = first_year(held)
    _the_first_year_is_told(held)

    second = _open_the_next(held, first)
    with running(tmp_path / "data", tmp_path / "server.log") as server:
        _is_held_by_the_lesson(held, second)
        _what_was_learned_is_seen(page, server, second)
        _answer_and_decide(held, second, lesson)
        _hold_it_again(held, second)
        _what_changed_is_seen(page, server, second)
    _what_was_foreseen_is_told(held, second)
    told = _the_second_year_is_told(held)

    _is_rebuilt_from_its_workbooks(held, first)
    assert held.report(LAST, "ny") == told


def _the_first_year_is_told(held: Held) -> None:
    told = held.report(FIRST)
    for said in (
        f"under {FIRST} träffats en gång",
        f"ett evenemang med externa arrangörer: {NAME}",
        "en antecknad kontakt med arrangörer och andra",
        f"Till {NAME}: {ACTION}.",
        "sjönk från 15 (",
        "En var ett tillbud där ingen skadades",
        "En lärdom följer med till kommande år",
        "utan några större händelser",
    ):
        assert said in told
    assert "Jämfört med" not in told


def _open_the_next(held: Held, first: str) -> str:
    held.at(SECOND_DAY - timedelta(days=90))
    new = EditionOf(previous=first, occasions=one_day(SECOND_DAY), changes=("Större scen",))
    opened = open_edition(held.workspace, new, SARA).record
    assert (opened.event.place, opened.event.organiser) == ("torget", "klubben")
    assert (opened.assessment.answers, opened.incidents, opened.decisions) == ({}, (), ())
    return opened.id


def _is_held_by_the_lesson(held: Held, second: str) -> None:
    answers = {**ANSWERS, WATCHER: "yes"}
    held.do(second, SetFact(fact="peak_visitors", value=750))
    held.do(second, *(GiveAnswer(question=one, value=value) for one, value in answers.items()))
    with pytest.raises(DecisionRefused) as refused:
        held.do(second, _approval())
    assert f"Lärdomen ”{LESSON}” är inte besvarad" in refused.value.say("sv")


def _approval() -> Decide:
    return Decide(draft=Draft(officer="Sara Lind", group_view="approved", despite_unanswered=LEFT))


def _what_was_learned_is_seen(page: Page, server: str, second: str) -> None:
    where = f"/arende?id={second}&steg="
    say_who(page, server, "Sara Lind", then=f"{where}beslut")
    expect(page.get_by_role("alert").first).to_contain_text(f"Lärdomen ”{LESSON}” är inte besvarad.")
    page.goto(f"{server}{where}checklistor&omrade=weather&fraga={WATCHER}")
    asked = page.locator(f".st-key-fraga-{WATCHER.replace('.', '-')}")
    expect(asked).to_contain_text(f"Förra upplagan, 14 juni {FIRST}: Nej")
    expect(asked).to_contain_text(f"Tillbud 14 juni {FIRST}, {NAME}: {HAPPENED}")
    expect(asked).to_contain_text(f"Lärdom: {LESSON}")
    expect(asked).to_contain_text("kräver svar")


def _answer_and_decide(held: Held, second: str, lesson: Lesson) -> None:
    reply = ReplyToLesson(lesson=lesson.id, answer="taken-in", how="Gatuenheten, hela dagen")
    assert held.do(second, reply, _approval()).decision


def _hold_it_again(held: Held, second: str) -> None:
    held.at(SECOND_DAY, 17)
    for what in ("Stativ stod på kabelbron", "En stege stod kvar vid grinden"):
        held.do(second, LogIncident(type="structure-weather", severity=0, what=what, foreseen="none"))
    held.at(SECOND_DAY + timedelta(days=3))
    held.do(second, Evaluate(visitors=VisitorCount(method="hand-counter", total=1500)))


def _what_changed_is_seen(page: Page, server: str, second: str) -> None:
    page.goto(f"{server}/upplagor?id={second}")
    for said in (
        "Sagt när upplagan öppnades: Större scen.",
        "1 uppgift om evenemanget är annorlunda.",
        "Svaret är ett annat på 1 fråga: 1 bättre.",
        "1 500 besök, mot 1 200 då (+25 %).",
        "2 händelser, varav 2 tillbud. Då: 1 händelse, varav 1 tillbud.",
    ):
        expect(page.get_by_role("listitem").filter(has_text=said)).to_be_visible()


def _what_was_foreseen_is_told(held: Held, second: str) -> None:
    told = held.run("foresight", "--json").json
    share = told["foreseen"]["share"]
    assert (told["events"], share["part"], share["whole"]) == (2, 1, 3)
    assert [one["question"] for one in told["foreseen"]["by_question"] if one["question"]] == [WATCHER]
    proposed = [one["incidents"] for one in told["proposals"] if one["kind"] == "new-question"]
    assert {each["dossier"] for incidents in proposed for each in incidents} == {second}


def _the_second_year_is_told(held: Held) -> str:
    told = held.report(LAST)
    for said in (
        f"Jämfört med {FIRST} var evenemangen lika många: ett mot ett.",
        "De rapporterade händelserna var fler: två mot en.",
        "Per 10 000 besök var de 13,3 mot 8,3.",
        "Osäkerheten i talen är större än skillnaden",
    ):
        assert said in told
    return told


def _is_rebuilt_from_its_workbooks(held: Held, first: str) -> None:
    data = held.opened.data
    held.opened.write_workbooks()
    Folder(data, first).catch_up()  # and what the server had begun on when it was stopped
    made = held.run("rebuild", "--workbooks", "data/workbooks", "--data", "ny", "--json").json
    assert (made["dossiers"], made["faults"]) == (2, [])
    assert_equal(open_data(data).store, open_data(data.parent / "ny").store)
