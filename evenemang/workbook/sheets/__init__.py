"""The sheets of a workbook, in the order that tells the story."""

from __future__ import annotations

from evenemang.workbook.layout import Sheet
from evenemang.workbook.sheets.actions import ACTIONS
from evenemang.workbook.sheets.calculations import CALCULATIONS
from evenemang.workbook.sheets.checklists import CHECKLISTS
from evenemang.workbook.sheets.decisions import DECISIONS
from evenemang.workbook.sheets.evaluation import EVALUATION
from evenemang.workbook.sheets.facts import FACTS
from evenemang.workbook.sheets.history import HISTORY
from evenemang.workbook.sheets.incidents import INCIDENTS
from evenemang.workbook.sheets.lessons import LESSONS
from evenemang.workbook.sheets.on_site import ON_SITE
from evenemang.workbook.sheets.risks import RISKS
from evenemang.workbook.sheets.timeplan import TIME_PLAN

SHEETS: tuple[Sheet, ...] = (
    FACTS,
    CHECKLISTS,
    CALCULATIONS,
    RISKS,
    ACTIONS,
    TIME_PLAN,
    DECISIONS,
    ON_SITE,
    INCIDENTS,
    EVALUATION,
    LESSONS,
    HISTORY,
)
