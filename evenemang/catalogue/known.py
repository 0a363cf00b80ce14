"""What conditions and files may refer to: facts, questions, sources, figures and sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from evenemang.catalogue.fault import Found, Place
from evenemang.domain.calculator import Calculator
from evenemang.domain.checklist import YES_NO, Area, Question
from evenemang.domain.condition import Value
from evenemang.domain.profile import FactQuestion, Profile
from evenemang.domain.text import Text


@dataclass(frozen=True)
class Known:
    """Everything that is installed, by name."""

    facts: Mapping[str, FactQuestion]
    questions: Mapping[str, Question]
    calculators: Mapping[str, Calculator]
    unfinished: frozenset[str] = frozenset()  # names in files that are not models yet

    def names(self) -> frozenset[str]:
        """Return every name a condition may ask about, but `answer`."""
        return self.unfinished.union(
            [*(f"event.{fact}" for fact in self.facts), *(f"answers.{one}" for one in self.questions)]
        )

    def words(self, name: str, answer: Question | None = None) -> tuple[str, ...] | None:
        """Return the words a name may be compared with; None where any will do."""
        asked = self._behind(name, answer)
        if asked is None or asked.kind not in ("choice", "yes-no"):
            return None
        return asked.words

    def samples(self, name: str, answer: Question | None = None) -> tuple[Value, ...]:
        """Return values a name may have, to try a condition with."""
        asked = self._behind(name, answer)
        return asked.samples if asked else ()

    def _behind(self, name: str, answer: Question | None) -> Behind | None:
        if name == "answer":
            return behind_question(answer) if answer else None
        kind, _, rest = name.partition(".")
        if kind == "event":
            return behind_fact(self.facts[rest]) if rest in self.facts else None
        return behind_question(self.questions[rest]) if rest in self.questions else None


@dataclass(frozen=True)
class Behind:
    """What stands behind a name: its kind, its words, and values it may have."""

    kind: str
    words: tuple[str, ...]
    samples: tuple[Value, ...]


def behind_fact(fact: FactQuestion) -> Behind:
    """Return what an event's fact may be."""
    if fact.type == "yes-no":
        return Behind("truth", (), (True, False))
    return _behind(fact.type, tuple(choice.id for choice in fact.choices))


def behind_question(question: Question) -> Behind:
    """Return what an answer may be."""
    choices = tuple(choice.id for choice in question.choices)
    words = {"yes-no": (*YES_NO, "not-relevant"), "choice": (*choices, "not-relevant")}
    return _behind(question.answer, words.get(question.answer, ()))


def _behind(kind: str, words: tuple[str, ...]) -> Behind:
    if kind == "number":
        return Behind(kind, (), (1, 2.5))
    return Behind(kind, words, words[:2] or ("2026-11-22T18:30",))


def gather(
    areas: Iterable[Area],
    profile: Profile | None,
    calculators: Iterable[Calculator],
    unfinished: frozenset[str] = frozenset(),
) -> Known:
    """Return what is known, from all that is installed or given."""
    return Known(
        facts={fact.id: fact for fact in profile.facts} if profile else {},
        questions={question.id: question for area in areas for question in area.questions()},
        calculators={one.id: one for one in calculators},
        unfinished=unfinished,
    )


def unknown(place: Place, what: Text, name: str, candidates: Iterable[str]) -> Found:
    """Return a fault about a name that is not there, suggesting the nearest."""
    near = get_close_matches(name, sorted(candidates), n=1, cutoff=0.5)
    return Found(
        place,
        what,
        Text(sv=f"Menas {near[0]}?", en=f"Is {near[0]} meant?")
        if near
        else Text(sv="Lägg till det, eller ändra här.", en="Add it, or change it here."),
    )


def repeated(places: Iterable[tuple[Place, str]], kind: Text) -> Iterator[Found]:
    """Return every id that stands a second time."""
    seen: set[str] = set()
    for place, name in places:
        if name in seen:
            yield Found(
                place,
                Text(sv=f"{kind.sv} ”{name}” finns redan.", en=f"{kind.en} “{name}” is there already."),
                Text(sv="Ge den ett eget id.", en="Give it an id of its own."),
            )
        seen.add(name)
