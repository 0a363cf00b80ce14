"""The stop criteria of one event: what the checklists say, what the group agreed on, what was read last."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from evenemang.domain.counting import Standing
from evenemang.domain.day_plan import AgreedStop
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL
from evenemang.domain.norm import Unit
from evenemang.domain.review import UnderReview
from evenemang.domain.round import LogEntry
from evenemang.domain.stop import Limit
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.reading import Reading

LOG = logging.getLogger("evenemang.stops")


@dataclass(frozen=True)
class Criterion:
    """One stop criterion as it stands for an event; what a person typed is a string."""

    id: str
    title: Text | str
    watch: float | None
    stop: float | None
    unit: Unit
    below: bool
    when: str  # in words, where a figure cannot say it
    do: Text | str
    decides: str | None  # None: nobody has said
    sources: tuple[Text | str, ...]
    agreed: AgreedStop | None
    last: LogEntry | None  # what was read off last
    is_own: bool = False
    instead: float | None = None  # the checklist's figure, where the group goes by another

    @property
    def standing(self) -> Standing | None:
        """Where what was read last stands; None where nothing was read."""
        if self.last is None or self.last.value is None:
            return None
        if self._reached(self.stop, self.last.value):
            return "stop"
        return "watch" if self._reached(self.watch, self.last.value) else "calm"

    def _reached(self, figure: float | None, value: float) -> bool:
        return figure is not None and (value <= figure if self.below else value >= figure)


def criteria(dossier: Dossier, content: Content, reading: Reading, now: datetime) -> tuple[Criterion, ...]:
    """Return the criteria of an event: of its areas in their order, then the group's own."""
    agreed = {one.id: one for one in dossier.stops}
    read = {one.stop: one for one in sorted(_readings(dossier), key=lambda one: one.when.timestamp())}
    found = [
        _of_limit(limit, agreed.get(limit.id), read.get(limit.id), content)
        for limit in limits(dossier, content, reading, now)
        if not limit.of_capacity
    ]
    known = {one.id for one in found}
    own = [_own(one, read.get(one.id)) for one in dossier.stops if one.id not in known and one.title]
    return (*found, *own)


def of_capacity(dossier: Dossier, content: Content, reading: Reading, now: datetime) -> Limit | None:
    """Return the shares of the highest number that are agreed on by default; None where no area says."""
    found = limits(dossier, content, reading, now)
    return next((one for one in found if one.of_capacity), None)


def limits(dossier: Dossier, content: Content, reading: Reading, now: datetime) -> tuple[Limit, ...]:
    """Return what the installed areas say; what fails is left out, and told in the log."""
    under = UnderReview(
        dossier=dossier,
        now=now.astimezone(LOCAL),
        facts=reading.facts,
        asked=reading.asked,
        areas=content.areas,
        matrix=content.matrix,
        norms=content.norms,
    )
    found: list[Limit] = []
    for stop in content.stops:
        try:
            found += stop.look(under)
        except Exception as error:  # a plugin's fault must not take the others away
            LOG.warning("the stop criterion %s of %s failed: %r", stop.id, stop.brought_by, error)
    return tuple(found)


def source_words(limit: Limit, content: Content) -> tuple[Text, ...]:
    """Return where the figures of a limit come from: norms with their source, and answers."""
    return (*_norms(limit, content), *_questions(limit, content))


def _norms(limit: Limit, content: Content) -> Iterator[Text]:
    for name in limit.norms:
        norm = content.norms[name]
        source_id = limit.source or norm.source
        source = content.norm_sources.get(source_id)
        at = source.title if source else source_id
        yield Text(sv=f"{norm.title.sv} ({at})", en=f"{norm.title.en} ({at})")


def _questions(limit: Limit, content: Content) -> Iterator[Text]:
    for name in limit.questions:
        question = content.question(name)
        if question:
            yield Text(sv=f"Svaret på ”{question.ask.sv}”", en=f"The answer to “{question.ask.en}”")


def _of_limit(limit: Limit, agreed: AgreedStop | None, last: LogEntry | None, content: Content) -> Criterion:
    watch, stop = limit.watch, limit.stop
    sources: tuple[Text | str, ...] = source_words(limit, content)
    if agreed and (agreed.watch is not None or agreed.stop is not None):
        watch = agreed.watch if agreed.watch is not None else watch
        stop = agreed.stop if agreed.stop is not None else stop
        sources = (agreed.source,)
    return Criterion(
        id=limit.id,
        title=limit.title,
        watch=watch,
        stop=stop,
        unit=limit.unit,
        below=limit.below,
        when=agreed.when if agreed else "",
        do=(agreed.do if agreed else "") or limit.do,
        decides=agreed.decides if agreed else None,
        sources=sources,
        agreed=agreed,
        last=last,
        instead=limit.stop if stop != limit.stop else None,
    )


def _own(agreed: AgreedStop, last: LogEntry | None) -> Criterion:
    return Criterion(
        id=agreed.id,
        title=agreed.title,
        watch=agreed.watch,
        stop=agreed.stop,
        unit=agreed.unit or "",
        below=False,
        when=agreed.when,
        do=agreed.do,
        decides=agreed.decides,
        sources=(agreed.source,) if agreed.source else (),
        agreed=agreed,
        last=last,
        is_own=True,
    )


def _readings(dossier: Dossier) -> Iterator[LogEntry]:
    return (one for one in dossier.day_log if one.kind == "reading" and one.stop and one.value is not None)
