"""What a person must say before an answer is saved: a reason, or whose answer counts; and the comment."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.checklist import NOT_RELEVANT, Question
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.pages.allowed import takes
from evenemang.pages.limits import LIMIT
from evenemang.pages.showing import escaped
from evenemang.pages.walk import saving, words
from evenemang.pages.walk.visit import Visit

WHY = Text(sv="Varför är frågan inte aktuell?", en="Why is the question not relevant?")
NOT_SAVED = Text(sv="Inte sparat än: skriv skälet.", en="Not saved yet: write the reason.")
SAVE_REASON = Text(sv="Spara ej aktuellt", en="Save not relevant")
LEAVE = Text(sv="Avbryt", en="Cancel")
COMMENT = Text(sv="Kommentar", en="Comment")
COMMENT_SAVED = Text(sv="Sparas när du lämnar fältet.", en="Saved when you leave the field.")
CLASH = Text(
    sv="{who} svarade {theirs} ({when}) medan du hade frågan framme. Ditt svar, {mine}, är inte sparat. "
    "Välj vilket som ska gälla, eller svara på nytt ovanför.",
    en="{who} answered {theirs} ({when}) while you had the question open. Your answer, {mine}, is not saved. "
    "Choose which one counts, or answer anew above.",
)
TAKEN_BACK = Text(
    sv="Någon tog tillbaka svaret medan du hade frågan framme. Ditt svar, {mine}, är inte sparat. "
    "Välj vad som ska gälla.",
    en="Somebody took the answer back while you had the question open. Your answer, {mine}, is not saved. "
    "Choose what counts.",
)
KEEP_THEIRS = Text(sv="Behåll {theirs}", en="Keep {theirs}")
SAVE_MINE = Text(sv="Spara mitt: {mine}", en="Save mine: {mine}")
WITH_COMMENT = Text(sv="{value} med kommentaren ”{comment}”", en="{value} with the comment “{comment}”")


def reason(visit: Visit, question: str) -> None:
    """Ask why a question is not relevant, where that has just been chosen without a comment."""
    if st.session_state.get(saving.REASON) != question:
        return
    say, key = visit.desk.say, f"skal-{question}"
    with st.form(f"skalform-{question}", enter_to_submit=False):
        st.text_input(say(WHY), key=key, max_chars=LONGEST_TEXT)
        st.caption(say(NOT_SAVED))
        with st.container(horizontal=True):
            st.form_submit_button(
                say(SAVE_REASON),
                on_click=_with_reason,
                args=(visit, question, key, saving.seen(visit, question)),
            )
            st.form_submit_button(say(LEAVE), type="tertiary", on_click=_left, args=(visit, question))


def _with_reason(visit: Visit, question: str, key: str, shown: object) -> None:
    typed = str(st.session_state.get(key, ""))
    if not typed.strip():
        saving.again(visit, question)
    saving.save_answer(visit, question, NOT_RELEVANT, typed, shown)


def _left(visit: Visit, question: str) -> None:
    st.session_state.pop(saving.REASON, None)
    st.session_state.pop(saving.CLASH, None)
    saving.again(visit, question)


def clash(visit: Visit, question: str, asked: Question | None) -> None:
    """Show both answers where two people gave one at the same time, and let the person choose."""
    waiting = st.session_state.get(saving.CLASH)
    if not waiting or waiting["question"] != question:
        return
    say, language = visit.desk.say, visit.desk.language
    theirs = visit.desk.dossier.assessment.answers.get(question)
    mine = _in_words(visit, asked, waiting["value"], waiting["comment"])
    if theirs is None:
        st.warning(escaped(say(TAKEN_BACK).format(mine=mine)))
        kept = words.answer_words(asked, None, language)
    else:
        kept = _in_words(visit, asked, theirs.value, theirs.comment)
        when = words.moment_short(theirs.given.at, visit)
        said = say(CLASH).format(who=visit.who(theirs.given.by), theirs=kept, when=when, mine=mine)
        st.warning(escaped(said))
    with st.container(horizontal=True):
        st.button(
            escaped(say(KEEP_THEIRS).format(theirs=kept)),
            key=f"deras-{question}",
            on_click=_left,
            args=(visit, question),
        )
        st.button(
            escaped(say(SAVE_MINE).format(mine=mine)),
            key=f"mitt-{question}",
            on_click=saving.save_answer,
            args=(visit, question, waiting["value"], waiting["comment"], saving.seen(visit, question)),
        )


def _in_words(visit: Visit, asked: Question | None, value: object, comment: str) -> str:
    said = words.answer_words(asked, value, visit.desk.language)  # type: ignore[arg-type]  # a Value, kept aside
    return visit.desk.say(WITH_COMMENT).format(value=said, comment=comment) if comment.strip() else said


@takes("give-answer")
def comment_field(visit: Visit, question: str) -> None:
    """Show the comment behind a button; it is saved when the field is left."""
    say, key = visit.desk.say, f"kommentar-{question}"
    with st.popover(
        say(COMMENT), type="tertiary", icon=":material/add_comment:", key=f"kommentarknapp-{question}"
    ):
        st.session_state[key] = saving.comment_in(visit, question)
        st.text_area(
            say(COMMENT),
            key=key,
            max_chars=LONGEST_TEXT,
            on_change=saving.comment,
            args=(visit, question, saving.seen_typing(visit, question), key),
        )
        st.caption(f"{say(COMMENT_SAVED)} {say(LIMIT)}")
