"""The history: who did what when, from what to what, newest first, and whether it is whole."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.journal import JournalEntry, first_broken
from evenemang.flow.telling import source_said
from evenemang.flow.words import capital
from evenemang.pages.desk import Desk
from evenemang.pages.history import choosing, values
from evenemang.pages.history.deeds import deed, place
from evenemang.pages.history.pictures import change_at
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
NONE = Text(sv="Inget i historiken svarar mot valet.", en="Nothing in the history fits the choice.")


REMOVED = Text(sv="Värdena är gallrade", en="The values were lawfully removed")
NOT_SHOWN = Text(
    sv="Värdena visas inte: de är hemliga eller gallrade",
    en="The values are not shown: they are secret, or were lawfully removed",
)


def show(desk: Desk) -> None:
    """Show a page of the history, or what one field has been."""
    whole = desk.house.workspace.store.journal("dossier", desk.dossier.id)
    journal = desk.shown_of(whole)
    st.header(desk.say(ONE if len(journal) == 1 else TITLE).format(count=len(journal)), anchor=False)
    _integrity(desk, whole)
    people = people_of(desk.house)
    chosen = choosing.show(desk, journal, people)
    found = [one for one in reversed(journal) if chosen.fits(one)]
    pages = max(1, -(-len(found) // ROWS))
    page = _page(pages)
    shown = found[(page - 1) * ROWS : page * ROWS]
    if not shown:
        st.caption(desk.say(NONE))
    elif chosen.field:
        values.show(desk, shown, [_line(desk, one, people) for one in shown])
    else:
        with st.container(key="historik"):
            st.table([_row(desk, one, people) for one in shown], border="horizontal", hide_index=True)
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
    return {
        desk.say(WHEN): _stamp(desk, entry, people),
        desk.say(DID): "  \n".join(_told(desk, entry, people)),
    }


def _line(desk: Desk, entry: JournalEntry, people: People) -> str:
    done, _, *rest = _told(desk, entry, people)
    stamp = _stamp(desk, entry, people, " · ")
    return "  \n".join([f"{done} · {stamp}", *rest])


def _stamp(desk: Desk, entry: JournalEntry, people: People, joint: str = "  \n") -> str:
    return f"{moment(entry.deed.at, desk.language)}{joint}{escaped(people.say(entry.deed.by))}"


def _told(desk: Desk, entry: JournalEntry, people: People) -> list[str]:
    """Return what was done, where, from what to what, and by which file, a line each."""
    done = entry.deed
    if entry.salt is None:
        told = desk.say(NOT_SHOWN if desk.hidden else REMOVED)
    else:
        changed = change_at(desk, done.before, done.after, people.say)
        told = f" {ARROW} ".join(escaped(one) for one in changed)
    lines = [f"**{escaped(deed(desk, done.operation))}**", escaped(place(desk, done.touched)), told]
    return [*lines, escaped(desk.say(capital(source_said(done.source))))] if done.source else lines


def _page(pages: int) -> int:
    asked = st.query_params.get(choosing.PAGE, "1")
    return min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() else 1


def _turn(desk: Desk, page: int, pages: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(desk.say(NEWER), key="nyare", disabled=page == 1, on_click=_go, args=(page - 1,))
        st.caption(desk.say(PAGE).format(page=page, pages=pages), width="content")
        st.button(desk.say(OLDER), key="aldre", disabled=page == pages, on_click=_go, args=(page + 1,))


def _go(page: int) -> None:
    st.query_params[choosing.PAGE] = str(page)
