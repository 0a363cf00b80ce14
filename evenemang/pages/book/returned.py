"""Workbooks that somebody has changed by hand in the folder: set aside, named, and there to fetch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.books import Returned
from evenemang.flow.outbox import returns_of
from evenemang.pages.allowed import takes
from evenemang.pages.book import settling
from evenemang.pages.desk import Desk
from evenemang.pages.showing import escaped, moment

CHANGED = Text(sv="Arbetsboken är ändrad för hand", en="The workbook has been changed by hand")
MEANS = Text(
    sv="Någon har skrivit i filen i mappen. Det som står där har inte kommit in i ärendet. "
    "Filen är undanlagd hel, och en ny arbetsbok är skriven på dess plats.",
    en="Somebody has written in the file in the folder. What it says has not come into the dossier. "
    "The file is set aside whole, and a new workbook is written in its place.",
)
SECRET = Text(sv="hemlig del", en="secret part")
SAVED = Text(sv="{name}, sparad {saved}", en="{name}, saved {saved}")
DIFFERS = Text(sv="Visa vad som skiljer", en="Show what differs")
GONE = Text(
    sv="Filen finns inte kvar i mappen. Hämta den ur en säkerhetskopia och läs in den ovan.",
    en="The file is no longer in the folder. Fetch it from a backup and read it in above.",
)
FETCH = Text(sv="Hämta den ändrade filen", en="Download the changed file")
SETTLED = Text(sv="Avslutade filer ({count})", en="Settled files ({count})")
KEPT = Text(
    sv="De här filerna är någon klar med. Vem, när och varför står under Historik. Filerna finns kvar.",
    en="Somebody is done with these files. Who, when and why stands under History. The files remain.",
)
CHOSEN = "retur-undanlagd"  # in the visit: which of them is looked at
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(desk: Desk) -> None:
    """Show each file that was set aside, when it was saved and the way to it; nothing where there is none."""
    found = _seen(desk)
    waiting = [one for one in found if not one.settled]
    if waiting:
        st.subheader(desk.say(CHANGED), anchor=False)
        st.caption(desk.say(MEANS))
    for one in waiting:
        _row(desk, one)
    _settled(desk, [one for one in found if one.settled])


def _settled(desk: Desk, found: Sequence[Returned]) -> None:
    """Show those that somebody is done with, folded away."""
    if not found:
        return
    with st.expander(desk.say(SETTLED).format(count=len(found)), key="retur-avslutade"):
        st.caption(desk.say(KEPT))
        for one in found:
            _row(desk, one)


def chosen(desk: Desk) -> tuple[str, bytes] | None:
    """Return the name and the bytes of the file that a person wants to look at, or None."""
    found = next((one for one in _seen(desk) if one.digest == st.session_state.get(CHOSEN)), None)
    if found is None:
        return None
    path = desk.house.data / found.path
    if not path.is_file():
        st.error(desk.say(GONE))
        return None
    return Path(found.name).name, path.read_bytes()


def forget() -> None:
    """Look at none of them any more: another file is chosen."""
    st.session_state.pop(CHOSEN, None)


def _seen(desk: Desk) -> tuple[Returned, ...]:
    """Return the files set aside; of a secret part only for those who see it."""
    found = returns_of(desk.house.workspace, desk.dossier.id)
    return tuple(one for one in found if desk.hidden is None or not one.secret)


def _choose(digest: str) -> None:
    st.session_state[CHOSEN] = digest


def _row(desk: Desk, one: Returned) -> None:
    name = Path(one.name).name
    if one.secret:
        name = f"{name} ({desk.say(SECRET)})"
    st.markdown(escaped(desk.say(SAVED).format(name=name, saved=moment(one.saved, desk.language))))
    with st.container(horizontal=True):
        _compare(desk, one)
        st.download_button(
            desk.say(FETCH),
            data=_content(desk.house.data / one.path),
            file_name=Path(one.path).name,
            mime=EXCEL,
            key=f"retur-{one.digest[:16]}",
            icon=":material/download:",
            on_click="ignore",
        )
        if not one.settled:
            settling.show(desk, one)
    st.text(one.path)


@takes("take-return")
def _compare(desk: Desk, one: Returned) -> None:
    st.button(
        desk.say(DIFFERS),
        key=f"skiljer-{one.digest[:16]}",
        icon=":material/difference:",
        on_click=_choose,
        args=(one.digest,),
    )


def _content(path: Path) -> Callable[[], bytes]:
    return path.read_bytes
