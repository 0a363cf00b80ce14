"""The history: who did what when, from what to what, newest first, and whether it is whole."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.matrix import View
from evenemang.domain.text import Text
from evenemang.flow.journal import JournalEntry, first_broken
from evenemang.flow.telling import source_said
from evenemang.flow.words import capital
from evenemang.pages.book.deeds import deed, place
from evenemang.pages.book.pictures import change
from evenemang.pages.desk import Desk
from evenemang.pages.people import People, people_of
from evenemang.pages.showing import escaped, moment

TITLE = Text(sv="{count} ändringar i historiken", en="{count} changes in the history")
ONE = Text(sv="1 ändring i historiken", en="1 change in the history")
WHOLE = Text(
    sv="Historiken är hel: varje rad hänger ihop med raden före, ingen är ändrad i efterhand.",
    en="The history is whole: every row follows the row before, none was changed afterwards.",
)
BROKEN = Text(
    sv="Historiken är bruten vid {when} ({what}). Raden stämmer inte med raden före, så någon kan ha ändrat "
    "i databasen utanför programmet. Ta fram en säkerhetskopia från före den tiden och jämför.",
    en="The history is broken at {when} ({what}). The row does not fit the one before, so somebody may have "
    "changed the database outside the program. Compare with a backup from before that time.",
)
WHEN = Text(sv="När och vem", en="When and who")
DID = Text(sv="Vad, från och till", en="What, from and to")
ARROW = ":material/arrow_right_alt:"
NEWER = Text(sv="Nyare", en="Newer")
OLDER = Text(sv="Äldre", en="Older")
PAGE = Text(sv="Sida {page} av {pages}", en="Page {page} of {pages}")
ROWS = 50
ADDRESS = "sida"


def show(desk: Desk) -> None:
    """Show a page of the history."""
    journal = desk.house.workspace.store.journal("dossier", desk.dossier.id)
    st.header(desk.say(ONE if len(journal) == 1 else TITLE).format(count=len(journal)), anchor=False)
    _integrity(desk, journal)
    pages = max(1, -(-len(journal) // ROWS))
    page = _page(pages)
    newest_first = list(reversed(journal))
    people = people_of(desk.house)
    rows = [_row(desk, one, people) for one in newest_first[(page - 1) * ROWS : page * ROWS]]
    with st.container(key="historik"):
        st.table(rows, border="horizontal", hide_index=True)
    if pages > 1:
        _turn(desk, page, pages)


def _integrity(desk: Desk, journal: tuple[JournalEntry, ...]) -> None:
    broken = first_broken(journal)
    if broken is None:
        st.markdown(f":material/verified: {desk.say(WHOLE)}")
        return
    when = moment(broken.deed.at, desk.language)
    st.error(
        escaped(desk.say(BROKEN).format(when=when, what=deed(desk, broken.deed.operation))),
        icon=":material/link_off:",
    )


def _row(desk: Desk, entry: JournalEntry, people: People) -> dict[str, str]:
    done = entry.deed
    told = change(done.before, done.after, desk.language, people.say, _views(desk))
    lines = [
        f"**{escaped(deed(desk, done.operation))}**",
        escaped(place(desk, done.touched)),
        f" {ARROW} ".join(escaped(one) for one in told),
    ]
    if done.source:
        lines.append(escaped(desk.say(capital(source_said(done.source)))))
    return {
        desk.say(WHEN): f"{moment(done.at, desk.language)}  \n{escaped(people.say(done.by))}",
        desk.say(DID): "  \n".join(lines),
    }


def _views(desk: Desk) -> dict[View, Text]:
    return {rule.view: rule.word for rule in desk.content.matrix.decisions}


def _page(pages: int) -> int:
    asked = st.query_params.get(ADDRESS, "1")
    return min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() else 1


def _turn(desk: Desk, page: int, pages: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(desk.say(NEWER), key="nyare", disabled=page == 1, on_click=_go, args=(page - 1,))
        st.caption(desk.say(PAGE).format(page=page, pages=pages), width="content")
        st.button(desk.say(OLDER), key="aldre", disabled=page == pages, on_click=_go, args=(page + 1,))


def _go(page: int) -> None:
    st.query_params[ADDRESS] = str(page)
