"""Beside what attachments are about: those that are, and the way to bring more."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.pages.allowed import takes
from evenemang.pages.attached import bringing, listing
from evenemang.pages.desk import Desk
from evenemang.pages.live import stand_still

ATTACH = Text(sv="Bifoga", en="Attach")
TITLE = Text(sv="Bifoga till {row}", en="Attach to {row}")


def show(desk: Desk, about: str) -> None:
    """Show the attachments of a row of the dossier."""
    for number, note in enumerate(one for one in desk.dossier.attachments if about in one.about):
        listing.short(desk, note, f"{about.replace('/', '-')}-{number}")


@takes("attach")
def button(desk: Desk, about: str, row: str) -> None:
    """Show the button that opens the form for a row; `row` is what it is called, in few letters."""
    key = about.replace("/", "-")
    if st.button(desk.say(ATTACH), key=f"bifoga-{key}", type="tertiary", icon=":material/attach_file:"):
        stand_still()
        title = desk.say(TITLE).format(row=row)
        st.dialog(title, width="medium")(bringing.form)(desk, f"bifoga-{key}", about)
