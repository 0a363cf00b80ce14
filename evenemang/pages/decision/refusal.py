"""What stands in the way, each with the way there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from evenemang.domain.decision import Obstacle
from evenemang.domain.text import Text
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.showing import escaped

NOT_YET = Text(sv="Det går inte att tillstyrka ännu", en="It cannot be approved yet")
UNANSWERED = Text(
    sv="Grundfrågan ”{asked}” är inte besvarad.", en="The basic question “{asked}” is not answered."
)
MORE_QUESTIONS = Text(
    sv="{count} grundfrågor till är inte besvarade.", en="{count} more basic questions are not answered."
)
GO_RISK = Text(sv="Gå till {risk}", en="Go to {risk}")
GO_AREA = Text(sv="Gå till {area}", en="Go to {area}")
ARROW = ":material/arrow_right_alt:"
AREAS = Text(sv="Gå till något av {count} riskområden", en="Go to one of {count} areas of risk")
AT_ONCE = 4
END_OF_LEVEL = ") "  # the level stands in brackets after the title
ALSO = Text(sv="Den", en="It")


def show(desk: Desk, in_the_way: Sequence[Obstacle]) -> None:
    """Show the box with every risk in the way, the first questions, and links to them."""
    if not in_the_way:
        return
    risks = [one for one in in_the_way if one.risk]
    questions = [one.question for one in in_the_way if one.question and not one.lesson]
    lines = _of_risks(desk, risks)
    lines += [desk.say(UNANSWERED).format(asked=_asked(desk, one)) for one in questions[:AT_ONCE]]
    if len(questions) > AT_ONCE:
        lines.append(desk.say(MORE_QUESTIONS).format(count=len(questions) - AT_ONCE))
    lines += [escaped(desk.say(one.why)) for one in in_the_way if one.lesson]
    lines += [
        escaped(desk.say(one.why)) for one in in_the_way if not (one.risk or one.question or one.lesson)
    ]
    st.error("\n\n".join(lines), title=desk.say(NOT_YET), icon=":material/block:")
    with st.container(horizontal=True, key="vagar"):
        for risk in dict.fromkeys(one.risk for one in risks if one.risk):
            with st.container(width="content", key=f"vag-risk-{risk}"):
                ways.to_risk(desk.say(GO_RISK).format(risk=risk), desk.dossier.id, risk, icon=ARROW)
        areas = list(dict.fromkeys(_areas(desk, in_the_way)))
        if len(areas) <= AT_ONCE:
            _to_areas(desk, areas)
    if len(areas) > AT_ONCE:
        with st.expander(desk.say(AREAS).format(count=len(areas))), st.container(horizontal=True):
            _to_areas(desk, areas)


def _to_areas(desk: Desk, areas: Sequence[str]) -> None:
    for area in areas:
        label = desk.say(GO_AREA).format(area=_area(desk, area))
        with st.container(width="content", key=f"vag-omrade-{area}"):
            ways.link(label, desk.dossier.id, "checklistor", area, icon=ARROW)


def _areas(desk: Desk, in_the_way: Sequence[Obstacle]) -> Iterator[str]:
    """Yield the areas where questions and lessons wait; a lesson of the whole event waits in the first."""
    for one in in_the_way:
        if one.question:
            yield one.question.split(".", 1)[0]
        elif one.lesson:
            yield one.area or next(iter(desk.reading.asked), "")


def _of_risks(desk: Desk, in_the_way: Sequence[Obstacle]) -> list[str]:
    """Return a line a risk: its name and level in bold once, then everything it lacks."""
    lines: dict[str, list[str]] = {}
    for one in in_the_way:
        named, lacks = _parted(desk, one)
        lines.setdefault(named, []).append(lacks)
    also = f" {desk.say(ALSO)} "
    return [f"**{escaped(named)}** {escaped(also.join(lacks))}" for named, lacks in lines.items()]


def _parted(desk: Desk, one: Obstacle) -> tuple[str, str]:
    """Return the risk with its level, and what the sentence says of it."""
    risk = desk.dossier.risk(one.risk or "")
    title = f"{risk.id} {risk.says(desk.language)} "
    level, bracket, lacks = desk.say(one.why).removeprefix(title).partition(END_OF_LEVEL)
    return f"{title}{level}{bracket.strip()}", lacks


def _asked(desk: Desk, question_id: str) -> str:
    question = desk.content.question(question_id)
    return escaped(desk.say(question.ask) if question else question_id)


def _area(desk: Desk, area: str) -> str:
    found = desk.content.areas.get(area)
    return escaped(desk.say(found.title) if found else area)
