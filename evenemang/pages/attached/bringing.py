"""The form that brings files to a dossier: chosen or photographed, what they are, who may see them."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from evenemang.domain.actor import Actor, stamp
from evenemang.domain.assessment import AttachmentKind, AttachmentNote
from evenemang.domain.checklist import Secrecy
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.attaching import Attach
from evenemang.flow.paragraphs import PARAGRAPHS
from evenemang.flow.words import ATTACHMENT_KINDS, SECRECIES, capital
from evenemang.pages import refusing
from evenemang.pages.attached.words import row_names
from evenemang.pages.desk import SAY_WHO, Desk, show_refusal
from evenemang.pages.showing import escaped
from evenemang.pages.signing_in import check_still_in

LARGEST = 10  # MB
UPLOAD = Text(
    sv="Bild eller dokument: JPEG, PNG, WebP, PDF, Word, Excel eller OpenDocument, högst 10 MB",
    en="Picture or document: JPEG, PNG, WebP, PDF, Word, Excel or OpenDocument, at most 10 MB",
)
WRITTEN_ANEW = Text(
    sv="Bilder skrivs om innan de sparas: plats, tid, kamera och andra dolda uppgifter följer inte med.",
    en="Pictures are written anew before they are kept: place, time, camera and all else hidden is left out.",
)
KIND = Text(sv="Vad är det?", en="What is it?")
CHOOSE = Text(sv="Välj", en="Choose")
ABOUT = Text(sv="Hör till", en="Belongs to")
ABOUT_ALL = Text(sv="Hela ärendet", en="The whole dossier")
DESCRIPTION = Text(sv="Vad visar den?", en="What does it show?")
WHO_SEES = Text(sv="Vem får se den?", en="Who may see it?")
PARAGRAPH = Text(sv="Bestämmelse", en="Paragraph")
BECAUSE = Text(sv="Varför är den hemlig?", en="Why is it secret?")
KEEP = Text(sv="Spara bilagan", en="Keep the attachment")
NO_FILE = Text(
    sv="Välj en fil först. Har du valt en, vänta tills den är uppladdad.",
    en="Choose a file first. If you have, wait until it is uploaded.",
)
NOT_SAID = Text(
    sv="Det är inte sparat. Säg vad det är och vem som får se den.",
    en="It is not kept. Say what it is, and who may see it.",
)
NO_REASON = Text(
    sv="Det är inte sparat. Välj bestämmelse och skriv varför bilagan är hemlig.",
    en="It is not kept. Choose a paragraph, and say why the attachment is secret.",
)


@dataclass(frozen=True)
class Said:
    """What somebody has said of the files they bring."""

    kind: AttachmentKind | None
    about: tuple[str, ...]
    description: str
    secrecy: Secrecy | None
    paragraph: str | None = None
    because: str = ""

    @property
    def missing(self) -> Text | None:
        """What is yet to be said, or None."""
        if self.kind is None or self.secrecy is None:
            return NOT_SAID
        if self.secrecy == "secret" and not (self.paragraph and self.because.strip()):
            return NO_REASON
        return None


def form(desk: Desk, key: str, about: str | None = None) -> None:
    """Show the form; `about` is what the files are about, where that is settled."""
    if desk.actor is None:
        st.info(desk.say(SAY_WHO))
        return
    refused = st.session_state.pop(f"{key}-avvisade", ())
    turn = f"{key}-{st.session_state.get(f'{key}-omgang', 0)}"  # fields are empty again after each keeping
    uploads = st.file_uploader(
        desk.say(UPLOAD), accept_multiple_files=True, max_upload_size=LARGEST, key=f"{turn}-filer"
    )
    st.caption(desk.say(WRITTEN_ANEW))
    said = _said(desk, turn, about)
    for sentence in refused:
        st.error(escaped(sentence))
    if st.button(desk.say(KEEP), key=f"{turn}-spara", type="primary"):
        missing = NO_FILE if not uploads else said.missing
        if missing:
            st.error(desk.say(missing))
        else:
            refused = st.session_state[f"{key}-avvisade"] = _keep(desk, desk.actor, uploads, said)
            st.session_state[f"{key}-omgang"] = st.session_state.get(f"{key}-omgang", 0) + 1
            # The whole page anew closes a dialog, and with it what was said of a file that was refused.
            st.rerun(scope="fragment" if about and refused else "app")
    show_refusal()


def _said(desk: Desk, turn: str, about: str | None) -> Said:
    kind = st.selectbox(
        desk.say(KIND),
        list(ATTACHMENT_KINDS),
        index=None,
        placeholder=desk.say(CHOOSE),
        format_func=lambda one: desk.say(capital(ATTACHMENT_KINDS[one])),
        key=f"{turn}-slag",
    )
    names = row_names(desk)
    chosen = [about]
    if about is None:
        chosen = st.multiselect(
            desk.say(ABOUT),
            list(names),
            placeholder=desk.say(ABOUT_ALL),
            format_func=lambda one: names[one],
            key=f"{turn}-om",
        )
    description = st.text_input(desk.say(DESCRIPTION), key=f"{turn}-text", max_chars=LONGEST_TEXT)
    secrecy = st.segmented_control(
        desk.say(WHO_SEES),
        list(SECRECIES),
        format_func=lambda one: desk.say(capital(SECRECIES[one])),
        key=f"{turn}-skydd",
    )
    paragraph, because = _mark(desk, turn) if secrecy == "secret" else (None, "")
    return Said(kind, tuple(one for one in chosen if one), description, secrecy, paragraph, because)


def _mark(desk: Desk, turn: str) -> tuple[str | None, str]:
    paragraph = st.selectbox(
        desk.say(PARAGRAPH),
        list(PARAGRAPHS),
        index=None,
        placeholder=desk.say(CHOOSE),
        format_func=lambda one: f"{desk.say(PARAGRAPHS[one].name)}: {desk.say(PARAGRAPHS[one].protects)}",
        key=f"{turn}-paragraf",
    )
    because = st.text_area(desk.say(BECAUSE), key=f"{turn}-skal", height=80, max_chars=LONGEST_TEXT)
    return paragraph, because


def _keep(desk: Desk, actor: Actor, uploads: list[UploadedFile], said: Said) -> tuple[str, ...]:
    """Keep each file, and return why some were not; what the dossier refuses is told as for any deed."""
    refused = []
    for upload in uploads:
        try:
            check_still_in(desk.house, active=True)
            found = desk.house.files.bring(desk.dossier.id, upload.getvalue(), upload.name, actor)
        except EvenemangError as error:
            refusing.note(error, "attach", dossier=desk.dossier.id)
            refused.append(error.say(desk.language))
            continue
        file, name, size = found
        note = AttachmentNote(
            file=file,
            name=name,
            size=size,
            kind=said.kind or "other",
            description=said.description,
            about=said.about,
            secrecy=said.secrecy or "secret",
            added=stamp(actor, desk.house.workspace.clock.now()),
        )
        if not desk.do(Attach(note=note, paragraph=said.paragraph, because=said.because)):
            desk.house.files.let_go(file)
    return tuple(refused)
