"""Checks of the profile that its models alone cannot make."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.catalogue.asking import condition_faults
from evenemang.catalogue.fault import Found, Place
from evenemang.catalogue.known import Known, repeated, unknown
from evenemang.domain.profile import FactQuestion, Profile
from evenemang.domain.text import Text


def profile_faults(profile: Profile, known: Known) -> Iterator[Found]:
    """Return everything that is wrong with the profile."""
    yield from _repeated_facts(profile)
    yield from _steps_missing(profile)
    yield from _open_facts_missing(profile)
    yield from _sources_missing(profile)
    for at, fact in enumerate(profile.facts):
        yield from _answer_unfit(("facts", at), fact)
        yield from _asked_too_early(profile, ("facts", at), fact)
        if fact.shown_when:
            yield from condition_faults(("facts", at, "shown_when"), fact.shown_when, known)
    yield from _classes_unfit(profile)
    yield from _classification_unfit(profile, known)


def _repeated_facts(profile: Profile) -> Iterator[Found]:
    ids = (((("facts", at, "id")), fact.id) for at, fact in enumerate(profile.facts))
    yield from repeated(ids, Text(sv="Uppgiften", en="The fact"))
    orders = ((("facts", at, "order"), str(fact.order)) for at, fact in enumerate(profile.facts))
    yield from repeated(orders, Text(sv="Platsen i ordningen", en="The place in the order"))


def _steps_missing(profile: Profile) -> Iterator[Found]:
    steps = [step.id for step in profile.steps]
    for at, fact in enumerate(profile.facts):
        if fact.step not in steps:
            what = Text(sv=f"Steget ”{fact.step}” finns inte.", en=f"The step “{fact.step}” does not exist.")
            yield unknown(("facts", at, "step"), what, fact.step, steps)


def _open_facts_missing(profile: Profile) -> Iterator[Found]:
    facts = [fact.id for fact in profile.facts]
    for at, name in enumerate(profile.leave_open.often_open):
        if name not in facts:
            what = Text(sv=f"Uppgiften ”{name}” finns inte.", en=f"The fact “{name}” does not exist.")
            yield unknown(("leave_open", "often_open", at), what, name, facts)


def _sources_missing(profile: Profile) -> Iterator[Found]:
    sources = [source.id for source in profile.sources]
    for at, name in enumerate(profile.classification.source):
        if name not in sources:
            what = Text(sv=f"Källan ”{name}” finns inte.", en=f"The source “{name}” does not exist.")
            yield unknown(("classification", "source", at), what, name, sources)


def _answer_unfit(place: Place, fact: FactQuestion) -> Iterator[Found]:
    """A number has its unit, and a choice its choices."""
    if fact.type == "number" and fact.unit is None:
        yield Found(
            place,
            Text(sv="Talet saknar enhet.", en="The number has no unit."),
            Text(sv="Lägg till unit.", en="Add unit."),
        )
    if (fact.type == "choice") != (len(fact.choices) >= 2):
        yield Found(
            place,
            Text(
                sv="choices hör till type: choice, och är minst två.",
                en="choices belong to type: choice, at least two.",
            ),
            Text(sv="Ändra type eller choices.", en="Change type or choices."),
        )


def _asked_too_early(profile: Profile, place: Place, fact: FactQuestion) -> Iterator[Found]:
    """Whether a fact is asked for may hang only on those asked before it, or it would come and go."""
    later = {f"event.{one.id}" for one in profile.facts if one.order >= fact.order and one.derived is None}
    for name in sorted(later & (fact.shown_when.names if fact.shown_when else frozenset())):
        yield Found(
            (*place, "shown_when"),
            Text(sv=f"{name} frågas inte före den här.", en=f"{name} is not asked before this one."),
            Text(sv="Ändra order.", en="Change order."),
        )


def _classes_unfit(profile: Profile) -> Iterator[Found]:
    """Classes rise from 0 points."""
    starts = [one.start for one in profile.classification.classes]
    if starts[:1] != [0] or sorted(set(starts)) != starts:
        yield Found(
            ("classification", "classes"),
            Text(sv="Klasserna stiger inte från 0 poäng.", en="The classes do not rise from 0 points."),
            Text(sv="Ordna dem efter from, den första 0.", en="Order them by from, the first 0."),
        )
    ids = [one.id for one in profile.classification.classes]
    for at, floor in enumerate(profile.classification.floors):
        if floor.klass not in ids:
            yield Found(
                ("classification", "floors", at, "class"),
                Text(sv=f"Klass {floor.klass} finns inte.", en=f"There is no class {floor.klass}."),
                Text(sv=f"Välj bland {ids}.", en=f"Choose among {ids}."),
            )


def _classification_unfit(profile: Profile, known: Known) -> Iterator[Found]:
    for at, factor in enumerate(profile.classification.factors):
        for number, level in enumerate(factor.levels):
            place: Place = ("classification", "factors", at, "levels", number, "when")
            yield from condition_faults(place, level.when, known)
    for at, floor in enumerate(profile.classification.floors):
        yield from condition_faults(("classification", "floors", at, "when"), floor.when, known)
