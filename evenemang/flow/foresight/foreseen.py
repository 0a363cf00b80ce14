"""Which incidents were foreseen: in all, by the area and question whose risk foresaw them, and by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from evenemang.domain.incident import IncidentType
from evenemang.domain.share import Share, share
from evenemang.flow.foresight.gathering import LookedBack
from evenemang.flow.foresight.imprint import Happened


@dataclass(frozen=True)
class ByQuestion:
    """The incidents that the risks of one question foresaw, out of all; none: its own risks."""

    area: str
    question: str | None
    share: Share
    incidents: tuple[Happened, ...]


@dataclass(frozen=True)
class ByKind:
    """How many incidents of one kind were foreseen, out of those of that kind."""

    kind: IncidentType
    share: Share


@dataclass(frozen=True)
class ForeseenIncidents:
    """What happened, and how much of it some risk had foreseen."""

    share: Share | None  # None where nothing happened
    unjudged: int  # nobody has said yet; they count as not foreseen
    secret: int  # counted, and told nowhere else
    set_aside: int  # their risk had been proposed, and dismissed
    questions: tuple[ByQuestion, ...]  # the most first
    kinds: tuple[ByKind, ...]  # the most missed first


def foreseen(looked: LookedBack) -> ForeseenIncidents:
    """Return which incidents were foreseen, and by what."""
    incidents = [one for each in looked.imprints for one in each.incidents]
    total = len(incidents)
    return ForeseenIncidents(
        share=share(sum(one.foreseen == "risk" for one in incidents), total),
        unjudged=sum(one.foreseen == "unjudged" for one in incidents),
        secret=sum(one.secret for one in incidents),
        set_aside=sum(one.set_aside for one in incidents),
        questions=_questions(incidents, total),
        kinds=_kinds(incidents),
    )


def _questions(incidents: list[Happened], total: int) -> tuple[ByQuestion, ...]:
    found: dict[tuple[str, str], list[Happened]] = {}
    for one in incidents:
        if one.area:
            found.setdefault((one.area, one.question or ""), []).append(one)
    rows = [
        ByQuestion(area, question or None, counted, tuple(those))
        for (area, question), those in found.items()
        if (counted := share(len(those), total))
    ]
    return tuple(sorted(rows, key=lambda row: (-row.share.part, row.area, row.question or "")))


def _kinds(incidents: list[Happened]) -> tuple[ByKind, ...]:
    counts = Counter(one.type for one in incidents)
    seen = Counter(one.type for one in incidents if one.foreseen == "risk")
    rows = [ByKind(kind, found) for kind, count in counts.items() if (found := share(seen[kind], count))]
    return tuple(sorted(rows, key=lambda row: (row.share.part - row.share.whole, row.kind)))
