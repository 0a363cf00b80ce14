"""Foresight from the command line: what was seen coming, and what the checklists should ask instead."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evenemang import bootstrap
from evenemang.bootstrap import authoring
from evenemang.commands.checklists import Force, refuse_to_overwrite, write
from evenemang.commands.speaking import AsJson, Data, Exit, language, put, put_line, refusals, say
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.foresight.drafting import draft
from evenemang.flow.foresight.gathering import YEARS
from evenemang.flow.foresight.plain import plain
from evenemang.flow.foresight.proposing import KINDS, Proposal
from evenemang.flow.foresight.seen import Foresight
from evenemang.flow.foresight.seen import foresight as over_years
from evenemang.flow.foresight.words import (
    PROPOSALS,
    VERDICTS,
    area_name,
    band,
    headline,
    interval,
    of,
    reason,
    spoken,
)

EVENTS = Text(sv="Evenemang: {events}, {since}–{until}", en="Events: {events}, {since}–{until}")
FORESEEN = Text(sv="Förutsedda händelser: {of}. {spoken}", en="Foreseen incidents: {of}. {spoken}")
NOTHING = Text(sv="Inga händelser är loggade.", en="No incidents are logged.")
STEP = Text(
    sv="Sannolikhet {step} ({band}): {of}, {interval}. {verdict}",
    en="Likelihood {step} ({band}): {of}, {interval}. {verdict}",
)
NEVER = Text(sv="Höga risker som aldrig inträffat: {count}", en="High risks that never came true: {count}")
IDLE = Text(
    sv="Frågor som aldrig ändrat något: {count}; för få svar för att säga: {few}",
    en="Questions that never changed anything: {count}; too few answers to say: {few}",
)
BEHIND = Text(sv="Bakom: {ids}", en="Behind it: {ids}")
BEHIND_MANY = Text(
    sv="Bakom: {ids} och {more} till (alla med --json)", en="Behind it: {ids} and {more} more (all by --json)"
)
TOLD = 12  # of what is behind a proposal, in a line
NO_AREA = Text(sv="riskområde: välj själv", en="area of risk: yours to say")
NO_SUCH = Text(
    sv="Inget förslag heter {id}. Se vilka som finns med: evenemang foresight",
    en="No proposal is called {id}. See which there are with: evenemang foresight",
)
NONE_FITS = Text(
    sv="Inget förslag hör till {area}. Välj förslag med --take.",
    en="No proposal belongs to {area}. Choose proposals with --take.",
)
DRAFTED = Text(
    sv="Utkastet är skrivet: {file}, med {count} förslag. Skriv klart det, och läs tillbaka det med: "
    "evenemang checklist from-excel {file}",
    en="The draft is written: {file}, with {count} proposals. Finish it, and read it back with: evenemang "
    "checklist from-excel {file}",
)
WHOLE = Text(sv="--draft och --to hör ihop. Ange båda.", en="--draft and --to belong together. Give both.")
IN_DRAFTS = ("new-question", "raise-likelihood")

Years = Annotated[int, typer.Option("--years", min=YEARS[0], max=YEARS[-1], help="Hur många år tillbaka.")]
Drafted = Annotated[
    str, typer.Option("--draft", metavar="AREA", help="Skriv ett utkast till ett riskområde.")
]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE.xlsx", help="Filen för utkastet.")]
Take = Annotated[
    list[str] | None,
    typer.Option("--take", metavar="ID", help="Ett förslag att ta med; annars områdets egna."),
]


def foresight(
    data: Data = Path("data"),
    years: Years = YEARS[0],
    area: Drafted = "",
    file: To = None,
    take: Take = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Vad som var förutsett, vad som aldrig hänt, och vad checklistorna därför bör fråga."""
    if bool(area) != (file is not None):
        say(WHOLE)
        raise typer.Exit(Exit.WRONG_USE)
    with refusals():
        workspace = bootstrap.open_data(data).workspace
        found = over_years(workspace, years)
    if file is not None:
        _draft(found, area, file, take or [], force)
    elif as_json:
        put(plain(found))
    else:
        _tell(found, workspace.content)


def _draft(found: Foresight, area: str, file: Path, take: list[str], force: bool) -> None:
    refuse_to_overwrite(file, force)
    with refusals():
        known = authoring.area_of(area)
        chosen = _chosen(found, known.area, take)
        book = authoring.area_to_excel(draft(known, chosen, found.looked.until), language())
    write(file, book)
    say(DRAFTED, file=file, count=len(chosen))


def _chosen(found: Foresight, area: str, take: list[str]) -> list[Proposal]:
    usable = {one.id: one for one in found.proposals if one.kind in IN_DRAFTS}
    for one in take:
        if one not in usable:
            say(NO_SUCH, id=one)
            raise typer.Exit(Exit.NOT_FINE)
    chosen = [usable[one] for one in take] or [one for one in usable.values() if one.area == area]
    if not chosen:
        say(NONE_FITS, area=area)
        raise typer.Exit(Exit.NOT_FINE)
    return chosen


def _tell(found: Foresight, content: Content) -> None:
    looked, said = found.looked, language()
    put_line(EVENTS.say(said).format(events=len(looked.imprints), since=looked.since, until=looked.until))
    share = found.foreseen.share
    counted = FORESEEN.say(said).format(of=of(share, said), spoken=spoken(share, said)) if share else ""
    put_line(counted or NOTHING.say(said))
    for one in found.judged.steps or ():
        if one.seen:
            put_line(
                STEP.say(said).format(
                    step=one.step,
                    band=band(one.band, said),
                    of=f"{one.seen.happened}/{one.seen.events}",
                    interval=interval(one.seen, said),
                    verdict=VERDICTS[one.verdict].say(said),
                )
            )
    put_line(NEVER.say(said).format(count=len(found.judged.never)))
    put_line(IDLE.say(said).format(count=len(found.idle.clear), few=found.idle.too_few))
    for kind in KINDS:
        for proposal in found.proposals:
            if proposal.kind == kind:
                _tell_proposal(proposal, content)


def _tell_proposal(one: Proposal, content: Content) -> None:
    said = language()
    area = area_name(one.area, content, said) or NO_AREA.say(said)
    put_line(f"{PROPOSALS[one.kind].say(said)} ({area}) {one.id}")
    put_line(f"  {headline(one, content, said)}")
    put_line(f"  {reason(one, content, said)}")
    ids = [f"{each.dossier}/{each.id}" for each in one.incidents] or list(one.dossiers)
    text = BEHIND if len(ids) <= TOLD else BEHIND_MANY
    put_line(f"  {text.say(said).format(ids=' '.join(ids[:TOLD]), more=len(ids) - TOLD)}")
