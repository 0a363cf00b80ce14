"""What the municipality has set: name and arms, times for permits, norms of its own."""

from __future__ import annotations

from collections.abc import Iterable

from evenemang.domain.setting import OwnFigure, Setting
from evenemang.domain.text import Text
from evenemang.flow.registers import Entry
from evenemang.flow.settings.words import DECIDERS, called, place_in
from evenemang.flow.words import capitals
from evenemang.workbook.cells import Said
from evenemang.workbook.layout import Column, Sheet, Table, coded, column, shown
from evenemang.workbook.registers.page import Inner, RegisterPage, about_file, entries, inner, kept, within
from evenemang.workbook.words import SURE

WHO = capitals({str(code): word for code, word in DECIDERS.items()})


def _called(page: RegisterPage, entry: Entry) -> str:
    return page.say(called(page.register.content, entry.record.id))


def _figures(setting: Setting) -> Iterable[OwnFigure]:
    return setting.norm.figures if setting.norm else ()


def _norm_of(page: RegisterPage, row: Inner) -> str:
    return page.say(called(page.register.content, row.of))


def _place(page: RegisterPage, row: Inner) -> str:
    norm = page.register.content.norms.get(row.of.partition(".")[2])
    at: str = row.one.at
    return page.say(place_in(norm, at)) if norm else at


def _figure(_page: RegisterPage, row: Inner) -> Said:
    return Said(row.one.figure)


SETTINGS = (
    Sheet(
        "register-settings",
        Text(sv="Inställningar", en="Settings"),
        Text(
            sv="Det som kommunen har bestämt själv, i stället för det som följer med programmet.",
            en="What the municipality has decided itself, instead of what comes with the program.",
        ),
        (
            Table(
                "register-settings",
                Text(sv="Inställningar", en="Settings"),
                (
                    shown("about", "Vad", "What", 44, _called),
                    column("record.name", "Namn", "Name", 24),
                    column("record.lead_time.days", "Dagar före", "Days before", 12, "number"),
                    column("record.lead_time.source.title", "Tidens källa", "Source of the time", 30),
                    column("record.lead_time.source.at", "Finns hos", "Found at", 20),
                    column("record.lead_time.source.checked", "Läst", "Read", 12, "day"),
                    column("record.lead_time.source.sure", "Hur säkert", "How sure", 11, "coded", SURE),
                    column("record.norm.unit", "Normens enhet", "Unit of the norm", 16, "both"),
                    column("record.norm.valid_from", "Gäller från", "Holds from", 12, "day"),
                    column("record.norm.decided_by", "Beslutad av", "Decided by", 14, "coded", WHO),
                    column("record.norm.decision", "Beslut", "Decision", 30),
                    column("record.norm.source.title", "Normens källa", "Source of the norm", 30),
                    column("record.norm.source.at", "Finns hos", "Found at", 20),
                    column("record.norm.source.checked", "Läst", "Read", 12, "day"),
                    column("record.norm.source.sure", "Hur säkert", "How sure", 11, "coded", SURE),
                    *kept(),
                    coded("record.lead_time.permit"),
                    coded("record.lead_time.source.id"),
                    coded("record.norm.norm"),
                    coded("record.norm.source.id"),
                    Column("record.arms", Text(sv="Vapen", en="Arms"), hidden=True),
                ),
                entries,
                Text(sv="Inget är inställt än.", en="Nothing is set yet."),
            ),
            about_file(),
        ),
    ),
    Sheet(
        "setting-figures",
        Text(sv="Egna normer", en="Own norms"),
        Text(
            sv="Siffrorna i kommunens egna normer.",
            en="The figures of the municipality's own norms.",
        ),
        (
            Table(
                "setting-figures",
                Text(sv="Siffror", en="Figures"),
                (
                    shown("norm", "Norm", "Norm", 44, _norm_of),
                    shown("place", "Vilken siffra", "Which figure", 34, _place),
                    Column("one.figure", Text(sv="Siffra", en="Figure"), 14, "value", pick=_figure),
                    coded("one.at"),
                    *within(),
                ),
                lambda page: inner(page, _figures),
                Text(sv="Inga egna normer.", en="No norms of our own."),
            ),
        ),
    ),
)
