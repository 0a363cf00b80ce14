"""The workbooks of the registers: which sheets each has, and what its file is called."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.flow.journal import Kind
from evenemang.workbook.layout import Sheet
from evenemang.workbook.registers.functions import FUNCTIONS
from evenemang.workbook.registers.lessons import LESSONS
from evenemang.workbook.registers.meetings import HALVES, MEETINGS
from evenemang.workbook.registers.organisers import ORGANISERS
from evenemang.workbook.registers.page import history
from evenemang.workbook.registers.places import PLACES
from evenemang.workbook.registers.settings import SETTINGS

SHEETS: Mapping[Kind, tuple[Sheet, ...]] = {
    "place": (*PLACES, history()),
    "organiser": (ORGANISERS, history()),
    "lesson": (LESSONS, history()),
    "meeting": (*MEETINGS, history()),
    "function": (FUNCTIONS, history()),
    "setting": (*SETTINGS, history()),
}
SECRET_SHEETS: Mapping[Kind, tuple[Sheet, ...]] = {**SHEETS, "meeting": (HALVES,)}
"""The same for the secret workbooks."""

FILES: Mapping[Kind, str] = {
    "place": "register/Platser.xlsx",
    "organiser": "register/Arrangörer.xlsx",
    "lesson": "register/Lärdomar.xlsx",
    "meeting": "register/Möten.xlsx",
    "function": "register/Funktioner.xlsx",
    "setting": "register/Inställningar.xlsx",
}
