"""The report of a year, put together."""

from __future__ import annotations

from evenemang.domain.errors import Refused
from evenemang.domain.text import Language, Text
from evenemang.flow.report.afterwards import closing, evaluations
from evenemang.flow.report.beforehand import beforehand
from evenemang.flow.report.comparing import compared
from evenemang.flow.report.gathering import Told, told_of
from evenemang.flow.report.happened import incidents
from evenemang.flow.report.key_figures import key_figures
from evenemang.flow.report.measures import measures
from evenemang.flow.report.parts import Report
from evenemang.flow.report.pictures import pictures
from evenemang.flow.report.records import records
from evenemang.flow.report.work import responsible, work
from evenemang.flow.saying import day
from evenemang.flow.workspace import Workspace
from evenemang.flow.year_rows import years

KIND = Text(sv="Årets rapport", en="The year's report")
TITLE = Text(sv="Evenemangssäkerhet {year}", en="Event safety {year}")
NOT_OVER = Text(
    sv="Året är inte slut. Talen är räknade {today}.",
    en="The year is not over. The figures are as of {today}.",
)
EXAMPLE = Text(sv="Exempel: uppgifterna är påhittade.", en="Example: the facts are invented.")
ARMS = Text(sv="Kommunens vapen", en="The municipality's arms")
NO_YEAR = Text(
    sv="{year} har inga evenemang än. Välj ett år från {first} till {last}.",
    en="{year} has no events yet. Choose a year from {first} to {last}.",
)
WORDS = {
    "pictures": Text(sv="Diagram", en="Charts"),
    "records": Text(sv="Underlag: posterna bakom talen", en="Sources: the records behind the numbers"),
    "figures": Text(sv="Talen", en="The figures"),
    "text": Text(sv="Texten", en="The text"),
    "made": Text(sv="Skriven {day}", en="Written {day}"),
    "none": Text(sv="Inga poster.", en="No records."),
    "name": Text(sv="Tal", en="Figure"),
    "value": Text(sv="Värde", en="Value"),
    "unit": Text(sv="Enhet", en="Unit"),
    "list": Text(sv="Underlag", en="Sources"),
    "page": Text(sv="Sida", en="Page"),
    "of": Text(sv="av", en="of"),
}


def report_of(workspace: Workspace, year: int, language: Language) -> Report:
    """Return the report of a year, as it stands today.

    Raises:
        Refused: If no event is known in the year or before it, or it has not begun.
    """
    known = years(workspace.store, workspace.now().date())
    if year not in known:
        facts = {"year": year, "first": known[-1], "last": known[0]}
        raise Refused(
            "no such year",
            why=Text(sv=NO_YEAR.sv.format(**facts), en=NO_YEAR.en.format(**facts)),
        )
    return assembled(told_of(workspace, year, language))


def assembled(it: Told) -> Report:
    """Return the report of what it is told from."""
    language, settings = it.language, it.workspace.content.settings
    made = it.rows.today
    paragraphs = (
        responsible(it),
        work(it),
        beforehand(it),
        measures(it),
        incidents(it),
        evaluations(it),
        compared(it),
        closing(it),
    )
    return Report(
        language=language,
        year=it.year,
        kind=KIND.say(language),
        title=TITLE.say(language).format(year=it.year),
        made=made,
        note=_note(it),
        paragraphs=tuple(filter(None, paragraphs)),
        pictures=pictures(it),
        figures=key_figures(it),
        records=records(it),
        sender=settings.name or "",
        arms=settings.arms or "",
        arms_are=ARMS.say(language),
        words=tuple((key, text.say(language).format(day=day(made, language))) for key, text in WORDS.items()),
    )


def _note(it: Told) -> str:
    said = []
    if any(one.example for one in it.events):
        said.append(EXAMPLE.say(it.language))
    if not it.is_over:
        said.append(NOT_OVER.say(it.language).format(today=day(it.rows.today, it.language)))
    return " ".join(said)
