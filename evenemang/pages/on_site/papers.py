"""On every view of På plats: the sheet for the day, a blank incident sheet, and the code that opens the page.

A phone without network cannot log: what is needed then is one tap away while there still is one.
"""

from __future__ import annotations

import re
from functools import partial
from urllib.parse import urlencode, urljoin

import streamlit as st

from evenemang.domain.text import Text
from evenemang.pages.desk import Desk
from evenemang.pages.paper import PDF
from evenemang.pages.showing import escaped

SHEET = Text(sv="Dagens blad", en="The day's sheet")
BLANK = Text(sv="Tomt tillbudsblad", en="Blank incident sheet")
CODE = Text(sv="QR-kod hit", en="QR code to here")
CODE_MEANS = Text(
    sv="Rikta kameran mot koden: den öppnar På plats för {event}. Den står också på dagens blad. Den släpper "
    "inte in någon som inte får vara här.",
    en="Point a camera at the code: it opens On site of {event}. It stands on the day's sheet too. It lets "
    "nobody in who may not be here.",
)
ALT = Text(sv="QR-kod till På plats", en="QR code to On site")


def show(desk: Desk) -> None:
    """Show the two sheets to fetch, and the code."""
    address = address_of(desk)
    with st.container(key="plats-papper", horizontal=True):
        _sheet(
            desk, SHEET, "dagens-blad", partial(desk.house.day_sheet, desk.dossier.id, desk.language, address)
        )
        _sheet(
            desk,
            BLANK,
            "tillbudsblad",
            partial(desk.house.incident_sheet, desk.dossier.id, desk.language, address),
        )
    with st.expander(desk.say(CODE), icon=":material/qr_code_2:"):
        st.image(desk.house.code(address), width=220, alt=desk.say(ALT))
        st.caption(desk.say(CODE_MEANS).format(event=escaped(desk.dossier.event.name)))
        st.code(address, language=None, wrap_lines=True)


def address_of(desk: Desk) -> str:
    """Return the address of På plats for this event, as this visitor reached the app."""
    query = urlencode({"id": desk.dossier.id, "steg": "plats"})
    return urljoin(st.context.url or "", f"arende?{query}")


def _sheet(desk: Desk, label: Text, name: str, data: partial[bytes]) -> None:
    handle = desk.dossier.alias or desk.dossier.id
    slug = re.sub(r"[^a-z0-9]+", "-", handle.lower()).strip("-")
    st.download_button(
        desk.say(label),
        data=data,
        file_name=f"{slug}-{name}.pdf",
        mime=PDF,
        key=f"skriv-ut-{name}",
        icon=":material/print:",
        on_click="ignore",
    )
