"""The time plan in words: how far before the event, why a permit is needed, and whose figure a time is."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.checklist import Choice
from evenemang.domain.permit_rule import LeadKind, LeadTime, PermitForm
from evenemang.domain.source import Source
from evenemang.domain.text import Language, Text
from evenemang.flow.content import Content
from evenemang.flow.permitting import PermitLine, Reason, Ruled
from evenemang.flow.words import ANSWERS, SURE, capital

FORMS: Mapping[PermitForm, Text] = {
    "permit": Text(sv="tillstånd", en="permit"),
    "notification": Text(sv="anmälan", en="notification"),
    "registration": Text(sv="registrering", en="registration"),
    "approval": Text(sv="godkännande", en="approval"),
    "inspection": Text(sv="besiktning", en="inspection"),
    "duty": Text(sv="skyldighet", en="duty"),
}
LEADS: Mapping[LeadKind, Text] = {
    "statutory": Text(sv="enligt lagen", en="by law"),
    "recommended": Text(sv="rekommenderat", en="recommended"),
    "local": Text(sv="lokal tid i {place}", en="local time in {place}"),
}
OWN = "own"  # the source that is our own judgement
OWN_JUDGEMENT = Text(sv="egen bedömning", en="our own judgement")
NOT_PUBLISHED = Text(sv="ingen publicerad siffra", en="no published figure")
DAYS = Text(sv="{days} kalenderdagar före, {kind}", en="{days} calendar days before, {kind}")
NOTED = Text(sv="{said} ({note})", en="{said} ({note})")
READ = Text(sv="läst {day}", en="read {day}")
FROM_MEMORY = Text(sv="ur minnet, inte kontrollerad", en="from memory, not checked")
SURENESS = Text(sv="säkerhet: {sure}", en="sure: {sure}")
ALL_EVENTS = Text(sv="Gäller alla evenemang.", en="Holds for every event.")
MISSING = Text(sv="Inte känt än: {asks}", en="Not known yet: {asks}")


def relative_day(days: int) -> str:
    """Return days from the event's first day: T−14, T+3."""
    sign = "−" if days < 0 else "+"
    return f"T{sign}{abs(days)}" if days else "T"


def lead_said(lead: LeadTime, language: Language) -> str:
    """Return a time with whose figure it is: 60 kalenderdagar före, rekommenderat (…)."""
    kind = OWN_JUDGEMENT if lead.source == OWN else LEADS[lead.kind]
    said = DAYS.say(language).format(days=lead.days, kind=kind.say(language).format(place=lead.place or ""))
    return NOTED.say(language).format(said=said, note=lead.note.say(language)) if lead.note else said


def source_said(source: Source, language: Language, *, sure: str | None = None) -> str:
    """Return a source with how well it is known; what nobody has read is from memory."""
    own = source.id == OWN
    parts = [NOT_PUBLISHED.say(language) if own else f"{source.title}, {source.at}"]
    if source.checked:
        parts.append(READ.say(language).format(day=source.checked.isoformat()))
    elif not own:
        parts.append(FROM_MEMORY.say(language))
    parts.append(SURENESS.say(language).format(sure=sure or SURE[source.sure].say(language)))
    return ", ".join(parts)


def lead_source_said(ruled: Ruled, lead: LeadTime, language: Language) -> str:
    """Return where a time comes from, and how sure it is."""
    return source_said(ruled.source(lead), language, sure=SURE[lead.sure].say(language))


def reasons_said(line: PermitLine, content: Content, language: Language) -> str:
    """Return why a permit is needed or not, or what is not known yet: the facts as they were asked."""
    if line.ruled is None:
        return ""
    if not line.reasons:
        return ALL_EVENTS.say(language) if not line.ruled.rule.needed_when.names else ""
    asked = [(_ask(one, content, language), one.value) for one in line.reasons]
    if all(value is None for _, value in asked):
        return MISSING.say(language).format(asks=" ".join(ask for ask, _ in asked))
    told = zip(line.reasons, asked, strict=True)
    return " ".join(f"{ask} {_value(one, content, language)}." for one, (ask, _) in told)


def _ask(reason: Reason, content: Content, language: Language) -> str:
    group, _, key = reason.name.partition(".")
    if group == "event":
        return content.profile.fact(key).ask.say(language)
    question = content.question(key)
    return question.ask.say(language) if question else key


def _value(reason: Reason, content: Content, language: Language) -> str:
    value, choices = reason.value, _choices(reason, content)
    if isinstance(value, bool):
        return capital(ANSWERS["yes" if value else "no"]).say(language)
    if isinstance(value, int | float):
        said = f"{value:,.0f}" if float(value).is_integer() else f"{value}"
        return said.replace(",", "\u00a0") if language == "sv" else said
    chosen = next((one.text for one in choices if one.id == value), None) or ANSWERS.get(str(value))
    return capital(chosen).say(language) if chosen else str(value)


def _choices(reason: Reason, content: Content) -> tuple[Choice, ...]:
    group, _, key = reason.name.partition(".")
    if group == "event":
        return content.profile.fact(key).choices
    question = content.question(key)
    return question.choices if question else ()
