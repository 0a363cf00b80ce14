"""What a newer version changes of the risks that a question raises, and of the actions it suggests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evenemang.domain.checklist import Axis, Raise, SuggestedAction
from evenemang.domain.condition import Condition
from evenemang.domain.text import Text
from evenemang.flow.change_words import InWords, became, listed, quoted
from evenemang.flow.words import ANSWERS, HARMS, PHASES

LIKELIHOOD = {
    "accident": Text(sv="sannolikhet", en="likelihood"),
    "threat": Text(sv="sårbarhet", en="vulnerability"),
}
Pair = tuple[Raise | None, Raise | None]


def raise_changes(
    old: Sequence[Raise], new: Sequence[Raise], axis: Axis, in_words: InWords
) -> Iterator[Text]:
    """Tell what is otherwise of the risks; those of the same words belong together, the rest in order."""
    pairs = tuple(_pairs(old, new))
    for before, after in pairs:
        if before and after:
            yield from _otherwise(before, after, axis, in_words)
        elif after:
            yield _is_new(after, axis, in_words)
        elif before:
            was = quoted(before.hazard)
            yield Text(
                sv=f"Föreslår inte längre risken {was.sv}.", en=f"No longer proposes the risk {was.en}."
            )
    kept = [before for before, after in pairs if before and after]
    if kept != [one for one in old if one in kept]:
        yield Text(sv="Riskerna står i en annan ordning.", en="The risks stand in another order.")


def _pairs(old: Sequence[Raise], new: Sequence[Raise]) -> Iterator[Pair]:
    """Yield the newer risks in their order, each with the older one it was; then those that are gone."""
    left = list(old)
    same = {}
    for at, one in enumerate(new):
        found = next((each for each in left if each.hazard == one.hazard), None)
        if found:
            same[at] = found
            left.remove(found)
    for at, one in enumerate(new):
        if at in same:
            yield same[at], one
        else:
            yield (left.pop(0) if left else None), one
    for gone in left:
        yield gone, None


def _is_new(one: Raise, axis: Axis, in_words: InWords) -> Text:
    hazard, placed, when = quoted(one.hazard), _placed(one, axis), _when(one, in_words)
    return Text(
        sv=f"Föreslår nu risken {hazard.sv} när {when.sv}: {placed.sv}.",
        en=f"Now proposes the risk {hazard.en} when {when.en}: {placed.en}.",
    )


def _otherwise(old: Raise, new: Raise, axis: Axis, in_words: InWords) -> Iterator[Text]:
    hazard = quoted(new.hazard)
    proposed = Text(sv=f"Risken {hazard.sv} föreslås", en=f"The risk {hazard.en} is proposed")
    if old.hazard != new.hazard:
        was = quoted(old.hazard)
        yield Text(
            sv=f"Risken {was.sv} heter nu {hazard.sv}.", en=f"The risk {was.en} is now called {hazard.en}."
        )
    if (old.likelihood, old.consequence) != (new.likelihood, new.consequence):
        yield became(proposed, _placed(old, axis), _placed(new, axis), Text(sv="som", en="as"))
    if _asked(old) != _asked(new):
        when = Text(sv="när", en="when")
        yield became(proposed, _when(old, in_words), _when(new, in_words), when)
    if old.harm != new.harm:
        name = Text(sv=f"Risken {hazard.sv} gäller", en=f"The risk {hazard.en} is to")
        yield became(name, HARMS[old.harm], HARMS[new.harm])
    if old.actions != new.actions:
        yield from _actions(old.actions, new.actions, hazard)


def _actions(old: Sequence[SuggestedAction], new: Sequence[SuggestedAction], hazard: Text) -> Iterator[Text]:
    """Tell which actions are suggested otherwise; the same words are the same action."""
    before, after = ({one.do.en: one for one in actions} for actions in (old, new))
    for key, one in after.items():
        do = quoted(one.do)
        if key not in before:
            yield Text(
                sv=f"Ny föreslagen åtgärd mot {hazard.sv}: {do.sv}.",
                en=f"New suggested action against {hazard.en}: {do.en}.",
            )
        elif before[key] != one:
            now = _dated(one)
            yield Text(
                sv=f"Åtgärden {do.sv} föreslås nu {now.sv}.", en=f"The action {do.en} is now {now.en}."
            )
    for key, one in before.items():
        if key not in after:
            do = quoted(one.do)
            yield Text(
                sv=f"Föreslås inte längre mot {hazard.sv}: {do.sv}.",
                en=f"No longer suggested against {hazard.en}: {do.en}.",
            )
    if [*before] != [*after] and before.keys() == after.keys():
        yield Text(
            sv=f"Åtgärderna mot {hazard.sv} står i en annan ordning.",
            en=f"The actions against {hazard.en} stand in another order.",
        )


def _dated(one: SuggestedAction) -> Text:
    days = abs(one.due)
    sv, en = ("dag" if days == 1 else "dagar"), ("day" if days == 1 else "days")
    side = Text(sv="före", en="before") if one.due <= 0 else Text(sv="efter", en="after")
    due = Text(sv=f"senast {days} {sv} {side.sv} start", en=f"due {days} {en} {side.en} the start")
    if one.phase is None:
        return due
    phase = PHASES[one.phase]
    return Text(sv=f"{due.sv}, i skedet {phase.sv}", en=f"{due.en}, in the phase {phase.en}")


def _placed(one: Raise, axis: Axis) -> Text:
    name = LIKELIHOOD[axis]
    return Text(
        sv=f"{name.sv} {one.likelihood}, konsekvens {one.consequence}",
        en=f"{name.en} {one.likelihood}, consequence {one.consequence}",
    )


def _when(one: Raise, in_words: InWords) -> Text:
    if isinstance(one.when, Condition):
        return in_words(one.when)
    said = listed(ANSWERS[answer] for answer in one.when)
    return Text(sv=f"svaret är {said.sv}", en=f"the answer is {said.en}")


def _asked(one: Raise) -> object:
    return one.when.source if isinstance(one.when, Condition) else one.when
