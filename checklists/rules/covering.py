"""What the assessment covers and waits for: areas, facts that do not fit, completion that never came."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.assessment import proposed_areas
from evenemang.domain.review import At, Found, Rule, UnderReview
from evenemang.domain.text import Text


def _left_out(under: UnderReview) -> Iterator[Found]:
    """Areas the facts call for; one that open facts may still rule out is not counted."""
    if under.has_begun:
        return
    assessment = under.dossier.assessment
    noted = {one.area for one in assessment.left_out}
    for area, because in proposed_areas(under.areas.values(), under.facts):
        known = area.proposed_when.holds(under.facts) is True
        if known and not assessment.takes(area.area) and area.area not in noted:
            yield Found(
                says=Text(
                    sv=f"{area.title.sv} föreslås men är inte med: {_small(because.sv)}. "
                    "Ta med området, eller utelämna det med ett skäl.",
                    en=f"{area.title.en} is proposed but not taken in: {_small(because.en)}. "
                    "Take the area in, or leave it out with a reason.",
                ),
                at=(At(kind="area", id=area.area),),
            )


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _more_at_once_than_in_all(under: UnderReview) -> Iterator[Found]:
    peak, total = under.fact("peak_visitors"), under.fact("total_visitors")
    if peak is not None and total is not None and total < peak:
        yield Found(
            says=Text(
                sv=f"{total:.0f} besök väntas i allt, men {peak:.0f} besökare samtidigt. "
                "Rätta den uppgift som är fel.",
                en=f"{total:.0f} visits are expected in all, but {peak:.0f} visitors at once. "
                "Mend the fact that is wrong.",
            ),
            at=(At(kind="event"),),
        )


def _not_completed(under: UnderReview) -> Iterator[Found]:
    decision = under.dossier.decision
    waits = decision is not None and decision.group_view == "to-complete"
    if decision and waits and decision.complete_by and decision.complete_by < under.today:
        yield Found(
            says=Text(
                sv=f"Kompletteringen skulle ha kommit senast {decision.complete_by}. "
                "Ta ställning på nytt, eller begär den igen med en ny dag.",
                en=f"The completion was due on {decision.complete_by}. "
                "Decide anew, or ask for it again with another day.",
            ),
            at=(At(kind="decision"),),
        )


COVERING = (
    Rule(
        id="area-left-out-without-note",
        severity="warning",
        title=Text(
            sv="Föreslaget område som varken är med eller utelämnat",
            en="Proposed area neither taken in nor left out",
        ),
        look=_left_out,
    ),
    Rule(
        id="peak-above-total",
        severity="warning",
        title=Text(sv="Fler samtidigt än i allt", en="More at once than in all"),
        look=_more_at_once_than_in_all,
    ),
    Rule(
        id="completion-overdue",
        severity="warning",
        title=Text(sv="Komplettering som inte har kommit", en="Completion that has not come"),
        look=_not_completed,
    ),
)
