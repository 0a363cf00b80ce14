"""Printing: blank forms of areas and of events, as PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from evenemang.bootstrap import content
from evenemang.domain.checklist import Area
from evenemang.domain.condition import Condition
from evenemang.domain.text import Language, Text
from evenemang.flow.blank_form import InWords, area_form
from evenemang.flow.content import Content
from evenemang.flow.event_form import event_form
from evenemang.flow.recording import whole
from evenemang.flow.workspace import Workspace


def print_area(area: Area, language: Language) -> bytes:
    """Return the blank form of an area whole, installed or not."""
    from evenemang.outreach.forms.writing import write

    installed = content()
    known = replace(installed, areas={**installed.areas, area.area: area})
    return write(area_form(area, _in_words(known)), language)


def print_event(
    workspace: Workspace,
    handle: str,
    language: Language,
    *,
    rounds: bool = False,
    secret: bool = False,
    area: str | None = None,
) -> bytes:
    """Return the blank form of an event: its planning questions or its rounds, of all areas or of one.

    Raises:
        NotFound: If nothing answers to the handle.
        Refused: If there is nothing to print.
    """
    from evenemang.outreach.forms.writing import write

    found = whole(workspace, handle)
    form = event_form(found, _in_words(found.content), rounds=rounds, secret=secret, area=area)
    return write(form, language)


def printer(workspace: Workspace) -> Callable[..., bytes]:
    """Return `print_event` for one workspace, as the pages call it."""
    return partial(print_event, workspace)


def _in_words(known: Content) -> InWords:
    from evenemang.catalogue.plain_words import in_plain_words

    def say(condition: Condition) -> Text:
        return in_plain_words(condition, known)

    return say
