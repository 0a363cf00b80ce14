"""Foresight in sentences: figures with what they are out of and how sure, verdicts, and proposals."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.frequency import Band, Frequency, Verdict
from evenemang.domain.share import Share
from evenemang.domain.text import Language, Text
from evenemang.flow.content import Content
from evenemang.flow.foresight.proposing import Proposal, ProposalKind
from evenemang.flow.words import INCIDENT_TYPES

NBSP = "\u00a0"
VERDICTS: Mapping[Verdict, Text] = {
    "too-low": Text(sv="för lågt bedömd", en="judged too low"),
    "in-line": Text(sv="i linje", en="in line"),
    "too-high": Text(sv="för högt bedömd", en="judged too high"),
    "too-few": Text(sv="för få för att säga", en="too few to say"),
}
PROPOSALS: Mapping[ProposalKind, Text] = {
    "new-question": Text(sv="Ny fråga", en="New question"),
    "raise-likelihood": Text(sv="Höj sannolikheten", en="Raise the likelihood"),
    "look-again": Text(sv="Se över frågan", en="Look the question over"),
    "ask-less": Text(sv="Fråga mer sällan", en="Ask more seldom"),
}
WHY: Mapping[ProposalKind, Text] = {
    "new-question": Text(
        sv="Ingen fråga i checklistorna täckte det som hände.",
        en="No question of the checklists covered what happened.",
    ),
    "raise-likelihood": Text(
        sv="Det har hänt oftare än checklistans steg betyder, trots åtgärderna (händelser: {happened}, "
        "evenemang: {events}). Höj från {before} till {after}.",
        en="It has happened oftener than the checklist’s step means, in spite of the actions (incidents: "
        "{happened}, events: {events}). Raise it from {before} to {after}.",
    ),
    "look-again": Text(
        sv="Frågan väckte risken, den avfärdades, och det hände ändå.",
        en="The question raised the risk, it was dismissed, and it happened all the same.",
    ),
    "ask-less": Text(
        sv="Besvarad vid {count} evenemang utan att någonsin ändra något. Fråga bara vid större evenemang, "
        "skriv om frågan, eller låt den stå och vet varför.",
        en="Answered at {count} events and never changed anything. Ask it at larger events only, rewrite it, "
        "or let it stand and know why.",
    ),
}
OF = Text(sv="{part} av {whole}", en="{part} of {whole}")
SHARE = Text(
    sv="{share}, mellan {lower} och {upper} med 95 % säkerhet",
    en="{share}, between {lower} and {upper} with 95% confidence",
)
FEW = Text(
    sv="Så få händelser säger lite: andelen kan vara nästan vad som helst mellan de två.",
    en="So few incidents say little: the share may be nearly anything between the two.",
)
AT_MOST = Text(sv="högst {upper}", en="at most {upper}")
BETWEEN = Text(sv="{lower}–{upper}", en="{lower}–{upper}")
BELOW = Text(sv="under {high}", en="below {high}")
ABOVE = Text(sv="över {low}", en="above {low}")


def percent(share: float, language: Language) -> str:
    """Return a share as 79 %, 0,4 % or under 0,1 %: never rounded to none, nor to all."""
    hundred = 100 * share
    if 0 < hundred < 0.1:
        said = BELOW.say(language).replace("{high}", "0,1" if language == "sv" else "0.1")
    elif 0 < hundred < 10 and hundred != round(hundred):
        said = f"{hundred:.1f}".rstrip("0").rstrip(".")
        said = said if language == "en" else said.replace(".", ",")
    elif 99 < hundred < 100:
        said = ABOVE.say(language).replace("{low}", "99")
    else:
        said = str(round(hundred))
    return f"{said}{NBSP if language == 'sv' else ''}%"


def whole(count: int, language: Language) -> str:
    """Return a count as it is written: 1 064."""
    return f"{count:,}" if language == "en" else f"{count:,}".replace(",", NBSP)


def of(found: Share, language: Language) -> str:
    """Return a share as its two numbers: 11 av 14."""
    return OF.say(language).format(part=whole(found.part, language), whole=whole(found.whole, language))


def interval(found: Share | Frequency, language: Language) -> str:
    """Return the interval alone: 52–92 %, or högst 56 % where it begins at none."""
    lower, upper = percent(found.lower, language), percent(found.upper, language)
    if found.lower == 0:
        return AT_MOST.say(language).format(upper=upper)
    return BETWEEN.say(language).format(lower=lower.rstrip(f"{NBSP}%"), upper=upper)


def spoken(found: Share, language: Language) -> str:
    """Return a share with its interval as a sentence goes, and that it says little where it does."""
    said = SHARE.say(language).format(
        share=percent(found.share, language),
        lower=percent(found.lower, language),
        upper=percent(found.upper, language),
    )
    return f"{said}. {FEW.say(language)}" if found.says_little else f"{said}."


def band(found: Band, language: Language) -> str:
    """Return what a step means in figures: 1–10 %."""
    low, high = percent(found.low, language), percent(found.high, language)
    if found.low == 0:
        return BELOW.say(language).format(high=high)
    if found.high == 1:
        return ABOVE.say(language).format(low=low)
    return BETWEEN.say(language).format(lower=low.rstrip(f"{NBSP}%"), upper=high)


def area_name(area: str | None, content: Content, language: Language) -> str:
    """Return what an area is called; its id where it is not installed, nothing where none is known."""
    known = content.areas.get(area) if area else None
    return known.title.say(language) if known else area or ""


def question_name(question: str, content: Content, language: Language) -> str:
    """Return what a question asks; its id where it is not installed."""
    known = content.question(question)
    return known.ask.say(language) if known else question


def headline(one: Proposal, content: Content, language: Language) -> str:
    """Return what a proposal is about: the draft of a question, or the question that there is."""
    if one.ask:
        return one.ask.say(language)
    return question_name(one.question or "", content, language)


def reason(one: Proposal, content: Content, language: Language) -> str:
    """Return why it is proposed."""
    said = WHY[one.kind].say(language)
    if one.kind == "ask-less":
        return said.format(count=whole(one.events, language))
    if one.kind == "raise-likelihood" and one.steps:
        scale = content.matrix.likelihood
        before, after = (f"{step} ({scale.word(step).say(language).lower()})" for step in one.steps)
        counts = {"happened": whole(one.happened, language), "events": whole(one.events, language)}
        return said.format(**counts, before=before, after=after)
    return said


def kind_of(one: Proposal, language: Language) -> str:
    """Return what kind of incident it began with; nothing where it began with none."""
    return INCIDENT_TYPES[one.incident_type].say(language) if one.incident_type else ""
