"""The cells of a returned workbook that are not taken in: what is wrong, by sheet and cell."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.returning.looking import Looked, Remark
from evenemang.pages.book.speaking import Says
from evenemang.pages.showing import escaped

UNCLEAR = Text(sv="Celler som inte förstås ({count})", en="Cells that are not understood ({count})")
MEND = Text(
    sv="Rätta dem i filen, spara den och välj den igen. Det andra går att ta in under tiden.",
    en="Mend them in the file, save it and choose it again. The rest can be taken in meanwhile.",
)
OTHERS = Text(sv="Ändringar som inte tas in ({count})", en="Changes that are not taken in ({count})")
MORE = Text(sv="Visa {count} till", en="Show {count} more")
BEYOND = Text(sv="… och {count} till i filen.", en="… and {count} more in the file.")
FEW = 8  # at once
MOST = 300  # in all


def show(desk: Says, looked: Looked, mend: Text = MEND) -> None:
    """Show first what somebody must write anew, then what a file cannot change."""
    if looked.not_understood:
        st.subheader(desk.say(UNCLEAR).format(count=len(looked.not_understood)), anchor=False)
        st.write(desk.say(mend))
        _list(desk, looked.not_understood)
    others = [one for one in looked.remarks if one.kind != "not-understood"]
    if others:
        st.subheader(desk.say(OTHERS).format(count=len(others)), anchor=False)
        _list(desk, others)


def _list(desk: Says, remarks: Sequence[Remark]) -> None:
    st.markdown(_lines(desk, remarks[:FEW]))
    rest = remarks[FEW:MOST]
    if not rest:
        return
    with st.expander(desk.say(MORE).format(count=len(remarks) - FEW)):
        st.markdown(_lines(desk, rest))
        if len(remarks) > MOST:
            st.write(desk.say(BEYOND).format(count=len(remarks) - MOST))


def _lines(desk: Says, remarks: Sequence[Remark]) -> str:
    return "\n".join(
        f"- **{escaped(str(one.where))}** {escaped(_flat(desk.say(one.says)))}" for one in remarks
    )


def _flat(said: str) -> str:
    return " ".join(said.split())
