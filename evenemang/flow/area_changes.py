"""What a newer version of an area of risk changes, in plain language, question by question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from evenemang.domain.checklist import Area, Question, Raise
from evenemang.domain.condition import Condition
from evenemang.domain.norm import Unit
from evenemang.domain.text import Text
from evenemang.flow.words import PHASES

InWords = Callable[[Condition], Text]
ALWAYS = Text(sv="alltid", en="always")
WITHOUT = Text(sv="ingen", en="none")


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise in the newer version; `question` is where, or None for the whole area."""

    told: Text
    question: str | None = None


def area_changes(old: Area, new: Area, in_words: InWords) -> tuple[Change, ...]:
    """Return what the newer version changes: the area itself, then its questions in their new order.

    Questions that are asked no longer come last; their answers stay. `in_words` says a condition plainly.
    """
    before = {one.id: one for one in old.questions() if not one.retired}
    after = {one.id: one for one in new.questions() if not one.retired}
    return (
        *(Change(told) for told in _head(old, new, in_words)),
        *(
            Change(told, key)
            for key, one in after.items()
            for told in (_changed(before[key], one, in_words) if key in before else [_is_new(one)])
        ),
        *(Change(_is_gone(one), key) for key, one in before.items() if key not in after),
    )


def _head(old: Area, new: Area, in_words: InWords) -> Iterator[Text]:
    if old.title != new.title:
        yield _became(Text(sv="Området heter", en="The area is called"), old.title, new.title)
    if old.summary != new.summary:
        yield Text(sv="Vad området skyddar är omskrivet.", en="What the area protects is rewritten.")
    if old.proposed_when.source != new.proposed_when.source:
        name = Text(sv="Området föreslås när", en="The area is proposed when")
        yield _became(name, in_words(old.proposed_when), in_words(new.proposed_when))
    if (old.axis, old.secrecy) != (new.axis, new.secrecy):
        yield Text(
            sv="Områdets axel eller skydd är ändrat.", en="The axis or secrecy of the area is changed."
        )


def _is_new(one: Question) -> Text:
    if one.is_planning and one.depth == 1:
        return Text(
            sv=f"Ny grundfråga: {_quoted(one).sv}. Den ska besvaras före ställningstagandet.",
            en=f"New basic question: {_quoted(one).en}. It must be answered before the decision.",
        )
    return Text(sv=f"Ny fråga: {_quoted(one).sv}.", en=f"New question: {_quoted(one).en}.")


def _is_gone(one: Question) -> Text:
    return Text(
        sv=f"Ställs inte längre: {_quoted(one).sv}. Svar som finns blir kvar.",
        en=f"No longer asked: {_quoted(one).en}. Answers already given stay.",
    )


def _changed(old: Question, new: Question, in_words: InWords) -> Iterator[Text]:
    if old.ask != new.ask:
        yield Text(
            sv=f"Frågan {_quoted(old).sv} lyder nu {_quoted(new).sv}.",
            en=f"The question {_quoted(old).en} now reads {_quoted(new).en}.",
        )
    if (old.why, old.help) != (new.why, new.help):
        yield _about(new, Text(sv="förklaringen är omskriven", en="the explanation is rewritten"))
    yield from _asked_otherwise(old, new, in_words)
    for before, after in zip_longest(old.raises, new.raises):
        yield from _raised_otherwise(new, before, after)
    if (old.source, old.calculator) != (new.source, new.calculator):
        yield _about(
            new, Text(sv="källan eller beräkningen är en annan", en="the source or the sum is another")
        )


def _asked_otherwise(old: Question, new: Question, in_words: InWords) -> Iterator[Text]:
    """Tell when and how it is asked, and what may be answered."""
    if _source(old.shown_when) != _source(new.shown_when):
        name = Text(sv=f"{_quoted(new).sv} ställs när", en=f"{_quoted(new).en} is asked when")
        yield _became(name, _when(old.shown_when, in_words), _when(new.shown_when, in_words))
    if old.depth != new.depth:
        name = Text(
            sv=f"{_quoted(new).sv} ställs från frågedjup", en=f"{_quoted(new).en} is asked from depth"
        )
        yield _became(name, _same(old.depth), _same(new.depth))
    if old.phase != new.phase:
        name = Text(sv=f"{_quoted(new).sv} hör till", en=f"{_quoted(new).en} belongs to")
        yield _became(name, PHASES[old.phase], PHASES[new.phase])
    if (old.answer, old.unit, old.min, old.max) != (new.answer, new.unit, new.min, new.max):
        yield _about(new, Text(sv="svaret ges på ett annat sätt", en="the answer is given in another way"))
        if _unit(old) != _unit(new):
            yield _became(Text(sv="Enheten är", en="The unit is"), _unit(old), _unit(new))
    if old.choices != new.choices:
        listed = Text(
            sv=", ".join(one.text.sv for one in new.choices), en=", ".join(one.text.en for one in new.choices)
        )
        yield _about(new, Text(sv=f"alternativen är nu {listed.sv}", en=f"the choices are now {listed.en}"))
    if (old.ask_of, old.secrecy) != (new.ask_of, new.secrecy):
        yield _about(
            new,
            Text(
                sv="den ställs till andra, eller skyddas annorlunda",
                en="it is asked of others, or guarded otherwise",
            ),
        )


def _raised_otherwise(at: Question, old: Raise | None, new: Raise | None) -> Iterator[Text]:
    if old is None or new is None:
        risk = new or old
        assert risk
        told = (
            Text(sv=f"väcker nu risken ”{risk.hazard.sv}”", en=f"now raises the risk “{risk.hazard.en}”")
            if new
            else Text(
                sv=f"väcker inte längre risken ”{risk.hazard.sv}”", en=f"no longer raises “{risk.hazard.en}”"
            )
        )
        yield _about(at, told)
        return
    risk_of = Text(sv=f"Risken ”{new.hazard.sv}”", en=f"The risk “{new.hazard.en}”")
    if old.hazard != new.hazard:
        yield _became(Text(sv="Risken heter", en="The risk is called"), old.hazard, new.hazard)
    if (old.likelihood, old.consequence) != (new.likelihood, new.consequence):
        name = Text(
            sv=f"{risk_of.sv} föreslås som sannolikhet × konsekvens",
            en=f"{risk_of.en} is proposed as likelihood × consequence",
        )
        yield _became(name, _placed(old), _placed(new))
    if (_when_raised(old), old.harm) != (_when_raised(new), new.harm):
        yield Text(sv=f"{risk_of.sv} väcks av andra svar.", en=f"{risk_of.en} is raised by other answers.")
    if old.actions != new.actions:
        yield Text(
            sv=f"{risk_of.sv} har andra föreslagna åtgärder.", en=f"{risk_of.en} has other suggested actions."
        )


def _became(name: Text, old: Text, new: Text) -> Text:
    return Text(sv=f"{name.sv} {new.sv}; förut {old.sv}.", en=f"{name.en} {new.en}; before {old.en}.")


def _about(one: Question, told: Text) -> Text:
    return Text(sv=f"{_quoted(one).sv}: {told.sv}.", en=f"{_quoted(one).en}: {told.en}.")


def _quoted(one: Question) -> Text:
    return Text(sv=f"”{one.ask.sv}”", en=f"“{one.ask.en}”")


def _same(figure: int) -> Text:
    return Text(sv=str(figure), en=str(figure))


def _placed(one: Raise) -> Text:
    said = f"{one.likelihood} × {one.consequence}"
    return Text(sv=said, en=said)


def _source(condition: Condition | None) -> str:
    return condition.source if condition else ""


def _when(condition: Condition | None, in_words: InWords) -> Text:
    return in_words(condition) if condition else ALWAYS


def _when_raised(one: Raise) -> object:
    return one.when.source if isinstance(one.when, Condition) else one.when


def _unit(one: Question) -> Text:
    unit: Unit | None = one.unit
    return WITHOUT if unit is None else unit if isinstance(unit, Text) else Text(sv=unit, en=unit)
