"""The clearest examples of what was done: standing measures of places first, then actions that helped."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from evenemang.domain.action import Action
from evenemang.domain.place import Place, StandingJudgement, StandingMeasure, StandingRisk
from evenemang.domain.risk import Judgement, Risk
from evenemang.domain.text import Text
from evenemang.flow.listing import DossierRow, RiskRow
from evenemang.flow.report.gathering import Told
from evenemang.flow.report.parts import Number, Paragraph
from evenemang.flow.report.telling import count, enumerated, joined, names, told
from evenemang.flow.saying import day

EXAMPLES = 3
TRIED = 12  # actions that are looked at for being open; enough for a board, and quick in a big year

CLEAREST = Text(
    sv="Det tydligaste exemplet på en åtgärd: {what} ({place}).",
    en="The clearest example of a measure: {what} ({place}).",
)
ALSO = Text(sv="Också genomfört: {what} ({place}).", en="Also done: {what} ({place}).")
DONE = Text(
    sv="Det beslutades den {decided} och är genomfört sedan den {done}.",
    en="It was decided on {decided} and has been in place since {done}.",
)
CHECKED_ONCE = Text(
    sv="Det är kontrollerat på plats {count} gång, den {first}{by}.",
    en="It was checked on site {count} time, on {first}{by}.",
)
CHECKED = Text(
    sv="Det är kontrollerat på plats {count} gånger under året, första gången den {first}{by}.",
    en="It was checked on site {count} times in the year, first on {first}{by}.",
)
BY = Text(sv="av {who}", en="by {who}")
JUDGED = Text(sv="Risken ”{risk}” bedömdes till {steps}.", en="The risk “{risk}” was judged as {steps}.")
STEP = Text(sv="{score} ({level}) den {on}", en="{score} ({level}) on {on}")
USED_ONCE = Text(
    sv="Därefter har {count} evenemang tagit platsen i anspråk: {names}.",
    en="Since then {count} event has used the place: {names}.",
)
USED = Text(
    sv="Därefter har {count} evenemang tagit platsen i anspråk: {names}.",
    en="Since then {count} events have used the place: {names}.",
)
ACTION = Text(
    sv="Till {event}: {what}. Risken ”{risk}” sjönk från {before} till {after}.",
    en="For {event}: {what}. The risk “{risk}” fell from {before} to {after}.",
)
LEVEL = Text(sv="{score} ({level})", en="{score} ({level})")
NAMED = 8


@dataclass(frozen=True)
class Standing:
    """A standing measure that was done in the year, with the risk it answers."""

    place: Place
    measure: StandingMeasure
    risk: StandingRisk | None

    @property
    def fell(self) -> int:
        """How far the risk has come down."""
        if self.risk is None:
            return 0
        return _judged(self.risk.history[0]).score - _judged(self.risk.now).score


@dataclass(frozen=True)
class Helped:
    """An action that helped, and how far its risk came down."""

    event: DossierRow
    action: Action
    risk: Risk
    row: RiskRow


def standing(it: Told) -> tuple[Standing, ...]:
    """Return the open standing measures that were done in the year, the one that did most first."""
    found = [
        Standing(place, measure, _risk(it, place, measure))
        for place in it.places
        for measure in place.standing_measures
        if measure.done_on
        and measure.done_on.year == it.year
        and measure.done_on <= it.rows.today
        and it.is_open(measure.question)
    ]
    return tuple(sorted(found, key=lambda one: (-one.fell, one.measure.done_on or date.max, one.measure.id)))


def measures(it: Told) -> Paragraph:
    """Return the clearest examples in words; nothing where there are none that all may see."""
    places = standing(it)[:EXAMPLES]
    sentences = [_standing(it, one, CLEAREST if at == 0 else ALSO) for at, one in enumerate(places)]
    asked = {one.measure.question for one in places}
    actions = helped(it, EXAMPLES - len(places), asked)
    return joined((*sentences, *(_helped(it, one) for one in actions)))


def helped(it: Told, most: int, but: Collection[str]) -> tuple[Helped, ...]:
    """Return open actions that were verified and helped, those that brought a risk down furthest first.

    One of each event, and none of a question that a standing measure has already told of.
    """
    found: dict[str, Helped] = {}
    for one in _candidates(it, but):
        if len(found) >= most:
            break
        if one.event.id not in found and _is_open(it, one):
            found[one.event.id] = one
    return tuple(found.values())


def _candidates(it: Told, but: Collection[str]) -> Iterator[Helped]:
    rows = {(one.dossier, one.id): one for one in it.rows.risks if one.secrecy == "open"}
    pairs = [
        (rows[one.dossier, one.risk], one)
        for one in it.rows.actions
        if one.status == "verified" and one.helped == "yes" and (one.dossier, one.risk) in rows and one.risk
    ]
    events = {one.id: one for one in it.events}
    pairs.sort(
        key=lambda pair: (-_drop(pair[0]), str(events[pair[1].dossier].starts), pair[1].dossier, pair[1].id)
    )
    for row, of in pairs[:TRIED]:
        dossier = it.dossiers[of.dossier]
        action = next(one for one in dossier.actions if one.id == of.id)
        risk = next(one for one in dossier.risks if one.id == row.id)
        if _drop(row) > 0 and not (risk.origin and risk.origin.question in but):
            yield Helped(events[of.dossier], action, risk, row)


def _is_open(it: Told, one: Helped) -> bool:
    seen = it.seen(one.event.id)
    return seen.shows_action(one.action) and seen.tells_of(one.risk)


def _drop(row: RiskRow) -> int:
    return row.likelihood_before * row.consequence_before - row.likelihood_after * row.consequence_after


def _risk(it: Told, place: Place, measure: StandingMeasure) -> StandingRisk | None:
    same = (
        one for one in place.standing_risks if (one.question, one.zone) == (measure.question, measure.zone)
    )
    return next((one for one in same if it.is_open(one.question)), None)


def _judged(one: StandingJudgement) -> Judgement:
    return Judgement(likelihood=one.likelihood, consequence=one.consequence)


def _standing(it: Told, one: Standing, first: Text) -> Paragraph:
    measure, language = one.measure, it.language
    assert measure.done_on, "only what is done is told"
    days = {"decided": measure.decided_on, "done": measure.done_on}
    return joined(
        (
            told(first, language, what=_ended(measure.title), place=one.place.name),
            told(DONE, language, **{key: _day(it, on) for key, on in days.items()}),
            _checked(it, measure),
            _steps(it, one),
            _used(it, one),
        )
    )


def _checked(it: Told, measure: StandingMeasure) -> Paragraph:
    seen = [one for one in measure.verified if one.on.year == it.year]
    if not seen:
        return ()
    post = it.posts.get(seen[0].by)  # a post is told, a person is not
    by = f" {BY.say(it.language).format(who=_begins_small(post.short, it))}" if post else ""
    text = CHECKED_ONCE if len(seen) == 1 else CHECKED
    many = count(len(seen), "measures", it.language)
    return told(text, it.language, count=many, first=_day(it, seen[0].on), by=by)


def _steps(it: Told, one: Standing) -> Paragraph:
    if one.risk is None:
        return ()
    steps = [
        told(
            STEP,
            it.language,
            score=Number(str(_judged(judged).score), "measures"),
            level=_level(it, _judged(judged)),
            on=_day(it, judged.on),
        )
        for judged in one.risk.history
        if judged.on.year == it.year
    ]
    if not steps:
        return ()
    return told(JUDGED, it.language, risk=one.risk.title, steps=enumerated(steps, it.language))


def _used(it: Told, one: Standing) -> Paragraph:
    zone, done = f"{one.place.id}/{one.measure.zone}", one.measure.done_on
    later = [
        event.name
        for event in it.events
        if zone in it.dossiers[event.id].event.zones
        and done
        and (first := it.dossiers[event.id].event.first_day)
        and first > done
    ]
    if not later or len(later) > NAMED:
        return ()
    text = USED_ONCE if len(later) == 1 else USED
    many = count(len(later), "events", it.language, neuter=True)
    return told(text, it.language, count=many, names=names(later, it.language))


def _helped(it: Told, one: Helped) -> Paragraph:
    row, language = one.row, it.language
    before = Judgement(likelihood=row.likelihood_before, consequence=row.consequence_before)
    after = Judgement(likelihood=row.likelihood_after, consequence=row.consequence_after)
    return told(
        ACTION,
        language,
        event=one.event.name,
        what=_ended(one.action.do),
        risk=one.risk.says(language),
        before=_scored(it, before),
        after=_scored(it, after),
    )


def _scored(it: Told, judged: Judgement) -> Paragraph:
    return told(LEVEL, it.language, score=Number(str(judged.score), "measures"), level=_level(it, judged))


def _level(it: Told, judged: Judgement) -> str:
    matrix = it.workspace.content.matrix
    word = matrix.word(judged.level(matrix)).say(it.language)
    return word[:1].lower() + word[1:]


def _day(it: Told, on: date) -> str:
    return day(on, it.language, year=on.year != it.year)


def _ended(text: str) -> str:
    """Return a text from people as it stands inside a sentence: on one line, without its last stop."""
    return " ".join(text.split()).rstrip(". ")


def _begins_small(post: str, it: Told) -> str:
    return post[:1].lower() + post[1:] if it.language == "sv" else post
