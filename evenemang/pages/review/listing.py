"""Everything to look over, worst first, each with the way to its place."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evenemang.domain.review import SEVERITIES, At, Finding, PlaceKind
from evenemang.domain.text import Text
from evenemang.flow.reviewing import Group, Review
from evenemang.pages import ways
from evenemang.pages.basis.parts import KEY, PARTS
from evenemang.pages.desk import Desk
from evenemang.pages.review.words import LOOKS, MANY, badge, counted
from evenemang.pages.showing import escaped

AT_ONCE = 5  # rows of one rule; the rest are folded
MORE = Text(sv="Visa {count} till", en="Show {count} more")
HEADING = Text(sv="Granskning", en="Review")
TO_REVIEW = Text(sv="Till granskningen", en="To the review")
EVENT = Text(sv="Uppgifterna om evenemanget", en="The facts about the event")
DECISION = Text(sv="Ställningstagandet", en="The decision")
PERMIT = Text(sv="Tillståndet", en="The permit")
BASIS: dict[PlaceKind, str] = {"area": "omraden", "permit": "tillstand", "event": "uppgifter"}


def heading(found: Review) -> Text:
    """Return how many kinds of things there are to look over, in words: the number in the head."""
    counts = [counted(severity, count) for severity in SEVERITIES if (count := len(found.of(severity)))]
    if not counts:
        return Text(sv="Inget att se över", en="Nothing to look over")
    return Text(
        sv=f"{_row([one.sv for one in counts], 'och')} att se över",
        en=f"{_row([one.en for one in counts], 'and')} to look over",
    )


def _row(words: list[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else words[0]


def show(desk: Desk) -> None:
    """Show every group, and every rule that could not be run."""
    found = desk.review
    for severity in SEVERITIES:
        groups = found.of(severity)
        if groups:
            icon, word = LOOKS[severity][1], desk.say(MANY[severity]).capitalize()
            st.subheader(f":material/{icon}: {word}", anchor=False)
            with st.container(border=True, key=f"lista-{severity}"):
                for group in groups:
                    _group(desk, group)
    for fault in found.faults:
        st.warning(escaped(desk.say(fault.told)), icon=":material/extension_off:")


def in_short(desk: Desk) -> None:
    """Show in a few lines what warns and hints; what stops the decision stands beside it in full."""
    groups = [*desk.review.of("warning"), *desk.review.of("hint")]
    if not groups:
        return
    st.subheader(desk.say(HEADING), anchor=False)
    lines = [f"{badge(one.severity, desk.language)} {_titled(desk, one, bold=False)}" for one in groups]
    st.markdown("\n\n".join(lines))
    ways.link(desk.say(TO_REVIEW), desk.dossier.id, "granskning", icon=":material/arrow_right_alt:")


def _group(desk: Desk, group: Group) -> None:
    with st.container(key=f"post-regel-{group.rule}", gap="small"):
        st.markdown(_titled(desk, group))
        _rows(desk, group.findings[:AT_ONCE])
        rest = group.findings[AT_ONCE:]
        if rest:
            with st.expander(desk.say(MORE).format(count=len(rest))):
                _rows(desk, rest)


def _titled(desk: Desk, group: Group, *, bold: bool = True) -> str:
    title, count = escaped(desk.say(group.title)), len(group.findings)
    return (f"**{title}**" if bold else title) + (f" :small[{count}]" if count > 1 else "")


def _rows(desk: Desk, findings: Sequence[Finding]) -> None:
    for one in findings:
        says, named = desk.say(one.says), _named(desk, one.at[0])
        if named in says:  # the sentence names its place: it is the link
            _way(desk, one.at[0], escaped(says))
        else:
            st.markdown(escaped(says))
            _way(desk, one.at[0], escaped(named))


def _way(desk: Desk, at: At, label: str) -> None:
    """Show the link to a place."""
    dossier, thing = desk.dossier, at.id or ""
    if at.kind == "question":
        ways.to_question(label, desk, thing, thing.split(".", 1)[0])
    elif at.kind == "risk":
        ways.to_risk(label, dossier.id, thing)
    elif at.kind == "action":
        ways.to_action(label, dossier.id, thing)
    elif at.kind == "area" and dossier.assessment.takes(thing):
        ways.link(label, dossier.id, "checklistor", thing)
    elif at.kind == "decision":
        ways.link(label, dossier.id, "beslut")
    else:
        ways.link(label, dossier.id, "underlag", **{KEY: desk.say(PARTS[BASIS[at.kind]])})


def _named(desk: Desk, at: At) -> str:
    dossier, thing = desk.dossier, at.id or ""
    if at.kind == "question":
        question = desk.content.question(thing)
        return desk.say(question.ask) if question else thing
    if at.kind == "risk":
        risk = next((one for one in dossier.risks if one.id == thing), None)
        return f"{thing} {risk.says(desk.language)}" if risk else thing
    if at.kind == "action":
        action = next((one for one in dossier.actions if one.id == thing), None)
        return f"{thing} {action.do}" if action else thing
    if at.kind == "area":
        area = desk.content.areas.get(thing)
        return desk.say(area.title) if area else thing
    return desk.say({"event": EVENT, "decision": DECISION, "permit": PERMIT}[at.kind])
