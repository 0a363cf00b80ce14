"""Risker: every risk before and after treatment, and what a person said of it."""

from __future__ import annotations

from evenemang.domain.action import treating
from evenemang.domain.risk import Risk, by_severity
from evenemang.domain.text import Text
from evenemang.workbook.layout import (
    Column,
    Page,
    Sheet,
    Table,
    coded,
    column,
    in_order,
    open_to,
    shown,
    stamped,
)
from evenemang.workbook.words import AXES, HARMS, RISK_STATES, SECRECIES, SURE

SPARE = 5  # rows for risks that people add
STEPS = tuple("12345")
LIKELIHOOD_BEFORE = "Likelihood (threats: vulnerability) before"
LIKELIHOOD_AFTER = "Likelihood (threats: vulnerability) after"


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


def _hidden(code: str, kind: str = "number") -> Column:
    return Column(code, Text(sv=code, en=code), kind="value" if kind == "value" else "number", hidden=True)


RISKS = Sheet(
    "risks",
    Text(sv="Risker", en="Risks"),
    Text(
        sv="Den värsta risken först, hoten för sig sist. Risktal är sannolikhet gånger konsekvens, 1–25; "
        "för hot läses sannolikhet som sårbarhet, 1 väl skyddad till 5 oskyddad.",
        en="The worst risk first, threats apart at the end. The score is likelihood times consequence, 1–25; "
        "for threats likelihood reads vulnerability, 1 well protected to 5 unprotected.",
    ),
    (
        Table(
            "risks",
            Text(sv="Risker", en="Risks"),
            (
                column("id", "Nr", "No", 6),
                open_to(column("title", "Vad kan hända", "What can happen", 40, "both")),
                shown("area", "Riskområde", "Area", 16, lambda page, risk: page.area_title(risk.area)),
                open_to(column("harm", "Drabbar", "Harms", 13, "coded", HARMS)),
                _step("before.likelihood", "Sannolikhet (hot: sårbarhet) före", LIKELIHOOD_BEFORE, 13),
                _step("before.consequence", "Konsekvens före", "Consequence before", 12),
                shown(
                    "before",
                    "Risknivå före",
                    "Level before",
                    15,
                    lambda page, risk: page.placed(risk.before),
                    "level",
                ),
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
                _step("after.likelihood", "Sannolikhet (hot: sårbarhet) efter", LIKELIHOOD_AFTER, 13),
                _step("after.consequence", "Konsekvens efter", "Consequence after", 12),
                shown(
                    "after",
                    "Risknivå efter",
                    "Level after",
                    15,
                    lambda page, risk: page.placed(risk.after),
                    "level",
                ),
                open_to(column("motive", "Motiv", "Motive", 36)),
                open_to(column("sure", "Hur säkra är vi", "How sure", 10, "coded", SURE)),
                column("state", "Läge", "State", 14, "coded", RISK_STATES),
                shown("flags", "Att se på", "To look at", 20, _flags),
                *stamped("judged", "Bedömd av", "Judged by"),
                column("acceptance.because", "Godtagen, därför att", "Accepted, because", 28),
                *stamped("acceptance.given", "Godtagen av", "Accepted by"),
                column("dismissal.because", "Avfärdad, därför att", "Dismissed, because", 28),
                *stamped("dismissal.given", "Avfärdad av", "Dismissed by"),
                shown("why", "Väckt av frågan", "Raised by the question", 36, _why),
                column("axis", "Slag", "Kind", 9, "coded", AXES),
                column("secrecy", "Skydd", "Secrecy", 9, "coded", SECRECIES),
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
)
