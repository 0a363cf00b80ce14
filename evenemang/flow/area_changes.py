"""What a newer version of an area of risk changes, in plain language, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evenemang.domain.checklist import Area, Question
from evenemang.domain.text import Text
from evenemang.flow.change_words import InWords, became, quoted
from evenemang.flow.question_changes import question_changes
from evenemang.flow.words import AXES, PHASES, SECRECIES


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise in the newer version, as a sentence.

    `question` is where, or None for the area as a whole; `ask` is how that question is put.
    """

    told: Text
    question: str | None = None
    ask: Text | None = None


def area_changes(old: Area, new: Area, in_words: InWords) -> tuple[Change, ...]:
    """Return what the newer version changes: the area itself, then its questions in their new order.

    Questions that are asked no longer come last; their answers stay. `in_words` says a condition plainly.
    The date of the version is no change.
    """
    before = {one.id: one for one in old.questions()}
    after = {one.id: one for one in new.questions()}
    gone = [one for key, one in before.items() if _is_asked(one) and not _is_asked(after.get(key))]
    return (
        *(Change(told) for told in _head(old, new, in_words)),
        *(
            Change(told, key, one.ask)
            for key, one in after.items()
            if _is_asked(one)
            for told in _about(one, before.get(key), old, new, in_words)
        ),
        *(Change(NO_LONGER, one.id, one.ask) for one in gone),
    )


NO_LONGER = Text(
    sv="Ställs inte längre. Svar som redan finns blir kvar.",
    en="No longer asked. Answers already given stay.",
)
AGAIN = Text(sv="Ställs igen.", en="Asked again.")


def _is_asked(one: Question | None) -> bool:
    return one is not None and one.retired is None


def _about(one: Question, before: Question | None, old: Area, new: Area, in_words: InWords) -> Iterator[Text]:
    if before is None:
        yield _is_new(one)
        return
    if before.retired:
        yield AGAIN
    yield from question_changes(before, one, old, new, in_words)


def _is_new(one: Question) -> Text:
    if not one.is_planning:
        phase = PHASES[one.phase]
        return Text(sv=f"Ny fråga i ronden vid {phase.sv}.", en=f"New question in the round at {phase.en}.")
    if one.depth == 1:
        return Text(
            sv="Ny grundfråga. Den ska besvaras före ställningstagandet.",
            en="New basic question. It must be answered before the decision.",
        )
    return Text(sv="Ny fråga.", en="New question.")


def _head(old: Area, new: Area, in_words: InWords) -> Iterator[Text]:
    if old.title != new.title:
        yield became(Text(sv="Området heter", en="The area is called"), quoted(old.title), quoted(new.title))
    if old.summary != new.summary:
        yield Text(
            sv=f"Vad området skyddar är omskrivet: {new.summary.sv}",
            en=f"What the area protects is rewritten: {new.summary.en}",
        )
    if old.proposed_when.source != new.proposed_when.source:
        name, when = Text(sv="Området föreslås", en="The area is proposed"), Text(sv="när", en="when")
        yield became(name, in_words(old.proposed_when), in_words(new.proposed_when), when)
    if old.because != new.because:
        name = Text(sv="Skälet att föreslå området är", en="The reason to propose the area is")
        yield became(name, quoted(old.because), quoted(new.because))
    if old.axis != new.axis:
        name, judged = Text(sv="Området bedöms", en="The area is judged"), Text(sv="som", en="as")
        yield became(name, AXES[old.axis], AXES[new.axis], judged)
    if old.secrecy != new.secrecy:
        name = Text(sv="Områdets skydd är", en="The secrecy of the area is")
        yield became(name, SECRECIES[old.secrecy], SECRECIES[new.secrecy])
    if old.order != new.order:
        yield Text(
            sv="Området står på en annan plats i listan.", en="The area has another place in the list."
        )
    yield from _sections(old, new)
    yield from _sources(old, new)


def _sections(old: Area, new: Area) -> Iterator[Text]:
    titles = {one.id: one.title for one in old.sections}
    for one in new.sections:
        if one.id in titles and titles[one.id] != one.title:
            was, now = quoted(titles[one.id]), quoted(one.title)
            yield Text(
                sv=f"Avsnittet {was.sv} heter nu {now.sv}.",
                en=f"The section {was.en} is now called {now.en}.",
            )
    if _in_common(old, new) != _in_common(new, old):
        yield Text(sv="Frågorna ställs i en annan ordning.", en="The questions are asked in another order.")


def _in_common(one: Area, other: Area) -> list[str]:
    """Return the questions that both ask, in the order of the one."""
    there = {each.id for each in other.questions() if _is_asked(each)}
    return [each.id for each in one.questions() if _is_asked(each) and each.id in there]


def _sources(old: Area, new: Area) -> Iterator[Text]:
    before, after = ({one.id: one for one in area.sources} for area in (old, new))
    for key, one in after.items():
        if key not in before:
            yield Text(sv=f"Ny källa: {one.title}.", en=f"New source: {one.title}.")
        elif before[key] != one:
            yield Text(
                sv=f"Uppgifterna om källan {one.title} är ändrade.",
                en=f"What is said of the source {one.title} is changed.",
            )
    for key in before.keys() - after.keys():
        yield Text(
            sv=f"Källan {before[key].title} är borttagen.", en=f"The source {before[key].title} is removed."
        )


def by_question(found: Iterable[Change]) -> tuple[tuple[Text | None, tuple[Text, ...]], ...]:
    """Return the changes under the question they are about, in their order; the area's own under None."""
    groups: dict[str | None, list[Change]] = {}
    for one in found:
        groups.setdefault(one.question, []).append(one)
    return tuple((group[0].ask, tuple(one.told for one in group)) for group in groups.values())
