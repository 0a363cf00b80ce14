"""Yttrandet till Polisen: read it here, take it along as Word or PDF; or what stands in its way."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.errors import Refused
from evenemang.domain.text import Text
from evenemang.flow.letter.assembling import LONGEST_NUMBER
from evenemang.flow.letter.parts import Block, Letter, Points
from evenemang.flow.letter.standing import in_the_way
from evenemang.flow.opening import SetEvent
from evenemang.flow.paper.parts import Said
from evenemang.pages.allowed import told
from evenemang.pages.desk import Desk
from evenemang.pages.held import hold
from evenemang.pages.showing import escaped

HEADING = Text(sv="Yttrande till Polisen", en="Answer to the police")
WHAT = Text(
    sv="Gruppens svar på Polisens remiss, att skriva under. Det är gjort av ärendets öppna delar: av det "
    "som är hemligt eller internt står bara antalet, men gruppens motivering är med. Läs igenom det först.",
    en="The group's answer to the referral of the police, to be signed. It is made from the open parts of "
    "the dossier: of what is secret or internal only the number is told, but the group's reasons are in "
    "it. Read it through first.",
)
THEIRS = Text(sv="Polisens diarienummer", en="Diary number of the police")
WORD = Text(sv="Hämta som Word", en="Download as Word")
PAPER = Text(sv="Hämta som PDF", en="Download as PDF")
READ = Text(sv="Visa yttrandet", en="Show the answer")
ONE_UNTIED = Text(
    sv="1 villkor saknar eget skäl. Skriv vad det vilar på sist i villkoret när gruppen tar ställning, till "
    "exempel (R3).",
    en="1 condition has no reason of its own. Write what it rests on at its end when the group decides, such "
    "as (R3).",
)
UNTIED = Text(
    sv="{count} villkor saknar eget skäl. Skriv vad de vilar på sist i villkoret när gruppen tar ställning, "
    "till exempel (R3).",
    en="{count} conditions have no reason of their own. Write what they rest on at their end when the group "
    "decides, such as (R3).",
)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def show(desk: Desk) -> None:
    """Show the way to the letter, or why there is none yet."""
    st.subheader(desk.say(HEADING), anchor=False)
    why = in_the_way(desk.dossier)
    if why:
        st.caption(escaped(desk.say(why)))
        return
    st.caption(desk.say(WHAT))
    _number(desk)
    with st.container(horizontal=True):
        _download(desk, WORD, "docx")
        _download(desk, PAPER, "pdf")
    if st.toggle(desk.say(READ), key="yttrande-visa"):
        _read(desk)


def _number(desk: Desk) -> None:
    """Show the diary number of the police; it is kept when it is left."""
    stored = desk.dossier.police_number
    if not desk.may("set-event"):
        told(desk.say(THEIRS), stored)
        return

    def keep() -> None:
        desk.do_as_seen(SetEvent(police_number=st.session_state["yttrande-dnr"] or ""))

    key = hold("yttrande-dnr", stored)
    st.text_input(desk.say(THEIRS), key=key, max_chars=LONGEST_NUMBER, on_change=keep)


def _download(desk: Desk, called: Text, kind: str) -> None:
    """Show the button of one form of it; it is written when it is asked for."""
    st.download_button(
        desk.say(called),
        data=lambda: desk.house.letter_file(desk.dossier.id, desk.language, kind),
        file_name=desk.house.letter_name(desk.dossier, desk.language, kind),
        mime=DOCX if kind == "docx" else PDF,
        key=f"hamta-yttrande-{kind}",
        icon=":material/edit_document:" if kind == "docx" else ":material/picture_as_pdf:",
        on_click="ignore",
    )


def _read(desk: Desk) -> None:
    try:
        letter = desk.house.letter(desk.dossier.id, desk.language)
    except Refused as meanwhile:  # somebody has changed the dossier since this page was read
        st.warning(escaped(meanwhile.say(desk.language)))
        return
    if letter.untied:
        said = ONE_UNTIED if letter.untied == 1 else UNTIED
        st.info(desk.say(said).format(count=letter.untied))
    with st.container(border=True, key="yttrande"):
        read_letter(letter)


def read_letter(letter: Letter) -> None:
    """Show a letter as it reads."""
    lines = [(label, said) for label, said in letter.head]
    to = f"**{escaped(letter.to)}**" if letter.to else ""
    st.markdown(f"{escaped(letter.sender)}\n\n{to}".strip())
    st.markdown(_facts(lines))
    st.markdown(f"**{escaped(letter.title)}**")
    for part in letter.parts:
        st.markdown("\n\n".join([f"**{escaped(part.title)}**", *map(_block, part.blocks)]))
    st.markdown("  \n".join(escaped(one) for one in letter.signature))


def _block(block: Block) -> str:
    if isinstance(block, Said):
        return escaped(block.text)
    if isinstance(block, Points):
        return "\n\n".join(
            "  \n".join(
                [
                    f"{number}\\. {escaped(one.text)}" if block.numbered else f"– {escaped(one.text)}",
                    *(f":small[{escaped(why)}]" for why in one.because),
                ]
            )
            for number, one in enumerate(block.points, 1)
        )
    return _facts(block.lines)


def _facts(lines: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> str:
    return "  \n".join(f":small[{escaped(label)}] {escaped(said)}" for label, said in lines)
