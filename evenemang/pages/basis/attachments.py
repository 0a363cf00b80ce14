"""Pictures and documents that belong to the dossier; kept in the data folder by what they contain."""

from __future__ import annotations

import mimetypes

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from evenemang.domain.actor import stamp
from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Text
from evenemang.flow.opening import Attach
from evenemang.pages import refusing
from evenemang.pages.allowed import takes
from evenemang.pages.basis import keeping
from evenemang.pages.desk import SAY_WHO, Desk, show_refusal
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped, moment, number

TITLE = Text(sv="Bilagor", en="Attachments")
UPLOAD = Text(
    sv="Lägg till bild eller dokument: PNG, JPEG, PDF, Word eller Excel, högst 10 MB",
    en="Add a picture or document: PNG, JPEG, PDF, Word or Excel, at most 10 MB",
)
NONE = Text(
    sv="Inga bilagor än. Lägg till ansökan, situationsplan eller bilder från platsen.",
    en="No attachments yet. Add the application, the site plan or pictures of the place.",
)
KEEP = Text(sv="Spara bilagan", en="Keep the attachment")
OPEN = Text(sv="Hämta", en="Download")
NO_FILE = Text(
    sv="Välj en fil först. Har du valt en, vänta tills den är uppladdad.",
    en="Choose a file first. If you have, wait until it is uploaded.",
)
GONE = Text(sv="Filen saknas i datamappen", en="The file is missing in the data folder")
SIZE = Text(sv="{size} kB", en="{size} kB")


def show(desk: Desk) -> None:
    """Show what is attached, and the way to add more."""
    st.header(desk.say(TITLE), anchor=False)
    if not desk.dossier.attachments:
        st.write(desk.say(NONE))
    else:
        with st.container(border=True, key="lista-bilagor", gap=None):
            for index, one in enumerate(desk.dossier.attachments):
                _row(desk, index, one)
    _upload(desk)


def _row(desk: Desk, index: int, one: AttachmentNote) -> None:
    with st.container(
        key=f"rad-bilaga-{index}",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
    ):
        with st.container(width="content", gap=None, key=f"bilaga-text-{index}"):
            st.markdown(f"**{escaped(one.name)}**")
            size = desk.say(SIZE).format(size=number(max(1, one.size / 1000), desk.language))
            by = escaped(people_of(desk.house).say(one.added.by))
            st.caption(f"{size} · {moment(one.added.at, desk.language)} · {by}")
        file = keeping.folder(desk.house.data) / one.file
        if not file.is_file():
            st.caption(desk.say(GONE))
            return
        st.download_button(
            desk.say(OPEN),
            file.read_bytes,
            file_name=one.name,
            mime=mimetypes.guess_type(one.file)[0] or "application/octet-stream",
            key=f"hamta-{index}",
            type="tertiary",
            on_click="ignore",
        )


@takes("attach")
def _upload(desk: Desk) -> None:
    if desk.actor is None:
        st.info(desk.say(SAY_WHO))
        return
    with st.form("bilaga", clear_on_submit=True, border=False):
        upload = st.file_uploader(desk.say(UPLOAD), max_upload_size=10, key="fil")
        if st.form_submit_button(desk.say(KEEP)):
            if upload is None:
                st.error(desk.say(NO_FILE))
            else:
                _keep(desk, upload)
    show_refusal()


def _keep(desk: Desk, upload: UploadedFile) -> None:
    if desk.actor is None:
        return
    try:
        file, size = keeping.keep(desk.house.data, upload.name, upload.getvalue())
    except EvenemangError as refused:
        refusing.tell(refused, desk.language, "attach", dossier=desk.dossier.id)
        return
    given = stamp(desk.actor, desk.house.workspace.clock.now())
    note = AttachmentNote(file=file, name=upload.name[:200] or file, size=size, added=given)
    if desk.do(Attach(note=note)):
        st.rerun()
