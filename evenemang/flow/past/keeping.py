"""Keeping what a list tells: its dossiers, with the places, organisers and lessons they need, all or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile, Refused
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.journal import Kind, canonical
from evenemang.flow.meanwhile import last_touching
from evenemang.flow.past.changing import UPDATED, ListDifference
from evenemang.flow.past.making import Making, Rows
from evenemang.flow.past.mapping import remember
from evenemang.flow.past.trying import Trial, tried
from evenemang.flow.racing import tried_again
from evenemang.flow.storing import Save
from evenemang.flow.workspace import Workspace

ATTEMPTS = 4

ASK_FIRST = Text(
    sv="{count} namn i listan liknar något som redan finns. Säg först vilka som är samma.",
    en="{count} names in the list are like something that is here. First say which are the same.",
)


@dataclass(frozen=True)
class Kept:
    """What was made, by id, and the dossiers that were changed."""

    dossiers: tuple[str, ...]
    places: tuple[str, ...]
    organisers: tuple[str, ...]
    lessons: tuple[str, ...]
    updated: tuple[str, ...] = ()


def keep(
    workspace: Workspace, trial: Trial, by: Actor, *, chosen: Iterable[ListDifference] = (), new: bool = True
) -> Kept:
    """Keep every row that is `new`, and take in what is `chosen`, tried once again on what is stored now.

    All of it in one transaction, or nothing; the mapping is remembered.

    Raises:
        NotAllowed: If who acts may not.
        Refused: If a name must still be settled by a person.
        ChangedMeanwhile: If somebody has changed what was chosen since it was looked at.
        LostRace: If others read lists in again and again meanwhile; nothing is kept.
    """
    wanted = tuple(chosen)
    if new:
        workspace.require(by, "import-from-list")
    if wanted:
        workspace.require(by, UPDATED)
    # Where somebody read in the same rows meanwhile, they are here at the next try.
    return tried_again(ATTEMPTS, lambda: _kept(workspace, trial, wanted, by, new=new))


def _kept(
    workspace: Workspace, trial: Trial, chosen: tuple[ListDifference, ...], by: Actor, *, new: bool
) -> Kept:
    now = tried(workspace, trial.listed, trial.mapping)
    if now.questions:
        count = str(len(now.questions))
        why = Text(sv=ASK_FIRST.sv.format(count=count), en=ASK_FIRST.en.format(count=count))
        raise Refused("questions", why=why)
    rows = Rows(now.of("new") if new else (), tuple(_still(workspace, now, chosen)))
    saves = Making(workspace, now, rows, by).saves()
    workspace.store.save_all(saves, once=[one.fingerprint for one in rows.new])
    remember(workspace.store, now.mapping)
    return Kept(
        _ids(saves, "dossier"),
        _ids(saves, "place"),
        _ids(saves, "organiser"),
        _ids(saves, "lesson"),
        tuple(one.record.id for one in saves if one.kind == "dossier" and one.expected > 0),
    )


def _ids(saves: Sequence[Save], kind: Kind) -> tuple[str, ...]:
    return tuple(one.record.id for one in saves if one.kind == kind and one.expected == 0)


def _still(workspace: Workspace, now: Trial, chosen: tuple[ListDifference, ...]) -> Iterable[ListDifference]:
    """Yield what was chosen, as it stands; what says the same by now is left.

    Raises:
        ChangedMeanwhile: If somebody has changed it since it was looked at.
    """
    standing = {one.key: one for one in now.differences}
    for one in chosen:
        found = standing.get(one.key)
        if found is None:
            continue
        if canonical(found.stored) != canonical(one.stored):
            raise _changed(workspace, one, found)
        yield found


def _changed(workspace: Workspace, seen: ListDifference, now: ListDifference) -> ChangedMeanwhile:
    journal = workspace.store.journal("dossier", now.dossier)
    last = next((row for path in now.stored if (row := last_touching(journal, path))), None)
    return ChangedMeanwhile(
        "a dossier and its list",
        who=last.deed.by if last else "?",
        when=f"{last.deed.at.astimezone(LOCAL):%Y-%m-%d %H:%M}" if last else "?",
        what=f"{now.name}: {now.heading}",
        seen=seen.stored_shown or "–",
        now=now.stored_shown or "–",
        wanted=now.said_shown,
    )
