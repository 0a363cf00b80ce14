"""Pictures and documents that belong to the dossier: all of them, and the form that brings more."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.pages.allowed import takes
from evenemang.pages.attached import bringing, listing
from evenemang.pages.desk import Desk
from evenemang.pages.people import people_of

TITLE = Text(sv="Bilagor", en="Attachments")
ADD = Text(sv="Lägg till bilagor", en="Add attachments")
NONE = Text(
    sv="Inga bilagor än. Lägg till ansökan, situationsplan, intyg eller bilder från platsen.",
    en="No attachments yet. Add the application, the site plan, certificates or pictures of the place.",
)


def show(desk: Desk) -> None:
    """Show what is attached, and the way to add more."""
    st.header(desk.say(TITLE), anchor=False)
    if not desk.dossier.attachments:
        st.write(desk.say(NONE))
    else:
        people = people_of(desk.house)
        with st.container(border=True, key="lista-bilagor", gap=None):
            for index, one in enumerate(desk.dossier.attachments):
                listing.row(desk, one, people, str(index))
    _add(desk)


@takes("attach")
def _add(desk: Desk) -> None:
    st.subheader(desk.say(ADD), anchor=False)
    st.fragment(bringing.form)(desk, "bilaga")
