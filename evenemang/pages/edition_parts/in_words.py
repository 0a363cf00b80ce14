"""What has changed since an earlier edition, said in words before any table."""

from __future__ import annotations

from collections.abc import Iterator, Sized

import streamlit as st

from evenemang.domain.matrix import worse
from evenemang.domain.text import Text
from evenemang.flow.recalling.editions import Turn
from evenemang.flow.saying import number
from evenemang.pages.counting import INCIDENTS, NEAR_MISSES, VISITS, Counted
from evenemang.pages.desk import Desk
from evenemang.pages.edition_parts.pair import Pair, visits, worst
from evenemang.pages.showing import escaped

FACTS = Counted(
    Text(sv="1 uppgift om evenemanget är annorlunda.", en="1 fact of the event is otherwise."),
    Text(
        sv="{count} uppgifter om evenemanget är annorlunda.", en="{count} facts of the event are otherwise."
    ),
)
ANSWERS = Counted(
    Text(sv="Svaret är ett annat på 1 fråga: {turns}.", en="The answer is another to 1 question: {turns}."),
    Text(
        sv="Svaren är andra på {count} frågor: {turns}.",
        en="The answers are others to {count} questions: {turns}.",
    ),
)
TURNS: dict[Turn, Text] = {
    "worse": Text(sv="{count} sämre", en="{count} worse"),
    "better": Text(sv="{count} bättre", en="{count} better"),
    "other": Text(sv="{count} av annat slag", en="{count} of another kind"),
}
SAME_ANSWERS = Text(
    sv="Inget svar som är givet båda gångerna skiljer sig.", en="No answer given both times differs."
)
ANEW = Counted(
    Text(sv="1 fråga ställs nu men inte då.", en="1 question is asked now and was not then."),
    Text(sv="{count} frågor ställs nu men inte då.", en="{count} questions are asked now and were not then."),
)
NO_LONGER = Counted(
    Text(sv="1 fråga ställdes då men inte nu.", en="1 question was asked then and is not now."),
    Text(
        sv="{count} frågor ställdes då men inte nu.", en="{count} questions were asked then and are not now."
    ),
)
LEFT = Counted(
    Text(
        sv="1 fråga som besvarades då är inte besvarad än.",
        en="1 question that was answered then is not answered yet.",
    ),
    Text(
        sv="{count} frågor som besvarades då är inte besvarade än.",
        en="{count} questions that were answered then are not answered yet.",
    ),
)
NEW = Counted(Text(sv="1 ny", en="1 new"), Text(sv="{count} nya", en="{count} new"))
GONE = Counted(
    Text(sv="1 som inte är med nu", en="1 not there now"),
    Text(sv="{count} som inte är med nu", en="{count} not there now"),
)
WAITING = Counted(
    Text(sv="1 från då vars fråga inte är besvarad än", en="1 from then whose question is not answered yet"),
    Text(
        sv="{count} från då vars frågor inte är besvarade än",
        en="{count} from then whose questions are not answered yet",
    ),
)
HIGHER = Text(sv="{count} på högre nivå", en="{count} at a higher level")
LOWER = Text(sv="{count} på lägre nivå", en="{count} at a lower level")
RISKS = Text(sv="Risker: {parts}.", en="Risks: {parts}.")
WORST = Text(
    sv="Högsta restrisk som visas är {now}, mot {then} då.",
    en="The highest residual risk shown is {now}, against {then} then.",
)
ACTIONS = Text(sv="Åtgärder: {parts}.", en="Actions: {parts}.")
COUNTED = Text(sv="{now}, mot {then} då{change}.", en="{now}, against {then} then{change}.")
CHANGE = Text(sv="({sign}{percent} %)", en="({sign}{percent} %)")
HAPPENED = Text(
    sv="{now}, varav {near}. Då: {then}, varav {near_then}.",
    en="{now}, {near} of them. Then: {then}, {near_then} of them.",
)
NOT_HELD = Text(
    sv="Besök och händelser går att jämföra när den här upplagan är utvärderad.",
    en="Visits and incidents can be compared once this edition is evaluated.",
)
UNCOUNTED = Text(
    sv="Besöken är inte räknade båda gångerna, så de går inte att jämföra.",
    en="The visits were not counted both times, so they cannot be compared.",
)
ONLY_A_LIST = Text(
    sv="En av upplagorna är känd bara ur en lista. Svar, risker och åtgärder går inte att jämföra.",
    en="One of the editions is known only from a list. Answers, risks and actions cannot be compared.",
)
NO_ANSWERS = Text(
    sv="Ingen fråga är besvarad båda gångerna än.", en="No question is answered both times yet."
)
HIDDEN = Text(
    sv="Hemliga delar visas inte för dig och är inte med i jämförelsen.",
    en="Secret parts are not shown to you, and are not in the comparison.",
)
SAID = Text(sv="Sagt när upplagan öppnades: {changes}.", en="Said when the edition was opened: {changes}.")


def show(pair: Pair) -> None:
    """Show the sentences, one a line."""
    st.markdown("\n".join(f"- {one}" for one in sentences(pair)))
    if pair.hides:
        st.caption(pair.say(HIDDEN))


def sentences(pair: Pair) -> Iterator[str]:
    """Return what has changed, as sentences in Markdown."""
    edition = pair.now.dossier.edition
    if edition and edition.changes:
        changes = "; ".join(one.strip().rstrip(".") for one in edition.changes)
        yield pair.say(SAID).format(changes=escaped(changes))
    if pair.differs.facts:
        yield FACTS.say(len(pair.differs.facts), pair.language)
    if pair.only_a_list:
        yield pair.say(ONLY_A_LIST)
    else:
        yield from _assessed(pair)
    yield from _held(pair)


def _assessed(pair: Pair) -> Iterator[str]:
    found = pair.differs
    yield _answers(pair)
    for count, form in (
        (found.not_answered_yet, LEFT),
        (len(found.asked_anew), ANEW),
        (len(found.no_longer_asked), NO_LONGER),
    ):
        if count:
            yield form.say(count, pair.language)
    parts = list(_risk_parts(pair))
    if parts:
        yield pair.say(RISKS).format(parts=", ".join(parts))
    now, then = _worst(pair.now), _worst(pair.before)
    if now and then and now != then:
        yield pair.say(WORST).format(now=now, then=then)
    changed = list(_counts(pair, found.new_actions, found.gone_actions, found.waiting_actions))
    if changed:
        yield pair.say(ACTIONS).format(parts=", ".join(changed))


def _answers(pair: Pair) -> str:
    found = pair.differs
    if not found.answers:
        both = pair.now.dossier.assessment.answers.keys() & pair.before.dossier.assessment.answers.keys()
        return pair.say(SAME_ANSWERS if both else NO_ANSWERS)
    turned = {turn: len(found.turned(turn)) for turn in TURNS}
    said = [pair.say(TURNS[turn]).format(count=count) for turn, count in turned.items() if count]
    return ANSWERS.say(len(found.answers), pair.language, turns=", ".join(said))


def _risk_parts(pair: Pair) -> Iterator[str]:
    found, matrix = pair.differs, pair.now.content.matrix
    yield from _counts(pair, found.new_risks, found.gone_risks, found.waiting_risks)
    levels = [
        (one.before.residual.level(matrix), one.now.residual.level(matrix))
        for one in found.moved_risks
        if one.before and one.now
    ]
    higher, lower = sum(worse(b, a) for a, b in levels), sum(worse(a, b) for a, b in levels)
    if higher:
        yield pair.say(HIGHER).format(count=higher)
    if lower:
        yield pair.say(LOWER).format(count=lower)


def _counts(pair: Pair, new: Sized, gone: Sized, waiting: Sized) -> Iterator[str]:
    for form, rows in ((NEW, new), (GONE, gone), (WAITING, waiting)):
        if rows:
            yield form.say(len(rows), pair.language)


def _worst(desk: Desk) -> str:
    found = worst(desk)
    if found is None:
        return ""
    matrix, placed = desk.content.matrix, found.residual
    return f"{desk.say(matrix.word(placed.level(matrix))).lower()} {placed.score}"


def _held(pair: Pair) -> Iterator[str]:
    if not (pair.now.dossier.evaluation or pair.now.dossier.from_list):
        yield pair.say(NOT_HELD)
        return
    now, then = visits(pair.now), visits(pair.before)
    if now is None or then is None:
        yield pair.say(UNCOUNTED)
    else:
        said = {"now": VISITS.say(now, pair.language), "then": number(then, pair.language)}
        yield pair.say(COUNTED).format(**said, change=_change(pair, now, then))
    if not pair.only_a_list:
        yield _incidents(pair)


def _change(pair: Pair, now: int, then: int) -> str:
    """Return how much more or less, in whole per cent; nothing of nothing."""
    if then == 0:
        return ""
    percent = round(100 * (now - then) / then)
    sign = "+" if percent > 0 else "−" if percent < 0 else "±"
    said = pair.say(CHANGE).format(sign=sign, percent=number(abs(percent), pair.language))
    return f" {said}"  # a text keeps no space at its ends


def _incidents(pair: Pair) -> str:
    def near(desk: Desk) -> str:
        return NEAR_MISSES.say(sum(one.is_near_miss for one in desk.dossier.incidents), pair.language)

    return pair.say(HAPPENED).format(
        now=INCIDENTS.say(len(pair.now.dossier.incidents), pair.language),
        near=near(pair.now),
        then=INCIDENTS.say(len(pair.before.dossier.incidents), pair.language),
        near_then=near(pair.before),
    )
