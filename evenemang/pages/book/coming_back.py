"""A workbook that comes back: chosen, compared with the dossier, and taken in where a person says so."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Text
from evenemang.flow.returning.looking import BEFORE, Looked
from evenemang.flow.returning.registers import register_of
from evenemang.pages import refusing, ways
from evenemang.pages.allowed import takes
from evenemang.pages.book import differences, holding, remarks, returned, taking_in
from evenemang.pages.book.holding import Held
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.showing import escaped, moment

TITLE = Text(sv="Läs in en arbetsbok som kommit tillbaka", en="Read a workbook that has come back")
WHAT = Text(
    sv="Har någon fyllt i arbetsboken eller arrangörens exemplar? Välj filen, så ser du vad som skiljer. "
    "Inget lagras innan du har godtagit det.",
    en="Has somebody filled in the workbook or the organiser's copy? Choose the file to see what differs. "
    "Nothing is kept before you have accepted it.",
)
UPLOAD = Text(
    sv="Arbetsboken som kom tillbaka (.xlsx), högst 10 MB",
    en="The workbook that came back (.xlsx), at most 10 MB",
)
READING = Text(sv="Läser filen och jämför med ärendet …", en="Reading the file and comparing …")
OTHER = Text(
    sv="Filen gäller ett annat ärende. Gå till det och läs in filen där:",
    en="The file is about another dossier. Go there and read the file in:",
)
REGISTER = Text(
    sv="Filen är ett registers arbetsbok och inte ett ärendes. Är den ändrad i mappen står den under Ändrade "
    "register, dit Översikt leder. Annars läses den in på kommandoraden: evenemang import.",
    en="The file is the workbook of a register and not of a dossier. Changed in the folder it stands under "
    "Changed registers, where Overview leads. Otherwise read it in on the command line: evenemang import.",
)
VERSIONS = {
    "open": Text(
        sv="Filen skrevs ur version {sent} av ärendet. Nu är det version {now}.",
        en="The file was written from version {sent} of the dossier. Now it is version {now}.",
    ),
    "secret": Text(
        sv="Filen är ärendets hemliga del, skriven ur version {sent}. Nu är det version {now}.",
        en="The file is the secret part of the dossier, written from version {sent}. Now it is {now}.",
    ),
    "organiser": Text(
        sv="Filen är arrangörens exemplar, skrivet ur version {sent} av ärendet. Nu är det version {now}.",
        en="The file is the organiser's copy, written from version {sent} of the dossier. Now it is {now}.",
    ),
}
NOT_NAMED = Text(
    sv="Filen är den hemliga delen av ärendet, och du är inte utsedd att se den. "
    "Lämna den till någon som är det.",
    en="The file is the secret part of the dossier, and you are not named to see it. "
    "Give it to somebody who is.",
)
UNCHANGED = Text(
    sv="Inget i filen skiljer sig från det som skickades. Du behöver inte göra något.",
    en="Nothing in the file differs from what was sent. There is nothing for you to do.",
)
HERE = Text(
    sv="Det här är ändrat i filen och står redan i ärendet: {count} uppgifter.",
    en="This is changed in the file and stands in the dossier already: {count} values.",
)
LARGEST = 10  # MB


@takes("take-return")
def show(desk: Desk) -> None:
    """Show the choice of a file, and what differs in it; only this part is drawn anew after a choice."""
    st.header(desk.say(TITLE), anchor=False)
    st.write(desk.say(WHAT))
    st.fragment(_chosen, key="retur-del")(desk)


def _chosen(desk: Desk) -> None:
    upload = st.file_uploader(desk.say(UPLOAD), max_upload_size=LARGEST, key=f"retur-fil-{desk.dossier.id}")
    if upload is not None:
        returned.forget()
        show_returned(fresh(desk), upload.name, upload.getvalue())
        return
    aside = returned.chosen(desk)
    if aside is None:
        holding.let_go()
        return
    name, content = aside
    st.text(name)
    show_returned(fresh(desk), name, content)


def show_returned(desk: Desk, name: str, content: bytes) -> None:
    """Show what differs in a file that is here, chosen or set aside, and take in what is accepted."""
    try:
        found = _held(desk, name, content)
    except EvenemangError as refused:
        refusing.tell(refused, desk.language, "look-at-return", dossier=desk.dossier.id)
        return
    if register_of(found.looked.dossier):
        st.info(desk.say(REGISTER))
        return
    if found.looked.dossier != desk.dossier.id:
        st.info(desk.say(OTHER))
        ways.link(f"**{escaped(found.looked.name)}**", found.looked.dossier, "arbetsbok")
        return
    if found.looked.part == "secret" and desk.hidden is not None:
        holding.let_go()
        st.error(desk.say(NOT_NAMED))
        return
    if found.receipt:
        taking_in.show_receipt(desk, found)
        return
    _compared(desk, found)


def _held(desk: Desk, name: str, content: bytes) -> Held:
    """Read a file once, though the page is drawn anew after each choice."""
    known = holding.held(holding.mark_of(desk.dossier.id, name, content))
    if known:
        return known
    with st.spinner(desk.say(READING)):
        looked = desk.house.look_at_returned(content, name)
    return holding.hold(Held(name, content, desk.dossier.id, looked))


def _compared(desk: Desk, found: Held) -> None:
    looked = found.looked
    versions = desk.say(VERSIONS[looked.part])
    st.caption(versions.format(sent=looked.sent_version, now=looked.version))
    for one in looked.before:
        said = desk.say(BEFORE).format(when=moment(one.at, desk.language), by=one.by, count=one.changes)
        st.info(escaped(said), icon=":material/history:")
    taking_in.show_notice(desk, found)
    _nothing(desk, looked)
    if looked.same:
        st.write(desk.say(HERE).format(count=len(looked.same)))
    if looked.differences:
        taking_in.show_bulk(desk, found)
        differences.show(desk, found)
    remarks.show(desk, looked)
    if looked.differences:
        taking_in.show_button(desk, found)


def _nothing(desk: Desk, looked: Looked) -> None:
    if not (looked.differences or looked.remarks or looked.same):
        st.success(desk.say(UNCHANGED), icon=":material/task_alt:")
