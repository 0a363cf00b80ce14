"""Whether risks are looked after: actions with an owner and in time, judged anew when something changed."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.action import CLOSED, Action, treating
from evenemang.domain.event import LOCAL
from evenemang.domain.matrix import LevelId, worse
from evenemang.domain.review import At, Found, Rule, UnderReview
from evenemang.domain.risk import Risk
from evenemang.domain.text import Language, Text

BEFORE_OPENING = ("planning", "build-up")  # phases whose actions must be done when the event begins
SERIOUS_ABOVE: LevelId = "medium"


def _open(under: UnderReview) -> Iterator[Action]:
    return (one for one in under.dossier.actions if one.status not in CLOSED)


def _at_action(action: Action) -> At:
    return At(kind="action", id=action.id)


def _without_owner(under: UnderReview) -> Iterator[Found]:
    """One that is proposed needs an owner before it is decided; a decided one may lack it in an old body."""
    if under.has_ended:
        return
    for one in _open(under):
        if one.owner is None:
            yield Found(
                says=Text(
                    sv="Åtgärden har ingen ansvarig. Utse en, eller avskriv den.",
                    en="The action has no owner. Name one, or drop it.",
                ),
                at=(_at_action(one),),
            )


def _after_start(under: UnderReview) -> Iterator[Found]:
    """One that came up during the event or after it was never meant to be done before."""
    first = under.dossier.event.first_day
    for one in _open(under):
        due, proposed = one.due_on(first), one.history[0].given.at.astimezone(LOCAL).date()
        if one.phase in BEFORE_OPENING and first and due and due > first > proposed:
            yield Found(
                says=Text(
                    sv=f"Åtgärden ska vara klar {due}, men evenemanget börjar {first}. "
                    "Tidigarelägg den, eller byt skede om den hör till efteråt.",
                    en=f"The action is due on {due}, but the event begins on {first}. "
                    "Bring it forward, or change its phase if it belongs afterwards.",
                ),
                at=(_at_action(one),),
            )


def _not_done_at_start(under: UnderReview) -> Iterator[Found]:
    """While it runs: what a serious risk leans on and is not done."""
    if not under.has_begun or under.has_ended:
        return
    for risk in under.dossier.risks:
        if not risk.counts or not worse(risk.before.level(under.matrix), SERIOUS_ABOVE):
            continue
        for one in treating(risk.id, under.dossier.actions):
            if one.in_force and one.status not in CLOSED and one.phase in BEFORE_OPENING:
                yield Found(
                    says=Text(
                        sv=f"{one.id} är inte klar, och evenemanget har börjat. {risk.id} lutar "
                        "sig mot den. Gör den nu, eller bedöm risken på nytt.",
                        en=f"{one.id} is not done, and the event has begun. {risk.id} leans "
                        "on it. Do it now, or judge the risk anew.",
                    ),
                    at=(_at_action(one), At(kind="risk", id=risk.id)),
                )


def _not_judged_anew(under: UnderReview) -> Iterator[Found]:
    """Where what was done may have turned out otherwise than the judgement took for granted."""
    for risk, closed in _treated_otherwise(under):
        if not under.has_ended and not any(one.status == "dropped" for one in closed):
            yield Found(
                says=Text(
                    sv=f"{_which(closed, 'sv')} klar sedan {risk.id} bedömdes. "
                    "Bedöm risken på nytt: blev skyddet som ni tänkt?",
                    en=f"{_which(closed, 'en')} done since {risk.id} was judged. "
                    "Judge the risk anew: did the protection turn out as meant?",
                ),
                at=(At(kind="risk", id=risk.id), *map(_at_action, closed)),
            )


def _dropped(under: UnderReview) -> Iterator[Found]:
    for risk, closed in _treated_otherwise(under):
        dropped = [one for one in closed if one.status == "dropped"]
        if dropped:
            yield Found(
                says=Text(
                    sv=f"{_which(dropped, 'sv')} avskriven sedan {risk.id} bedömdes. "
                    "Bedöm risken på nytt, eller bestäm något annat.",
                    en=f"{_which(dropped, 'en')} dropped since {risk.id} was judged. "
                    "Judge the risk anew, or decide something else.",
                ),
                at=(At(kind="risk", id=risk.id), *map(_at_action, dropped)),
            )


def _treated_otherwise(under: UnderReview) -> Iterator[tuple[Risk, list[Action]]]:
    for risk in under.dossier.risks:
        if risk.state == "accepted" and risk.treatment_changed:
            yield risk, [one for one in treating(risk.id, under.dossier.actions) if _closed_since(one, risk)]


def _closed_since(action: Action, risk: Risk) -> bool:
    judged = risk.judged
    return action.status in CLOSED and (judged is None or action.history[-1].given.at >= judged.at)


def _which(closed: list[Action], language: Language) -> str:
    ids = ", ".join(one.id for one in closed)
    if language == "sv":
        return f"Åtgärd {ids} är" if ids else "En åtgärd är"
    return f"Action {ids} is" if ids else "An action is"


def _answer_changed(under: UnderReview) -> Iterator[Found]:
    for risk in under.dossier.risks:
        if risk.answer_changed and risk.state != "proposed":
            done = (
                Text(sv="bedömdes", en="was judged")
                if risk.state == "accepted"
                else Text(sv="avfärdades", en="was dismissed")
            )
            yield Found(
                says=Text(
                    sv=f"Svaret eller dess beräkning har ändrats sedan {risk.id} {done.sv}. "
                    "Bedöm risken på nytt.",
                    en=f"The answer or its sum has changed since {risk.id} {done.en}. Judge the risk anew.",
                ),
                at=(At(kind="risk", id=risk.id),),
            )


def _dismissed_unexplained(under: UnderReview) -> Iterator[Found]:
    """The work refuses a dismissal without a reason; an old body may lack it, and one word tells nothing."""
    for risk in under.dossier.risks:
        worst = max(risk.before.consequence, risk.default.consequence if risk.default else 0)
        reason = risk.dismissal.because if risk.dismissal else ""
        if (
            risk.state == "dismissed"
            and under.matrix.asks_for_special_look(worst)
            and len(reason.split()) < 2
        ):
            yield Found(
                says=Text(
                    sv=f"Risken kan få konsekvens {worst} och är avfärdad utan förklaring. "
                    "Skriv varför den inte kan inträffa här, eller bedöm den.",
                    en=f"The risk may have consequence {worst} and is dismissed unexplained. "
                    "Write why it cannot happen here, or judge it.",
                ),
                at=(At(kind="risk", id=risk.id),),
            )


TREATING = (
    Rule(
        id="action-not-done-at-start",
        severity="warning",
        title=Text(
            sv="Åtgärd mot en hög risk som inte är klar när evenemanget börjar",
            en="Action against a high risk not done when the event begins",
        ),
        look=_not_done_at_start,
    ),
    Rule(
        id="dropped-without-new-judgement",
        severity="warning",
        title=Text(sv="Avskriven åtgärd utan ny bedömning", en="Dropped action without a new judgement"),
        look=_dropped,
    ),
    Rule(
        id="answer-changed-since-judged",
        severity="warning",
        title=Text(sv="Ändrat svar utan ny bedömning", en="Changed answer without a new judgement"),
        look=_answer_changed,
    ),
    Rule(
        id="dismissed-without-explanation",
        severity="warning",
        title=Text(
            sv="Risk med värsta konsekvensen avfärdad utan förklaring",
            en="Risk of the worst consequence dismissed unexplained",
        ),
        look=_dismissed_unexplained,
    ),
    Rule(
        id="action-after-start",
        severity="warning",
        title=Text(sv="Åtgärd som blir klar för sent", en="Action due after the event begins"),
        look=_after_start,
    ),
    Rule(
        id="action-without-owner",
        severity="warning",
        title=Text(sv="Åtgärd utan ansvarig", en="Action without an owner"),
        look=_without_owner,
    ),
    Rule(
        id="closed-without-new-judgement",
        severity="hint",
        title=Text(sv="Klar åtgärd utan ny bedömning", en="Finished action without a new judgement"),
        look=_not_judged_anew,
    ),
)
