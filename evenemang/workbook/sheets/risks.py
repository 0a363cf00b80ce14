"""Risker: every risk before and after treatment, and what a person said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import get_args

from evenemang.domain.action import treating
from evenemang.domain.matrix import LevelId
from evenemang.domain.risk import Risk, by_severity
from evenemang.domain.text import Text
from evenemang.workbook.layout import (
    UNKNOWN,
    Column,
    Page,
    Rule,
    Sheet,
    Table,
    coded,
    column,
    in_order,
    open_in_new,
    open_to,
    shown,
    stamped,
)
from evenemang.workbook.style import LEVEL
from evenemang.workbook.words import AXES, HARMS, RISK_STATES, SECRECIES, SURE

SPARE = 5  # rows for risks that people add
STEPS = tuple("12345")


def _rows(page: Page) -> tuple[Risk, ...]:
    """Accidents and then threats, the worst first in each; the dismissed last."""
    ordered = sorted(by_severity(page.whole.dossier.risks), key=lambda one: one.axis == "threat")
    return (*(one for one in ordered if one.counts), *(one for one in ordered if not one.counts))


def _why(page: Page, risk: Risk) -> str | None:
    if risk.origin is None:
        return None
    return page.asks.get(risk.origin.question, risk.origin.question)


def _flags(page: Page, risk: Risk) -> str | None:
    said = []
    if risk.answer_changed:
        said.append(
            page.say(
                Text(
                    sv="Svaret eller dess beräkning har ändrats sedan bedömningen.",
                    en="The answer or its sum has changed since it was judged.",
                )
            )
        )
    if risk.treatment_changed:
        said.append(
            page.say(Text(sv="En åtgärd är avslutad: bedöm på nytt.", en="An action is closed: judge anew."))
        )
    return " ".join(said) or None


def _step(code: str, sv: str, en: str, width: float) -> Column:
    """Return a column with a step of the matrix, 1 to 5."""
    return open_to(column(code, sv, en, width, "number"), lambda _page, _risk: STEPS)


def _areas(page: Page, _risk: Risk | None) -> list[str]:
    return [page.area_title(one.area) for one in page.whole.dossier.assessment.areas]


def _level(when: str, sv: str, en: str) -> Column:
    """Return a column that shows the level of two steps as they are written now; a value would go stale."""
    here = shown(when, sv, en, 12, lambda _page, _risk: UNKNOWN)
    return replace(here, follows=lambda page: [_at_level(page, when, level) for level in get_args(LevelId)])


def _at_level(page: Page, when: str, level: LevelId) -> Rule:
    word = page.say(page.whole.content.matrix.word(level)).replace('"', "")
    ink, ground = LEVEL[level]
    look = {"bold": True, "font_color": ink, "bg_color": ground, "num_format": ";".join([f'"{word}"'] * 4)}
    return Rule(_stands_at(page, when, level), tuple(look.items()))


def _stands_at(page: Page, when: str, level: LevelId) -> Callable[[Callable[[str], str]], str]:
    """Return a formula that holds where the two steps stand at a level."""
    matrix = page.whole.content.matrix
    steps = range(1, 6)
    grid = "".join(str(int(matrix.level(up, along) == level)) for up, along in product(steps, steps))

    def formula(cell: Callable[[str], str]) -> str:
        up, along = cell(f"{when}.likelihood"), cell(f"{when}.consequence")
        return f'AND(COUNT({up},{along})=2,MID("{grid}",5*{up}+{along}-5,1)="1")'

    return formula


def _hidden(code: str, kind: str = "number") -> Column:
    return Column(code, Text(sv=code, en=code), kind="value" if kind == "value" else "number", hidden=True)


RISKS = Sheet(
    "risks",
    Text(sv="Risker", en="Risks"),
    Text(
        sv="Den värsta risken först, hoten sist. Nivån följer sannolikhet och konsekvens, 1 till 5. "
        "För hot är sannolikhet sårbarhet.",
        en="The worst risk first, threats last. The level follows likelihood and consequence, 1 to 5. "
        "For threats likelihood is vulnerability.",
    ),
    (
        Table(
            "risks",
            Text(sv="Risker", en="Risks"),
            (
                column("id", "Nr", "No", 6),
                open_to(column("title", "Vad kan hända", "What can happen", 38, "both")),
                open_in_new(
                    shown(
                        "area",
                        "Riskområde",
                        "Area",
                        18,
                        lambda page, risk: page.area_title(risk.area) if risk else None,
                    ),
                    _areas,
                ),
                open_to(column("harm", "Drabbar", "Harms", 13, "coded", HARMS)),
                _step("before.likelihood", "Sannolikhet före", "Likelihood before", 13),
                _step("before.consequence", "Konsekvens före", "Consequence before", 13),
                _level("before", "Risknivå före", "Level before"),
                open_to(column("existing_controls", "Befintligt skydd", "Existing controls", 28, "list")),
                shown(
                    "actions",
                    "Åtgärder",
                    "Actions",
                    10,
                    lambda page, risk: ", ".join(
                        one.id for one in treating(risk.id, page.whole.dossier.actions)
                    ),
                ),
                _step("after.likelihood", "Sannolikhet efter", "Likelihood after", 13),
                _step("after.consequence", "Konsekvens efter", "Consequence after", 13),
                _level("after", "Risknivå efter", "Level after"),
                open_to(column("motive", "Motiv", "Motive", 36)),
                open_to(column("sure", "Hur säkra är vi", "How sure", 10, "coded", SURE)),
                column("state", "Läge", "State", 12, "coded", RISK_STATES),
                shown("flags", "Att se på", "To look at", 20, _flags),
                *stamped("judged", "Bedömd av", "Judged by"),
                column("acceptance.because", "Godtagen, därför att", "Accepted, because", 28),
                *stamped("acceptance.given", "Godtagen av", "Accepted by"),
                column("dismissal.because", "Avfärdad, därför att", "Dismissed, because", 28),
                *stamped("dismissal.given", "Avfärdad av", "Dismissed by"),
                shown("why", "Väckt av frågan", "Raised by the question", 36, _why),
                column("axis", "Slag", "Kind", 10, "coded", AXES),
                column("secrecy", "Skydd", "Secrecy", 10, "coded", SECRECIES),
                in_order(),
                coded("alias"),
                coded("area"),
                coded("origin.question"),
                _hidden("origin.index"),
                _hidden("default.likelihood"),
                _hidden("default.consequence"),
                _hidden("answer_changed", "value"),
                _hidden("treatment_changed", "value"),
            ),
            _rows,
            Text(sv="Inga risker är väckta.", en="No risks are raised."),
            spare=SPARE,
        ),
    ),
    still=2,
)
