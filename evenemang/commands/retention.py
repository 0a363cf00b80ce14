"""Retention (gallring): what the rules say goes now, and removing it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from evenemang import bootstrap
from evenemang.bootstrap.retaining import Backups, Retaining
from evenemang.commands.speaking import AsJson, By, Data, Exit, language, put, put_line, refusals, say
from evenemang.domain.actor import Actor
from evenemang.domain.retention import RetentionRule
from evenemang.domain.text import Text
from evenemang.flow.retention import words
from evenemang.flow.retention.planning import Going, Preview

NO_NAME = Text(
    sv="Ange vem som gallrar, med --by. Namnet skrivs i historiken.",
    en="Say who removes, by --by. The name is written in the history.",
)
PREVIEW = Text(
    sv="Så här blir det. Inget är borttaget. Gallra med: evenemang retention --run --by NAMN",
    en="This is what a run does. Nothing is removed. Remove with: evenemang retention --run --by NAME",
)
LOOKS = "-"  # who only looks needs no name: nothing is written

Run = Annotated[bool, typer.Option("--run", help="Gallra. Utan det visas bara vad som skulle tas bort.")]


def retention(run: Run = False, by: By = "", data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Visa vad som ska gallras enligt reglerna, eller gallra det med --run."""
    if run and not by.strip():
        say(NO_NAME)
        raise typer.Exit(Exit.WRONG_USE)
    with refusals():
        retaining = Retaining(bootstrap.open_data(data))
        found = retaining.preview(Actor(name=by if run else LOOKS))
        if not run:
            _tell(found, retaining.backups(), as_json=as_json)
            return
        done = retaining.run(Actor(name=by))
    if as_json:
        put({**_gone(done.going, done.waits), "unwritten": done.unwritten, "finished": done.finished})
    for one in (*done.going, *done.waits):
        say(_going(one))
    if done.going:
        say(words.GONE, records=words.number("records", done.records, language()))
        _tell_backups(retaining.backups())
    elif not done.waits:
        say(words.NOTHING if found.due else words.NO_TIMES)
    if done.unwritten:
        say(words.NOT_WRITTEN, count=words.number("workbooks", done.unwritten, language()))
    if not done.scrubbed:
        say(words.NOT_SCRUBBED)
    if done.waits or not done.finished:
        raise typer.Exit(Exit.NOT_FINE)


def _tell(found: Preview, backups: Backups, *, as_json: bool) -> None:
    if as_json:
        put(_plain(found, backups))
    else:
        for due in found.due:
            put_line(f"{_about(due.rule)}: {words.counted(due, language())}")
            for one in due.going:
                put_line(f"  {_going(one)}")
        for rule in found.without_time:
            put_line(_about(rule))
    if found.unfinished:
        say(words.UNFINISHED)
    if found.removes or found.waits:
        _tell_backups(backups)
        say(PREVIEW)
    else:
        say(words.NOTHING if found.due else words.NO_TIMES)


def _about(rule: RetentionRule) -> str:
    decided = f"; {rule.decided}" if rule.decided else ""
    return f"{rule.title.say(language())} ({rule.id}), {words.timed(rule, language())}{decided}"


def _going(one: Going) -> str:
    return f"{one.called} ({one.record}): {words.amounts(one, language())}"


def _tell_backups(backups: Backups) -> None:
    if backups.count:
        count = words.number("backups", backups.count, language())
        say(words.IN_BACKUPS, count=count, folder=backups.folder, oldest=backups.oldest)
        say(words.NIGHTLY if backups.nights else words.BY_HAND, nights=backups.nights)
    say(words.ELSEWHERE)


def _plain(found: Preview, backups: Backups) -> dict[str, Any]:
    return {
        "rules": [
            {
                **one.rule.model_dump(mode="json", exclude_defaults=True),
                "going": [_counts(each) for each in one.going],
            }
            for one in found.due
        ],
        "without_time": [one.id for one in found.without_time],
        "unfinished": found.unfinished,
        "backups": vars(backups),
    }


def _gone(going: tuple[Going, ...], waits: tuple[Going, ...]) -> dict[str, Any]:
    return {"removed": [_counts(one) for one in going], "waits": [_counts(one) for one in waits]}


def _counts(one: Going) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "kind": one.kind,
        "record": one.record,
        "called": one.called,
        "counted_from": one.day,
        "fields": dict(one.fields),
        "rows": len(one.rows),
        "attachments": len(one.attachments),
        "files": len(one.returned),
        "waits": [each.path for each in one.waits],
        "whole": one.whole,
    }
