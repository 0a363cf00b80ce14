"""Saying something else of an attachment, and taking it away."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.attaching import (
    LONGEST_NAME,
    DescribeAttachment,
    RemoveAttachment,
    TakeBackAttachment,
)
from evenemang.flow.words import ATTACHMENT_KINDS, capital
from evenemang.pages.allowed import takes
from evenemang.pages.attached.words import row_names
from evenemang.pages.desk import Desk
from evenemang.pages.live import stand_still
from evenemang.pages.risks.attempt import attempt, guarded, save_or_cancel
from evenemang.pages.showing import escaped

CHANGE = Text(sv="Ändra", en="Change")
REMOVE = Text(sv="Ta bort", en="Remove")
SAVE = Text(sv="Spara", en="Save")
NAME = Text(sv="Namn", en="Name")
KIND = Text(sv="Vad är det?", en="What is it?")
ABOUT = Text(sv="Hör till", en="Belongs to")
ABOUT_ALL = Text(sv="Hela ärendet", en="The whole dossier")
DESCRIPTION = Text(sv="Vad visar den?", en="What does it show?")
INTERNAL = Text(sv="Intern: lämnar inte gruppen", en="Internal: does not leave the group")
TO_SECRECY = Text(
    sv="Ska den bli hemlig? Märk den under Underlag, Sekretess.",
    en="Is it to be secret? Mark it under Basis, Secrecy.",
)
GOES = Text(
    sv="Bilagan tas bort ur ärendet. Historiken visar att den har funnits. Filen raderas efter ett dygn, om "
    "inget annat ärende har den, men finns kvar i äldre säkerhetskopior.",
    en="The attachment is taken out of the dossier. The history shows that it was there. The file is deleted "
    "after a day, if no other dossier has it, but stays in older backups.",
)


def buttons(desk: Desk, note: AttachmentNote, key: str) -> None:
    """Show the ways to change and remove an attachment, to who may."""
    _to_change(desk, note, key)
    if _removal(desk, note) is not None:
        if st.button(desk.say(REMOVE), key=f"ta-bort-bilaga-{key}", type="tertiary"):
            stand_still()
            st.dialog(desk.say(REMOVE), width="medium")(_remove)(desk, note, key)


@takes("describe-attachment")
def _to_change(desk: Desk, note: AttachmentNote, key: str) -> None:
    if st.button(desk.say(CHANGE), key=f"andra-bilaga-{key}", type="tertiary"):
        stand_still()
        st.dialog(desk.say(CHANGE), width="medium")(_change)(desk, note, key)


def _removal(desk: Desk, note: AttachmentNote) -> RemoveAttachment | None:
    """Return the deed by which the visitor may remove an attachment; None where they may not."""
    if desk.may("remove-attachment"):
        return RemoveAttachment(file=note.file)
    own = desk.actor is not None and note.added.by == desk.actor.name
    return TakeBackAttachment(file=note.file) if own and desk.may("take-back-attachment") else None


def _change(desk: Desk, note: AttachmentNote, key: str) -> None:
    names = row_names(desk)
    title = st.text_input(desk.say(NAME), note.name, key=f"{key}-namn", max_chars=LONGEST_NAME)
    kinds = list(ATTACHMENT_KINDS)
    kind = st.selectbox(
        desk.say(KIND),
        kinds,
        index=kinds.index(note.kind),
        format_func=lambda one: desk.say(capital(ATTACHMENT_KINDS[one])),
        key=f"{key}-slag",
    )
    about = st.multiselect(
        desk.say(ABOUT),
        list(names),
        default=[one for one in note.about if one in names],
        placeholder=desk.say(ABOUT_ALL),
        format_func=lambda one: names[one],
        key=f"{key}-om",
    )
    description = st.text_input(
        desk.say(DESCRIPTION), note.description, key=f"{key}-text", max_chars=LONGEST_TEXT
    )
    internal = None
    if note.secrecy != "secret":
        internal = st.checkbox(desk.say(INTERNAL), note.secrecy == "internal", key=f"{key}-intern")
        st.caption(desk.say(TO_SECRECY))
    kept = tuple(one for one in note.about if one not in names)  # rows that are gone, or not noted as permits

    def build() -> DescribeAttachment:
        return DescribeAttachment(
            file=note.file,
            title=title,
            kind=kind,
            description=description,
            about=(*kept, *about),
            internal=internal,
        )

    save_or_cancel(desk, f"andra-bilaga-{key}", SAVE, lambda: guarded(desk, build))


def _remove(desk: Desk, note: AttachmentNote, key: str) -> None:
    st.markdown(f"**{escaped(note.name)}**")
    st.write(desk.say(GOES))

    def remove() -> bool:
        deed = _removal(desk, note)
        return deed is not None and attempt(desk, lambda: deed)

    save_or_cancel(desk, f"ta-bort-bilaga-{key}", REMOVE, remove)
