"""The file of a list: chosen, read once, and the sheet that holds it."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.past.headings import Listed, Sheet, first_list
from evenemang.pages import refusing
from evenemang.pages.house import House

UPLOAD = Text(
    sv="Listan: Excelarbetsbok (.xlsx) eller textfil (.csv), högst 10 MB",
    en="The list: an Excel workbook (.xlsx) or a text file (.csv), at most 10 MB",
)
SHEET = Text(sv="Vilket blad är listan?", en="Which sheet is the list?")
READ = "lista-blad"


def chosen(house: House, language: Language) -> Listed | None:
    """Show the choice of a file and its sheet; return its list, or None until there is one."""
    upload = st.file_uploader(UPLOAD.say(language), max_upload_size=10, key="lista-fil")
    if upload is None:
        st.session_state.pop(READ, None)
        return None
    try:
        sheets = _sheets(house, upload)
        return first_list(upload.name, _narrowed(sheets, language))
    except EvenemangError as refused:
        refusing.tell(refused, language, "read-list")
        return None


def _sheets(house: House, upload: UploadedFile) -> tuple[Sheet, ...]:
    """Read a file once, though the page is drawn anew after each choice."""
    kept = st.session_state.get(READ)
    if kept is None or kept[0] != upload.file_id:
        kept = (upload.file_id, house.read_list(upload.getvalue(), upload.name))
        st.session_state[READ] = kept
    sheets: tuple[Sheet, ...] = kept[1]
    return sheets


def _narrowed(sheets: tuple[Sheet, ...], language: Language) -> tuple[Sheet, ...]:
    if len(sheets) == 1:
        return sheets
    titles = [one.title for one in sheets]
    title = st.selectbox(SHEET.say(language), titles, key="lista-blad-val")
    return tuple(one for one in sheets if one.title == title)
