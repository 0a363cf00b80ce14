"""Ways to a dossier's step: links and jumps that keep the visit, instead of loading the app anew."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from evenemang.pages.desk import show_refusal


def page(path: str) -> st.Page:
    """Return a page as the navigation knows it, to link to; the navigation holds what it shows."""
    return st.Page(show_refusal, title=path, url_path=path)


def _query(dossier: str, step: str | None, area: str | None) -> dict[str, str]:
    parts = {"id": dossier, "steg": step, "omrade": area}
    return {key: value for key, value in parts.items() if value}


def link(
    label: str, dossier: str, step: str | None = None, area: str | None = None, icon: str | None = None
) -> None:
    """Show a link to a dossier's step; `label` is Markdown, so text from people is escaped first."""
    st.page_link(page("arende"), label=label, icon=icon, query_params=_query(dossier, step, area))


def go(dossier: str, step: str | None = None, area: str | None = None) -> NoReturn:
    """Go to a dossier's step at once; ends the run."""
    st.switch_page(page("arende"), query_params=_query(dossier, step, area))


def to_new_edition(label: str, dossier: str) -> None:
    """Show a link to the form for the next edition of an event."""
    st.page_link(
        page("ny-upplaga"), label=label, icon=":material/event_repeat:", query_params={"id": dossier}
    )
