"""The form that marks a part secret: what, by which paragraph, and why."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.deeds import place
from evenemang.flow.marking import MarkSecret
from evenemang.flow.paragraphs import PARAGRAPHS
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, show_refusal

MARK = Text(sv="Märk som hemligt", en="Mark as secret")
WHAT = Text(sv="Vad ska märkas?", en="What is to be marked?")
PARAGRAPH = Text(sv="Bestämmelse", en="Paragraph")
CHOOSE = Text(sv="Välj", en="Choose")
BECAUSE = Text(sv="Varför?", en="Why?")
NEEDS = Text(
    sv="Välj vad som ska märkas och enligt vilken bestämmelse.", en="Choose what to mark, and by what."
)


@takes("mark-secret")
def form(desk: Desk, proposed: tuple[tuple[str, str], ...]) -> None:
    """Show the form; what is proposed stands first, and a person says why."""
    parts = _parts(desk)
    first = f"areas/{proposed[0][0]}" if proposed else None
    names = list(PARAGRAPHS)
    with st.expander(desk.say(MARK), icon=":material/lock:"):
        what = st.selectbox(
            desk.say(WHAT),
            list(parts),
            index=list(parts).index(first) if first in parts else None,
            placeholder=desk.say(CHOOSE),
            format_func=lambda one: parts[one],
            key="mark-vad",
        )
        paragraph = st.selectbox(
            desk.say(PARAGRAPH),
            names,
            index=names.index(proposed[0][1]) if proposed else None,
            placeholder=desk.say(CHOOSE),
            format_func=lambda one: f"{desk.say(PARAGRAPHS[one].name)}: {desk.say(PARAGRAPHS[one].protects)}",
            key="mark-paragraf",
        )
        because = st.text_area(desk.say(BECAUSE), max_chars=LONGEST_TEXT, height=80, key="mark-varfor")
        if st.button(desk.say(MARK), key="mark"):
            _mark(desk, what, paragraph, because)
        show_refusal()


def _mark(desk: Desk, what: str | None, paragraph: str | None, because: str) -> None:
    if not what or not paragraph:
        st.error(desk.say(NEEDS))
        return
    kind, _, part = what.partition("/")
    said = {"kind": kind, "part": part, "paragraph": paragraph, "because": because}
    if desk.do(MarkSecret.model_validate(said)):
        st.rerun()


def _parts(desk: Desk) -> dict[str, str]:
    """Return what may be marked, in words: areas, risks, actions, own questions and attachments."""
    dossier, language = desk.dossier, desk.language
    own = own_words(desk)
    ids = [f"areas/{one.area}" for one in dossier.assessment.areas if one.area in desk.content.areas]
    ids += [f"risks/{one.id}" for one in dossier.risks if one.counts]
    ids += [f"actions/{one.id}" for one in dossier.actions]
    ids += [f"own_questions/{one.id}" for one in dossier.assessment.own_questions]
    ids += [f"attachments/{one.file}" for one in dossier.attachments]
    titles = {f"risks/{one.id}": one.says(language) for one in dossier.risks}
    titles |= {f"actions/{one.id}": one.do for one in dossier.actions}

    def said(one: str) -> str:
        word = place(one, desk.content, language, own)
        return f"{word}: {titles[one][:80]}" if one in titles else word

    return {one: said(one) for one in ids}


def own_words(desk: Desk) -> dict[str, str]:
    """Return what the dossier's own rows are called: questions by their words, attachments by their names."""
    asked = {one.id: one.ask for one in desk.dossier.assessment.own_questions}
    return {**asked, **{one.file: one.name for one in desk.dossier.attachments}}
