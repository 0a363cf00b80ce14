"""The workbook itself: what it holds, where it lies, whether it is fresh, and a copy to take along."""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.books import Held
from evenemang.flow.paragraphs import REMINDS
from evenemang.flow.secrecy import holds_secret
from evenemang.pages.book import returned
from evenemang.pages.desk import Desk
from evenemang.pages.showing import moment

FRESH = Text(sv="Arbetsboken är aktuell", en="The workbook is up to date")
BEHIND = Text(sv="Arbetsboken skrivs om", en="The workbook is being written")
MISSING = Text(sv="Arbetsboken är inte skriven än", en="The workbook is not written yet")
HELD = Text(sv="Arbetsboken går inte att skriva just nu", en="The workbook cannot be written just now")
GONE = Text(sv="Arbetsboken saknas i mappen", en="The workbook is missing from the folder")
STATE_MEANS = {
    FRESH: Text(
        sv="Filen i mappen innehåller allt som är sparat i ärendet.",
        en="The file in the folder holds everything saved in the dossier.",
    ),
    BEHIND: Text(
        sv="Den senaste ändringen är på väg in i filen. Hämtar du nu får du med den ändå.",
        en="The last change is on its way into the file. A download now holds it all the same.",
    ),
    MISSING: Text(
        sv="Den skrivs av sig själv inom någon minut. Du kan hämta den redan nu.",
        en="It is written by itself within a minute. You can download it already.",
    ),
    GONE: Text(
        sv="Någon har flyttat eller tagit bort filen. Är den flyttad i mappen hittas den där, "
        "annars skrivs den på nytt inom en halv minut.",
        en="Somebody has moved or removed the file. If it is moved within the folder it is found there, "
        "otherwise it is written anew within half a minute.",
    ),
}
HELD_MEANS = {
    "open": Text(
        sv="Filen är öppen i ett annat program, till exempel Excel. Stäng den, så skrivs den inom en minut.",
        en="The file is open in another program, such as Excel. Close it and it is written within a minute.",
    ),
    "denied": Text(
        sv="Programmet får inte skriva i mappen. Ge det rätt att skriva där.",
        en="The program may not write in the folder. Give it the right to write there.",
    ),
    "full": Text(sv="Disken är full. Frigör utrymme.", en="The disk is full. Make room on it."),
    "other": Text(
        sv="Datorn säger nej. Skälet står i programmets logg.",
        en="The machine refuses. The reason stands in the program's log.",
    ),
}
HELD_SINCE = Text(
    sv="Inget är förlorat: allt är sparat i ärendet. Har väntat sedan {since}, försökt {tries} gånger.",
    en="Nothing is lost: all is saved in the dossier. Has waited since {since}, tried {tries} times.",
)
WHAT = Text(
    sv="Arbetsboken är hela ärendet som Excelfil: sammanfattning, checklistor, risker, åtgärder, "
    "ställningstagande, händelser, utvärdering, lärdomar och historik. Den går att läsa utan programmet. "
    "Det som skrivs i filen kommer in i ärendet först när någon läser in den nedan och godtar det. "
    "Hemliga delar står i en egen fil.",
    en="The workbook is the whole dossier as an Excel file: summary, checklists, risks, actions, decision, "
    "incidents, evaluation, lessons and history. It can be read without the program. What is written in "
    "the file comes into the dossier only when somebody reads it in below and accepts it. "
    "Secret parts stand in a file of their own.",
)
WHERE = Text(sv="Filen ligger i datamappen:", en="The file lies in the data folder:")
DOWNLOAD = Text(sv="Hämta arbetsboken nu", en="Download the workbook now")
COPY = Text(sv="Arrangörens exemplar", en="The organiser's copy")
COPY_IS = Text(
    sv="Arrangörens exemplar är till för att skickas: frågorna till arrangören, arrangörens åtgärder, "
    "villkoren och tillstånden. Inget internt eller hemligt står i det.",
    en="The organiser's copy is made to be sent: the questions put to the organiser, the organiser's "
    "actions, the conditions and the permits. Nothing internal or secret is in it.",
)
BINDER = Text(sv="PDF för pärmen", en="PDF for the binder")
DIARY = Text(sv="Öppen PDF för diariet", en="Open PDF for the diary")
PAPER_IS = Text(
    sv="Pdf:en är ärendet på papper, med sidnummer och utskriftsdag. Den för pärmen är intern men saknar det "
    "hemliga. Den öppna är utan allt som är internt eller hemligt.",
    en="The PDF is the dossier on paper, with page numbers and the day of print. The one for the binder is "
    "internal, without what is secret. The open one is without all that is internal or secret.",
)
SECRET_PART = Text(sv="Hämta den hemliga delen", en="Download the secret part")
SECRET_NAME = Text(sv="Sekretess", en="Secret")
PDF = "application/pdf"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(desk: Desk) -> None:
    """Show how the file stands, and the way to a copy."""
    # Asked once: it may be let go at any moment.
    held = desk.house.workspace.store.book("dossier", desk.dossier.id).held
    state = HELD if held else state_of(desk)
    st.header(desk.say(state), anchor=False)
    for line in _means(desk, state, held):
        st.caption(line)
    st.markdown(desk.say(WHAT))
    with st.container(horizontal=True):
        st.download_button(
            desk.say(DOWNLOAD),
            data=_built(desk),
            file_name=_name(desk),
            mime=EXCEL,
            key="hamta-arbetsbok",
            type="primary",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            desk.say(COPY),
            data=_copy(desk),
            file_name=desk.house.copy_name(desk.dossier, desk.language),
            mime=EXCEL,
            key="hamta-arrangorens-exemplar",
            icon=":material/forward_to_inbox:",
            on_click="ignore",
        )
    st.caption(desk.say(COPY_IS))
    _secret(desk)
    with st.container(horizontal=True):
        _paper(desk, BINDER, public=False)
        _paper(desk, DIARY, public=True)
    st.caption(desk.say(PAPER_IS))
    path = desk.house.workbook_file(desk.dossier.id)
    if path:
        st.caption(desk.say(WHERE))
        st.text(str(path.relative_to(desk.house.data)))
    returned.show(desk)


def _means(desk: Desk, state: Text, held: Held | None) -> tuple[str, ...]:
    if held is None:
        return (desk.say(STATE_MEANS[state]),)
    since = desk.say(HELD_SINCE).format(since=moment(held.since, desk.language), tries=held.tries)
    return desk.say(HELD_MEANS[held.why]), since


def state_of(desk: Desk) -> Text:
    """Return whether the file in the folder holds the newest version, in words."""
    written = desk.house.workspace.store.files().get(("dossier", desk.dossier.id))
    path = desk.house.workbook_file(desk.dossier.id)
    if written is None or path is None:
        return MISSING
    if not path.is_file():
        return GONE
    return FRESH if written[0] == desk.version else BEHIND


def _built(desk: Desk) -> Callable[[], bytes]:
    """Built when it is asked for, from what is stored then."""
    return lambda: desk.house.workbook(desk.dossier.id, desk.language)[1]


def _copy(desk: Desk) -> Callable[[], bytes]:
    """Built when it is asked for, as the workbook is."""
    return lambda: desk.house.organisers_copy(desk.dossier.id, desk.language)[1]


def _secret(desk: Desk) -> None:
    """Show the button for the secret part to those who see it, where there is one."""
    if desk.hidden is not None or not holds_secret(desk.dossier, desk.content):
        return
    st.download_button(
        desk.say(SECRET_PART),
        data=lambda: desk.house.workbook(desk.dossier.id, desk.language, secret=True)[1],
        file_name=f"{desk.say(SECRET_NAME)} {_name(desk)}",
        mime=EXCEL,
        key="hamta-hemlig-del",
        icon=":material/lock:",
        on_click="ignore",
    )
    st.caption(desk.say(REMINDS))


def _paper(desk: Desk, called: Text, *, public: bool) -> None:
    """Show the button of one version on paper; it is set when it is asked for."""
    st.download_button(
        desk.say(called),
        data=lambda: desk.house.paper(desk.dossier.id, desk.language, public=public),
        file_name=desk.house.paper_name(desk.dossier, desk.language, public=public),
        mime=PDF,
        key="hamta-oppen-pdf" if public else "hamta-parm-pdf",
        icon=":material/lock_open:" if public else ":material/print:",
        on_click="ignore",
    )


def _name(desk: Desk) -> str:
    path = desk.house.workbook_file(desk.dossier.id)
    if path:
        return path.name
    slug = re.sub(r"[^a-z0-9]+", "-", (desk.dossier.alias or desk.dossier.id).lower()).strip("-")
    return f"{slug}.xlsx"
