"""The way to a blank form on paper: a button where people look for it; the PDF is made when it is pressed."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.secrecy import secrets_of
from evenemang.pages.desk import Desk

ROUNDS = Text(sv="Skriv ut ronderna", en="Print the rounds")
AREA = Text(sv="Skriv ut området", en="Print the area")
SECRET_AREA = Text(sv="Skriv ut hemliga frågor", en="Print secret questions")
PDF = "application/pdf"


def rounds_button(desk: Desk) -> None:
    """Show the button for the event's rounds, where some of them may stand on paper."""
    if False in _are_secret(desk, rounds=True):
        _button(desk, ROUNDS, "ronder", rounds=True)


def area_button(desk: Desk, area: str) -> None:
    """Show the button for an area's planning questions; one that is secret throughout says so itself."""
    found = _are_secret(desk, only=area)
    if False in found:
        _button(desk, AREA, area, area=area)
    elif found:
        _button(desk, SECRET_AREA, area, area=area, secret=True)


def _are_secret(desk: Desk, *, rounds: bool = False, only: str | None = None) -> set[bool]:
    """Return whether what would be printed is secret: some of it, all of it, or nothing is there."""
    is_secret = secrets_of(desk.dossier, desk.content).asks
    return {
        is_secret(one.id)
        for area, asked in desk.reading.asked.items()
        if only in (None, area)
        for one in asked
        if one.is_planning != rounds
    }


def _button(
    desk: Desk, label: Text, what: str, *, rounds: bool = False, area: str | None = None, secret: bool = False
) -> None:
    handle = desk.dossier.alias or desk.dossier.id
    slug = re.sub(r"[^a-z0-9]+", "-", handle.lower()).strip("-")
    st.download_button(
        desk.say(label),
        data=partial(
            desk.house.blank_form,
            desk.dossier.id,
            desk.language,
            rounds=rounds,
            secret=secret,
            area=area,
        ),
        file_name=f"{slug}-{what}.pdf",
        mime=PDF,
        key=f"skriv-ut-{what}",
        icon=":material/print:",
        on_click="ignore",
    )
