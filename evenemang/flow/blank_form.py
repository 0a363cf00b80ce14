"""A blank form: what stands on the paper that is filled in by hand, of an area or of one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from evenemang.domain.assessment import OwnQuestion
from evenemang.domain.checklist import AnswerKind, Area, Phase, Question
from evenemang.domain.condition import Condition, Facts
from evenemang.domain.source import Source
from evenemang.domain.text import Text
from evenemang.flow.walking import stretches

InWords = Callable[[Condition], Text]
OWN_QUESTIONS = Text(sv="Gruppens egna frågor", en="The group's own questions")


@dataclass(frozen=True)
class Item:
    """One question as it stands on paper; what bad answers raise is not for the paper."""

    number: int
    id: str
    ask: Text
    kind: AnswerKind
    why: Text | None = None
    help: Text | None = None
    unit: Text | None = None
    limits: Text | None = None
    choices: tuple[Text, ...] = ()
    asked_if: Text | None = None  # what decides whether it is asked, where that is not known
    depth: int | None = None  # on an area's own form: an event's has gone by it already
    sources: tuple[int, ...] = ()  # by the numbers of the list at the end
    secret: bool = False


@dataclass(frozen=True)
class Group:
    """Questions under one heading."""

    title: Text
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Chapter:
    """An area with its sections, or a round with its areas."""

    title: Text
    groups: tuple[Group, ...]
    about: Text | None = None
    walked: bool = False  # on site: who walked, when and where is written in


@dataclass(frozen=True)
class Form:
    """A blank form."""

    kind: Text
    title: Text
    head: tuple[tuple[Text, Text | None], ...]  # what is said of it; None is a line to fill in
    chapters: tuple[Chapter, ...]
    sources: tuple[Source, ...]
    left_out: int = 0  # secret questions that are not on it
    of: date | None = None  # the version of the area, or the day it was made
    sender: str = ""  # the municipality's name
    arms: str = ""  # and its arms, a PNG in base64

    @property
    def items(self) -> tuple[Item, ...]:
        """All its questions in their order."""
        return tuple(one for chapter in self.chapters for group in chapter.groups for one in group.items)


@dataclass
class Numbering:
    """Numbers questions and sources through one form, and words their conditions."""

    in_words: InWords
    facts: Facts | None = None  # None: an area's own form, where every condition is told
    secret: Callable[[str], bool] = lambda _: False
    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    last: int = 0

    def items(self, area: Area, questions: Iterable[Question]) -> tuple[Item, ...]:
        """Return an area's questions as they stand on paper."""
        return tuple(self._item(area, one) for one in questions)

    def own(self, questions: Iterable[OwnQuestion]) -> tuple[Item, ...]:
        """Return questions that the group has put itself, as it typed them."""
        return tuple(
            Item(
                number=self._next(),
                id=one.id,
                ask=Text(sv=one.ask, en=one.ask),
                kind="yes-no",
                secret=self.secret(one.id),
            )
            for one in questions
        )

    def _item(self, area: Area, one: Question) -> Item:
        return Item(
            number=self._next(),
            id=one.id,
            ask=one.ask,
            kind=one.answer,
            why=one.why,
            help=one.help,
            unit=Text(sv=one.unit, en=one.unit) if isinstance(one.unit, str) else one.unit,
            limits=limits_said(one),
            choices=tuple(choice.text for choice in one.choices),
            asked_if=self._asked_if(one.shown_when),
            depth=one.depth if self.facts is None else None,
            sources=tuple(self._source(area, name) for name in one.source),
            secret=self.secret(one.id),
        )

    def _next(self) -> int:
        self.last += 1
        return self.last

    def _asked_if(self, condition: Condition | None) -> Text | None:
        if condition is None or (self.facts is not None and condition.holds(self.facts) is not None):
            return None
        return self.in_words(condition)

    def _source(self, area: Area, name: str) -> int:
        found = next(one for one in area.sources if one.id == name)
        key = (found.title, found.at)
        self.sources.setdefault(key, found)
        return list(self.sources).index(key) + 1


def area_form(area: Area, in_words: InWords) -> Form:
    """Return the form of an area whole: every question that is not retired, at every depth."""
    asked = [one for one in area.questions() if not one.retired]
    secret = {one.id for one in asked if area.secrecy_of(one) == "secret"}
    numbering = Numbering(in_words, secret=secret.__contains__)
    return Form(
        kind=Text(sv="Checklista att fylla i för hand", en="Checklist to fill in by hand"),
        title=area.title,
        head=tuple((label, None) for label in BLANK_HEAD),
        chapters=(chapter_of(area, asked, numbering),),
        sources=tuple(numbering.sources.values()),
        of=area.version,
    )


BLANK_HEAD = (
    Text(sv="Evenemang", en="Event"),
    Text(sv="Datum", en="Date"),
    Text(sv="Plats", en="Place"),
    Text(sv="Handläggare", en="Officer"),
)


def chapter_of(
    area: Area, asked: Iterable[Question], numbering: Numbering, own: Iterable[OwnQuestion] = ()
) -> Chapter:
    """Return an area as a chapter: its sections, its rounds, and what the group asks itself."""
    groups = [
        Group(_heading(part.title), numbering.items(area, part.questions))
        for stretch in stretches(area, tuple(asked))
        for part in stretch.parts
    ]
    typed = numbering.own(own)
    if typed:
        groups.append(Group(OWN_QUESTIONS, typed))
    return Chapter(area.title, tuple(groups), about=area.summary)


def round_chapters(
    asked: Iterable[tuple[Area, tuple[Question, ...]]], numbering: Numbering, titles: dict[Phase, Text]
) -> Iterator[Chapter]:
    """Yield a chapter for each round, with the areas that ask something in it."""
    areas = tuple(asked)
    for phase, title in titles.items():
        groups = tuple(
            Group(area.title, numbering.items(area, found))
            for area, questions in areas
            if (found := tuple(one for one in questions if one.phase == phase))
        )
        if groups:
            yield Chapter(_heading(title), groups, walked=True)


def _heading(title: Text) -> Text:
    return Text(sv=title.sv[:1].upper() + title.sv[1:], en=title.en[:1].upper() + title.en[1:])


def limits_said(one: Question) -> Text | None:
    """Return the least and the most that may be answered; None where there is no limit to tell."""
    said = [
        Text(sv=f"{sv} {_figure(limit).replace('.', ',')}", en=f"{en} {_figure(limit)}")
        for limit, sv, en in ((one.min or None, "minst", "at least"), (one.max, "högst", "at most"))
        if limit is not None  # nobody writes less than nothing: a lowest of 0 is not told
    ]
    if not said:
        return None
    return Text(sv=", ".join(part.sv for part in said), en=", ".join(part.en for part in said))


def _figure(limit: float) -> str:
    return (f"{limit:.0f}" if limit == int(limit) else str(limit)).replace("-", "−")
