"""The yearly report as a file of any kind."""

from __future__ import annotations

from typing import Literal, get_args

from evenemang.domain.text import Language, Text
from evenemang.flow.report.assembling import report_of
from evenemang.flow.report.parts import Report
from evenemang.flow.workspace import Workspace

Kind = Literal["docx", "pdf", "xlsx", "md"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NAME = Text(sv="Evenemangssäkerhet {year}, årets rapport", en="Event safety {year}, the year's report")


def report_file(report: Report, kind: Kind) -> bytes:
    """Return the report as a file of a kind."""
    if kind == "xlsx":
        from evenemang.workbook.report import report_book

        return report_book(report)
    if kind == "md":
        from evenemang.outreach.markdown import markdown

        return markdown(report)
    from evenemang.outreach.forms import reports

    if kind == "pdf":
        return reports.write_report(report)
    from evenemang.outreach.letters.reports import write_report

    return write_report(report, [reports.draw(one, report.language) for one in report.pictures])


def print_report(workspace: Workspace, year: int, language: Language, kind: Kind) -> bytes:
    """Return the report of a year as a file of a kind.

    Raises:
        Refused: If there is nothing to tell of that year.
    """
    return report_file(report_of(workspace, year, language), kind)


def report_name(year: int, language: Language, kind: Kind) -> str:
    """Return what that file is called, before it is made."""
    return f"{NAME.say(language).format(year=year)}.{kind}"
