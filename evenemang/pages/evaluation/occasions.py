"""The occasions of an event that has many: the quiet ones said at once, the others one by one."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.evaluation import OccasionReview, occasion_id
from evenemang.domain.event import Occasion
from evenemang.domain.text import Text
from evenemang.flow.occasions import (
    ReviewOccasions,
    evaluate_by,
    has_many_occasions,
    incidents_by_occasion,
    unspoken,
    visits_so_far,
)
from evenemang.flow.saying import day, number
from evenemang.pages import foot
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.evaluation import occasion
from evenemang.pages.evaluation.occasion import in_short, named
from evenemang.pages.showing import CHOOSE, escaped

LEFT = Text(sv="{count} tillfällen att utvärdera", en="{count} occasions to evaluate")
ONE_LEFT = Text(sv="1 tillfälle att utvärdera", en="1 occasion to evaluate")
ALL_SAID = Text(sv="Alla tillfällen hittills är utvärderade", en="Every occasion so far is evaluated")
NONE_OVER = Text(sv="Inget tillfälle är slut än", en="No occasion is over yet")
SO_FAR = Text(
    sv="{said} av {over} tillfällen som varit är utvärderade, {all} i allt.",
    en="{said} of {over} occasions so far are evaluated, {all} in all.",
)
DUE = Text(sv="Det första ska vara klart senast {day}.", en="The first is due {day}.")
COUNTED = Text(
    sv="{total} besök på de {count} tillfällen där någon räknade.",
    en="{total} visits on the {count} occasions where somebody counted.",
)
ANY = Text(
    sv="Vid vilka tillfällen hände något? Välj inget om inget hände.",
    en="On which occasions did something happen? Choose none if nothing did.",
)
QUIET = Text(sv="Inget hände vid de andra {count}", en="Nothing happened on the other {count}")
ALL_QUIET = Text(sv="Inget hände vid något av de {count}", en="Nothing happened on any of the {count}")
ONE_QUIET = Text(sv="Inget hände vid det andra", en="Nothing happened on the other one")
IT_WAS_QUIET = Text(sv="Inget hände", en="Nothing happened")
SOMETHING = Text(sv="Här hände något", en="Something happened here")
CHANGE = Text(sv="Ändra ett tillfälle eller ange besök", en="Change an occasion or enter visits")
WHICH = Text(sv="Vilket tillfälle?", en="Which occasion?")
VISITS = Text(sv="{count} besök", en="{count} visits")
FRAGMENT = "utvardering-tillfallen"
AT_ONCE = 5  # forms at once; the others come when these are saved


def show(desk: Desk) -> None:
    """Show what is said of the occasions so far, and the fields for the rest."""
    if has_many_occasions(desk.dossier.event):
        st.fragment(_occasions, key=FRAGMENT)(desk)


def _occasions(desk: Desk) -> None:
    desk = fresh(desk)
    foot.tell(FRAGMENT)
    now = desk.house.workspace.now()
    every = desk.dossier.event.each_occasion()
    over = [one for one in every if one.end <= now]
    left = unspoken(desk.dossier, now)
    st.header(_heading(desk, left, over), anchor=False)
    st.caption(" ".join(_captions(desk, left, over, len(every))))
    if left:
        _say(desk, left)
    _happened(desk)
    _change(desk, over)


def _heading(desk: Desk, left: tuple[Occasion, ...], over: list[Occasion]) -> str:
    if not over:
        return desk.say(NONE_OVER)
    if not left:
        return desk.say(ALL_SAID)
    return desk.say(ONE_LEFT if len(left) == 1 else LEFT).format(count=len(left))


def _captions(desk: Desk, left: tuple[Occasion, ...], over: list[Occasion], every: int) -> list[str]:
    said = len({one.id for one in desk.dossier.occasion_reviews} & {occasion_id(one) for one in over})
    found = [desk.say(SO_FAR).format(said=said, over=len(over), all=every)]
    if left:
        found.append(desk.say(DUE).format(day=day(evaluate_by(left[0].end), desk.language)))
    total, counted = visits_so_far(desk.dossier)
    if counted:
        found.append(desk.say(COUNTED).format(total=number(total, desk.language), count=counted))
    return found


@takes("review-occasions")
def _say(desk: Desk, left: tuple[Occasion, ...]) -> None:
    names = in_short(desk, left)
    logged = incidents_by_occasion(desk.dossier)
    key = f"tillfallen-{desk.dossier.id}-{len(desk.dossier.occasion_reviews)}"
    chosen = st.pills(
        desk.say(ANY),
        list(names),
        selection_mode="multi",
        default=[one for one in names if one in logged],
        format_func=lambda one: names[one],
        key=key,
    )
    quiet = tuple(one for one in names if one not in chosen)
    if quiet:
        st.button(
            _quiet_label(desk, len(quiet), any_other=bool(chosen)),
            key="tillfallen-lugna",
            type="primary",
            icon=":material/check:",
            on_click=_save_quiet,
            args=(desk, quiet),
        )
    known = {occasion_id(one): one for one in left}
    for one in chosen[:AT_ONCE]:
        occasion.form(desk, known[one], FRAGMENT, happened=True)


def _quiet_label(desk: Desk, count: int, *, any_other: bool) -> str:
    if count == 1:
        return desk.say(ONE_QUIET if any_other else IT_WAS_QUIET)
    return desk.say(QUIET if any_other else ALL_QUIET).format(count=count)


def _save_quiet(desk: Desk, quiet: tuple[str, ...]) -> None:
    if desk.do(ReviewOccasions(occasions=quiet, happened=False)):
        st.rerun()  # the evaluation of the whole event hangs on it
    st.rerun([FRAGMENT])


def _happened(desk: Desk) -> None:
    """Show the occasions where something happened; the quiet ones are counted above."""
    found = [one for one in desk.dossier.occasion_reviews if one.happened]
    if not found:
        return
    known = {occasion_id(one): one for one in desk.dossier.event.each_occasion()}
    st.markdown(f"**{desk.say(SOMETHING)}**\n\n" + "\n".join(_line(desk, one, known) for one in found))


def _line(desk: Desk, review: OccasionReview, known: dict[str, Occasion]) -> str:
    held = known.get(review.id)
    logged = [f"{one.id} {one.what}" for one in incidents_by_occasion(desk.dossier).get(review.id, ())]
    visits = [] if review.visitors is None else [_visits(desk, review.visitors)]
    said = [part for part in (review.note.strip(), *logged, *visits) if part]
    return f"- {escaped(named(desk, held) if held else review.id)}: {escaped('; '.join(said))}"


def _visits(desk: Desk, count: int) -> str:
    return desk.say(VISITS).format(count=number(count, desk.language))


@takes("review-occasions")
def _change(desk: Desk, over: list[Occasion]) -> None:
    said = {one.id for one in desk.dossier.occasion_reviews}
    known = {occasion_id(one): one for one in over if occasion_id(one) in said}
    if not known:
        return
    with st.expander(desk.say(CHANGE), icon=":material/edit_note:", key="tillfalle-andra"):
        chosen = st.selectbox(
            desk.say(WHICH),
            list(known),
            index=None,
            format_func=lambda one: named(desk, known[one]),
            placeholder=desk.say(CHOOSE),
            key=f"tillfalle-val-{desk.dossier.id}",
        )
        if chosen:
            occasion.form(desk, known[chosen], FRAGMENT, happened=None)
