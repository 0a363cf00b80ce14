"""The content a dossier is worked on by: what is installed, with the earlier versions that it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from evenemang.domain.calculator import Calculator
from evenemang.domain.checklist import Area, Question
from evenemang.domain.dossier import Dossier
from evenemang.flow.content import Content

Kept = Callable[[str, date], Area | None]
"""An earlier version of an area, as it was kept; None where it was not."""

Pins = tuple[tuple[str, date], ...]
REMEMBERED = 32  # sets of earlier versions; most dossiers at work share theirs


def none_kept(_area: str, _version: date) -> Area | None:
    """Keep no earlier version of anything."""
    return None


class Pinning:
    """Puts the versions that dossiers answer in the place of those installed, once for each set of them."""

    def __init__(self, installed: Content, kept: Kept) -> None:
        """Work from what is installed, and from what was kept of earlier versions."""
        self.installed = installed
        self.kept = kept
        self._with = lru_cache(maxsize=REMEMBERED)(self._made)

    def content_for(self, dossier: Dossier) -> Content:
        """Return the content that a dossier is walked, raised, counted, decided and written by.

        A version that was not kept is read by the installed one; `Offer` and the page tell.
        """
        pins = pins_of(dossier, self.installed)
        return self._with(pins) if pins else self.installed

    def _made(self, pins: Pins) -> Content:
        kept = ((area, self.kept(area, version)) for area, version in pins)
        there = {area: fitting(one, self.installed.calculators) for area, one in kept if one}
        if not there:
            return self.installed
        return replace(self.installed, areas={**self.installed.areas, **there})  # in the order they had


def pins_of(dossier: Dossier, installed: Content) -> Pins:
    """Return the areas a dossier answers in another version than the installed one, with that version."""
    areas = installed.areas
    return tuple(
        (one.area, one.version)
        for one in dossier.assessment.areas
        if one.version and one.area in areas and areas[one.area].version != one.version
    )


def fitting(area: Area, calculators: Mapping[str, Calculator]) -> Area:
    """Return an earlier version without the sums that are no longer here, or no longer give its answer."""
    sections = tuple(
        one.model_copy(
            update={"questions": tuple(_with_its_sum(each, calculators) for each in one.questions)}
        )
        for one in area.sections
    )
    return area.model_copy(update={"sections": sections})


def _with_its_sum(question: Question, calculators: Mapping[str, Calculator]) -> Question:
    used = question.calculator
    if used is None:
        return question
    found = calculators.get(used.use)
    if found and (used.answer is None or used.answer in found.output.model_fields):
        return question
    return question.model_copy(update={"calculator": None})
