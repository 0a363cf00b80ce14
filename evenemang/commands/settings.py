"""Settings from the command line: show, set, drop, put back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn, cast

import typer

from evenemang import bootstrap
from evenemang.bootstrap import Opened
from evenemang.commands.speaking import AsJson, By, Data, Exit, language, put, put_line, refusals, say
from evenemang.domain.actor import Actor
from evenemang.domain.norm import Overrider
from evenemang.domain.setting import ARMS, LEAD_TIME, NAME, NORM, OwnFigure, OwnLeadTime, OwnNorm, Setting
from evenemang.domain.source import Source, Sure
from evenemang.domain.text import Text
from evenemang.flow.settings import changing
from evenemang.flow.settings.standing import unfit
from evenemang.flow.settings.words import called, in_words
from evenemang.flow.storing import Stored

Thing = Annotated[
    str, typer.Argument(metavar="THING", help="name, arms, lead-time.TILLSTÅND eller norm.NORM.")
]
Sureness = Annotated[Sure, typer.Option("--sure", help="Hur säker uppgiften är: high, medium, low.")]

NOTHING = Text(
    sv="Inget är inställt. Kommunens namn: evenemang settings set name NAMN",
    en="Nothing is set. The municipality's name: evenemang settings set name NAME",
)
SET = Text(sv="Satt: {what}: {value}", en="Set: {what}: {value}")
NO_NAME = Text(
    sv="Säg vem som gör det: --by NAMN (eller EVENEMANG_BY).",
    en="Say who does it: --by NAME (or EVENEMANG_BY).",
)
NO_SUCH = Text(
    sv="”{thing}” går inte att ställa in. Ange name, arms, lead-time.TILLSTÅND eller norm.NORM.",
    en="“{thing}” cannot be set. Give name, arms, lead-time.PERMIT or norm.NORM.",
)
NOT_DAYS = Text(sv="”{value}” är inget antal dagar, 1–1000.", en="“{value}” is no number of days, 1–1000.")
NOT_FIGURES = Text(
    sv="”{value}” är inga siffror. Skriv 0.5, eller low=1,high=2, eller rad/kolumn=2.",
    en="“{value}” is no figures. Write 0.5, or low=1,high=2, or row/column=2.",
)
NOT_A_DAY = Text(sv="”{value}” är ingen dag. Skriv ÅÅÅÅ-MM-DD.", en="“{value}” is no day. Write YYYY-MM-DD.")
NO_SOURCE = Text(
    sv="Ange källan: --source TITEL --at VAR. En siffra utan källa kan ingen lita på.",
    en="Give the source: --source TITLE --at WHERE. Nobody can rely on a figure without one.",
)
NO_DECISION = Text(
    sv="Ange från vilken dag och vem som har beslutat: --from ÅÅÅÅ-MM-DD --decided-by authority, supplier "
    "eller group.",
    en="Say from which day and who decided: --from YYYY-MM-DD --decided-by authority, supplier or group.",
)
NO_FILE = Text(sv="{file} går inte att läsa: {why}", en="{file} cannot be read: {why}")


def show(data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Visa det som är inställt, med version; det som inte längre passar ger 1."""
    with refusals():
        opened = bootstrap.open_data(data)
        content = opened.workspace.content
        stored = [cast("Stored[Setting]", one) for one in opened.store.all("setting")]
        faults = unfit(opened.workspace)
    if as_json:
        put(
            {
                "settings": [
                    {"version": one.version, **one.record.model_dump(mode="json", exclude_none=True)}
                    for one in stored
                ],
                "unfit": [{"id": thing, "why": why.model_dump()} for thing, why in faults],
            }
        )
    else:
        for one in stored:
            what = called(content, one.record.id).say(language())
            value = in_words("setting", one.record.model_dump(mode="json"), content).say(language())
            put_line(f"{one.record.id}  (version {one.version})  {what}: {value}")
        if not stored:
            say(NOTHING)
        for thing, why in faults:
            say(f"{thing}: {why.say(language())}")
    if faults:
        raise typer.Exit(Exit.NOT_FINE)


def set_one(
    thing: Thing,
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="Namnet, bildfilen, antalet dagar, eller siffran.")
    ],
    source: Annotated[str, typer.Option("--source", help="Källans titel.")] = "",
    at: Annotated[str, typer.Option("--at", help="Var källan finns.")] = "",
    checked: Annotated[str, typer.Option("--checked", help="Dagen den lästes, ÅÅÅÅ-MM-DD.")] = "",
    sure: Sureness = "medium",
    start: Annotated[str, typer.Option("--from", help="Normen gäller från, ÅÅÅÅ-MM-DD.")] = "",
    decided_by: Annotated[
        Overrider | None, typer.Option("--decided-by", help="authority, supplier eller group.")
    ] = None,
    decision: Annotated[str, typer.Option("--decision", help="Beslutet.")] = "",
    by: By = "",
    data: Data = Path("data"),
    as_json: AsJson = False,
) -> None:
    """Sätt namn, vapen, en lokal tid eller en egen norm."""
    actor, kind, name = _actor(by), *_split(thing)
    with refusals():
        opened = bootstrap.open_data(data)
        if kind == NAME:
            done = changing.name_municipality(opened.workspace, value, actor)
        elif kind == ARMS:
            done = changing.set_arms(opened.workspace, _arms(value), actor)
        elif kind == LEAD_TIME:
            said = OwnLeadTime(
                permit=name, days=_days(value), source=_source(thing, source, at, checked, sure)
            )
            done = changing.set_lead_time(opened.workspace, said, actor)
        else:
            norm = changing.norm(opened.workspace, name)
            if not (start and decided_by):
                _wrong(NO_DECISION)
            own = OwnNorm(
                norm=name,
                figures=_figures(value),
                unit=norm.unit,
                source=_source(thing, source, at, checked, sure),
                valid_from=_day(start),
                decided_by=decided_by,
                decision=decision,
            )
            done = changing.set_norm(opened.workspace, own, actor)
        _done(opened, done, as_json=as_json)


def drop(thing: Thing, by: By = "", data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Ta bort vapen, en lokal tid eller en egen norm: det som följer med programmet gäller igen."""
    actor, kind, name = _actor(by), *_split(thing)
    if kind == NAME:
        _wrong(changing.NAMELESS)
    with refusals():
        opened = bootstrap.open_data(data)
        if kind == ARMS:
            done = changing.set_arms(opened.workspace, None, actor)
        elif kind == LEAD_TIME:
            done = changing.drop_lead_time(opened.workspace, name, actor)
        else:
            done = changing.drop_norm(opened.workspace, name, actor)
        _done(opened, done, as_json=as_json)


def put_back(
    thing: Thing,
    version: Annotated[int, typer.Argument(metavar="VERSION", help="Versionen att gå tillbaka till.")],
    by: By = "",
    data: Data = Path("data"),
    as_json: AsJson = False,
) -> None:
    """Sätt tillbaka det som gällde vid en version, som en ny ändring."""
    actor, *_ = _actor(by), *_split(thing)
    with refusals():
        opened = bootstrap.open_data(data)
        _done(opened, changing.put_back(opened.workspace, thing, version, actor), as_json=as_json)


def _done(opened: Opened, done: Stored[Setting], *, as_json: bool) -> None:
    opened.write_workbooks()
    body = done.record.model_dump(mode="json", exclude_none=True)
    content = opened.workspace.content
    if as_json:
        put({"version": done.version, **body})
    what, value = called(content, done.record.id), in_words("setting", body, content)
    say(SET, what=what.say(language()), value=value.say(language()))


def _split(thing: str) -> tuple[str, str]:
    kind, _, name = thing.partition(".")
    if (kind in (NAME, ARMS) and not name) or (kind in (LEAD_TIME, NORM) and name):
        return kind, name
    _wrong(NO_SUCH, thing=thing)


def _arms(value: str) -> str:
    from_file = Path(value)
    try:
        content = from_file.read_bytes()
    except OSError as fault:
        say(NO_FILE, file=value, why=fault.strerror or str(fault))
        raise typer.Exit(Exit.NOT_FINE) from fault
    return bootstrap.arms_of(content, from_file.name)


def _days(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 1000:
        _wrong(NOT_DAYS, value=value)
    return int(value)


def _figures(value: str) -> tuple[OwnFigure, ...]:
    """Return 0.5, low=1,high=2 or green/at_most=2 as figures."""
    parts = [one.rpartition("=") for one in value.split(",")]
    try:
        return tuple(OwnFigure(at=at.strip() or "value", figure=float(figure)) for at, _, figure in parts)
    except ValueError:
        _wrong(NOT_FIGURES, value=value)


def _source(thing: str, title: str, at: str, checked: str, sure: Sure) -> Source:
    if not (title.strip() and at.strip()):
        _wrong(NO_SOURCE)
    return Source(id=thing, title=title, at=at, checked=_day(checked) if checked else None, sure=sure)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        _wrong(NOT_A_DAY, value=value)


def _actor(by: str) -> Actor:
    if not by.strip():
        _wrong(NO_NAME)
    return Actor(name=by)


def _wrong(text: Text, **facts: object) -> NoReturn:
    say(text, **facts)
    raise typer.Exit(Exit.WRONG_USE)
