"""What a newer version changes of one question: how it is put, when, to whom, and what may be answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evenemang.domain.checklist import AnswerKind, Area, AskOf, Question
from evenemang.domain.condition import Condition
from evenemang.domain.text import Text
from evenemang.flow.change_words import InWords, became, quoted, same
from evenemang.flow.raise_changes import raise_changes
from evenemang.flow.words import PHASES, SECRECIES

ASKED = Text(sv="Ställs", en="Asked")
ALWAYS = Text(sv="alltid", en="always")
NONE = Text(sv="ingen", en="none")
NO_BOUNDS = Text(sv="inga", en="none")
AS_THE_AREA = Text(sv="området i övrigt", en="the rest of the area")
KINDS: Mapping[AnswerKind, Text] = {
    "yes-no": Text(sv="ja, delvis eller nej", en="yes, partly or no"),
    "number": Text(sv="ett tal", en="a number"),
    "choice": Text(sv="ett av flera alternativ", en="one of several choices"),
    "text": Text(sv="fri text", en="free text"),
    "time": Text(sv="ett klockslag", en="a time"),
}
ASKED_OF: Mapping[AskOf, Text] = {
    "organiser": Text(sv="arrangören", en="the organiser"),
    "group": Text(sv="gruppen", en="the group"),
    "both": Text(sv="både arrangören och gruppen", en="both the organiser and the group"),
}


def question_changes(
    old: Question, new: Question, old_area: Area, new_area: Area, in_words: InWords
) -> Iterator[Text]:
    """Tell what is otherwise of a question that both versions have."""
    if old.ask != new.ask:
        was = quoted(old.ask)
        yield Text(sv=f"Omformulerad; förut {was.sv}.", en=f"Reworded; before {was.en}.")
    if (old.why, old.help) != (new.why, new.help):
        yield Text(sv="Förklaringen är omskriven.", en="The explanation is rewritten.")
    yield from _moved(old_area, new_area, new.id)
    yield from _asked_otherwise(old, new, in_words)
    yield from _answered_otherwise(old, new)
    yield from raise_changes(old.raises, new.raises, new_area.axis, in_words)
    yield from _based_otherwise(old, new, old_area, new_area)


def _moved(old: Area, new: Area, question: str) -> Iterator[Text]:
    was, now = (
        next(one for one in area.sections if any(each.id == question for each in one.questions))
        for area in (old, new)
    )
    if was.id != now.id:
        title = quoted(now.title)
        yield Text(sv=f"Står nu i avsnittet {title.sv}.", en=f"Now stands in the section {title.en}.")


def _asked_otherwise(old: Question, new: Question, in_words: InWords) -> Iterator[Text]:
    if _source(old.shown_when) != _source(new.shown_when):
        yield became(ASKED, _when(old.shown_when, in_words), _when(new.shown_when, in_words))
    if old.depth != new.depth:
        yield became(ASKED, same(old.depth), same(new.depth), Text(sv="från frågedjup", en="from depth"))
    if old.phase != new.phase:
        name, to = Text(sv="Hör", en="Belongs"), Text(sv="till", en="to")
        yield became(name, PHASES[old.phase], PHASES[new.phase], to)
    if old.ask_of != new.ask_of:
        yield became(ASKED, ASKED_OF[old.ask_of], ASKED_OF[new.ask_of], Text(sv="till", en="of"))
    if old.secrecy != new.secrecy:
        was, now = (SECRECIES[one.secrecy] if one.secrecy else AS_THE_AREA for one in (old, new))
        yield became(Text(sv="Skyddas", en="Guarded"), was, now, Text(sv="som", en="as"))


def _answered_otherwise(old: Question, new: Question) -> Iterator[Text]:
    if old.answer != new.answer:
        name, by = Text(sv="Besvaras", en="Answered"), Text(sv="med", en="by")
        yield became(name, KINDS[old.answer], KINDS[new.answer], by)
    if old.unit != new.unit:
        yield became(Text(sv="Enheten är", en="The unit is"), _unit(old), _unit(new))
    if (old.min, old.max) != (new.min, new.max):
        name = Text(sv="Gränserna för svaret är", en="The bounds of the answer are")
        yield became(name, _bounds(old), _bounds(new))
    yield from _choices(old, new)


def _choices(old: Question, new: Question) -> Iterator[Text]:
    before, after = ({one.id: one.text for one in question.choices} for question in (old, new))
    for key, text in after.items():
        now = quoted(text)
        if key not in before:
            yield Text(sv=f"Nytt svarsalternativ: {now.sv}.", en=f"New choice: {now.en}.")
        elif before[key] != text:
            was = quoted(before[key])
            yield Text(
                sv=f"Svarsalternativet {was.sv} heter nu {now.sv}.",
                en=f"The choice {was.en} is now called {now.en}.",
            )
    for key, text in before.items():
        if key not in after:
            was = quoted(text)
            yield Text(sv=f"Svarsalternativet {was.sv} är borttaget.", en=f"The choice {was.en} is removed.")
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield Text(sv="Svarsalternativen står i en annan ordning.", en="The choices stand in another order.")


def _based_otherwise(old: Question, new: Question, old_area: Area, new_area: Area) -> Iterator[Text]:
    if old.source != new.source:
        yield became(
            Text(sv="Källan är", en="The source is"), _sources(old, old_area), _sources(new, new_area)
        )
    if old.calculator == new.calculator:
        return
    if old.calculator is None:
        yield Text(sv="En beräkning står nu bredvid frågan.", en="A sum now stands beside the question.")
    elif new.calculator is None:
        yield Text(
            sv="Beräkningen bredvid frågan är borttagen.", en="The sum beside the question is removed."
        )
    else:
        yield Text(sv="Beräkningen bredvid frågan är en annan.", en="The sum beside the question is another.")


def _sources(question: Question, area: Area) -> Text:
    titles = {one.id: one.title for one in area.sources}
    return same(", ".join(titles.get(one, one) for one in question.source))


def _source(condition: Condition | None) -> str:
    return condition.source if condition else ""


def _when(condition: Condition | None, in_words: InWords) -> Text:
    if condition is None:
        return ALWAYS
    said = in_words(condition)
    return Text(sv=f"när {said.sv}", en=f"when {said.en}")


def _unit(question: Question) -> Text:
    unit = question.unit
    return NONE if unit is None else unit if isinstance(unit, Text) else same(unit)


def _bounds(question: Question) -> Text:
    parts = []
    if question.min is not None:
        parts.append(Text(sv=f"minst {_figure(question.min)}", en=f"at least {question.min:g}"))
    if question.max is not None:
        parts.append(Text(sv=f"högst {_figure(question.max)}", en=f"at most {question.max:g}"))
    if not parts:
        return NO_BOUNDS
    return Text(sv=", ".join(one.sv for one in parts), en=", ".join(one.en for one in parts))


def _figure(figure: float) -> str:
    return f"{figure:g}".replace(".", ",")
