"""What every card is given: the year's rows and figures, and how they are to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evenemang.domain.matrix import Matrix
from evenemang.domain.text import Language, Text
from evenemang.flow.saying import day
from evenemang.flow.year import YearFigures
from evenemang.flow.year_rows import YearRows
from evenemang.pages.house import House
from evenemang.pages.people import People

SOURCE = Text(sv="Källa: ärendena i Evenemang, {today}.", en="Source: the dossiers in Evenemang, {today}.")


@dataclass(frozen=True)
class Scene:
    """A year in front of a reader."""

    house: House
    rows: YearRows
    figures: YearFigures
    matrix: Matrix
    people: People
    dark: bool
    language: Language

    @property
    def charts(self) -> Any:
        """The module evenemang.charts."""
        return self.house.charts

    def say(self, text: Text) -> str:
        """Return a text in the reader's language."""
        return text.say(self.language)

    def source(self, text: Text | None = None) -> str:
        """Return where the numbers are from, and of which day."""
        return self.say(text or SOURCE).format(today=day(self.rows.today, self.language))

    def event_name(self, dossier: str) -> str:
        """Return what an event is called; one that began before the year's neighbours is looked up."""
        known = self.rows.find(dossier)
        return known.name if known else self.house.workspace.dossier(dossier).record.event.name
