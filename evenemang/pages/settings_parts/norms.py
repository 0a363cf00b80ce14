"""Egna normer: figures of the municipality's own instead of those that come with the program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.norm import Norm, Overrider, OwnedNorm, Stricter, figures_at, stricter_at
from evenemang.domain.setting import NOBODY_MAY, NORM, OwnFigure, OwnNorm
from evenemang.domain.text import Text
from evenemang.flow.settings.changing import drop_norm, put_back, set_norm
from evenemang.flow.settings.standing import unfit
from evenemang.flow.settings.words import DECIDERS, in_words, number, place_in, source_said, unit_of
from evenemang.flow.words import capital
from evenemang.pages.settings_parts import sourcing, trail, typing
from evenemang.pages.settings_parts.office import SAVE, Office, opened, save
from evenemang.pages.showing import CHOOSE, escaped, plain

TITLE = Text(sv="Egna normer", en="Own norms")
ABOUT = Text(
    sv="En egen norm ersätter siffran i beräkningarna från den dag den gäller, och syns där som egen norm "
    "med sin källa. Beräkningar som är sparade behåller de siffror de gjordes med; före evenemanget frågas "
    "deras risker om.",
    en="An own norm replaces the figure in the sums from the day it holds, and shows there as an own norm "
    "with its source. Sums that are kept stand with the figures they were made with; before the event their "
    "risks are asked again.",
)
NONE = Text(sv="Kommunen har inga egna normer.", en="The municipality has no norms of its own.")
WHICH = Text(sv="Välj en norm att ersätta", en="Choose a norm to replace")
HINT = Text(sv="Sök bland normerna", en="Search among the norms")
COUNTS = Text(sv="gäller", en="counts")
NOT_YET = Text(sv="gäller från {day}", en="holds from {day}")
UNFIT = Text(sv="Den egna normen räknas inte: {why}", en="The own norm does not count: {why}")
COMES = Text(
    sv="Följer med programmet: {figures}. {source}", en="Comes with the program: {figures}. {source}"
)
WAYS: Mapping[Stricter, Text] = {
    "higher": Text(sv="Får höjas, inte sänkas.", en="May be raised, not lowered."),
    "lower": Text(sv="Får sänkas, inte höjas.", en="May be lowered, not raised."),
}
MAY = Text(sv="Får ersättas av: {who}", en="May be replaced by: {who}")
SET_OWN = Text(sv="Ange egen norm", en="Set an own norm")
CHANGE = Text(sv="Ändra {name}", en="Change {name}")
DROP = Text(sv="Ta bort {name}", en="Take away {name}")
FROM = Text(sv="Gäller från", en="Holds from")
BY = Text(sv="Vem har beslutat?", en="Who decided?")
DECISION = Text(
    sv="Beslutet, till exempel räddningstjänsten, yttrande 2026-03-01",
    en="The decision, such as the rescue service, opinion 2026-03-01",
)
INCOMPLETE = Text(
    sv="Ändra minst en siffra, och ange från vilken dag den gäller och vem som har beslutat.",
    en="Change at least one figure, and say from which day it holds and who decided.",
)


def show(office: Office) -> None:
    """Show the own norms, and the way to a new one."""
    st.header(office.say(TITLE), anchor=False)
    st.caption(office.say(ABOUT))
    own = office.content.settings.norms
    if not own:
        st.write(office.say(NONE))
    for one in own:
        with st.container(border=True, key=f"norm-{one.norm}"):
            _own(office, one)
    _new(office)


def _installed(office: Office) -> Mapping[str, Norm]:
    return office.workspace.prevailing.installed.norms


def _own(office: Office, own: OwnNorm) -> None:
    norm, setting = _installed(office).get(own.norm), f"{NORM}.{own.norm}"
    name = office.say(norm.title if norm else own.norm)
    st.markdown(f"**{escaped(name)}** {_badge(office, own)}")
    st.write(escaped(office.say(in_words("setting", {"norm": own.model_dump()}, office.content))))
    why = [office.say(one) for each, one in unfit(office.workspace) if each == setting]
    if why:
        st.warning(escaped(office.say(UNFIT).format(why=" ".join(why))))
    if norm:
        st.caption(escaped(_comes(office, norm)))
    seen, may = office.version("setting", setting), office.may("set-norm")
    if may:
        with st.container(horizontal=True):
            change = office.say(CHANGE).format(name=plain(name))
            if norm and st.button(change, key=f"andra-norm-{own.norm}"):
                opened(setting)
                st.dialog(change)(_form)(office, norm, own, seen)
            if st.button(
                office.say(DROP).format(name=plain(name)), key=f"slopa-norm-{own.norm}", type="tertiary"
            ):
                drop = partial(_drop, office, own.norm)
                save(office, f"slopa-{setting}", drop, kind="setting", record=setting, seen=seen)
    trail.show(office, "setting", setting, partial(_back, office, setting) if may else None)


def _badge(office: Office, own: OwnNorm) -> str:
    if isinstance(office.content.norms.get(own.norm), OwnedNorm):
        return f":blue-badge[{office.say(COUNTS)}]"
    return f":gray-badge[{escaped(office.say(NOT_YET).format(day=own.valid_from))}]"


def _comes(office: Office, norm: Norm) -> str:
    source = office.workspace.prevailing.installed.norm_sources.get(norm.source)
    told = office.say(source_said(source)) if source else norm.source
    unit = office.say(unit_of(norm.unit))
    figures = "; ".join(
        f"{office.say(place_in(norm, at))} {office.say(number(figure))}"
        for at, figure in figures_at(norm).items()
    )
    return office.say(COMES).format(figures=f"{figures} {unit}".strip(), source=told)


def _new(office: Office) -> None:
    norms = _installed(office)
    chosen = st.selectbox(
        office.say(WHICH),
        sorted(norms, key=lambda one: office.say(norms[one].title).casefold()),
        index=None,
        format_func=lambda one: office.say(norms[one].title),
        placeholder=office.say(HINT),
        key="valj-norm",
    )
    if chosen is None:
        return
    norm, setting = norms[chosen], f"{NORM}.{chosen}"
    with st.container(border=True):
        st.markdown(f"**{escaped(office.say(norm.title))}**")
        st.caption(escaped(_comes(office, norm)))
        if norm.note:
            st.caption(escaped(office.say(norm.note)))
        deciders = _deciders(norm)
        if not deciders:
            st.info(office.say(NOBODY_MAY))
            return
        who = ", ".join(office.say(DECIDERS[one]) for one in deciders)
        st.caption(office.say(MAY).format(who=who))
        own = office.content.settings.norm(chosen)
        if office.may("set-norm") and st.button(office.say(SET_OWN), key="ny-norm", type="primary"):
            opened(setting)
            seen = office.version("setting", setting)
            st.dialog(office.say(SET_OWN))(_form)(office, norm, own, seen)
        if own is None:  # one that was taken away has a history, and a way back
            back = partial(_back, office, setting) if office.may("set-norm") else None
            trail.show(office, "setting", setting, back)


def _deciders(norm: Norm) -> list[Overrider]:
    return [one for one in norm.override if one != "nobody"]


def _form(office: Office, norm: Norm, own: OwnNorm | None, seen: int) -> None:
    setting = f"{NORM}.{norm.id}"
    st.caption(escaped(office.say(norm.title)))
    typed = _fields(office, norm, own)
    first = office.workspace.now().date()
    start: date | None = st.date_input(
        office.say(FROM), value=own.valid_from if own else first, format="YYYY-MM-DD", key=f"fran-{norm.id}"
    )
    deciders = _deciders(norm)
    by_whom = st.selectbox(
        office.say(BY),
        deciders,
        index=deciders.index(own.decided_by) if own and own.decided_by in deciders else None,
        format_func=lambda one: office.say(capital(DECIDERS[one])),
        placeholder=office.say(CHOOSE),
        key=f"vem-{norm.id}",
    )
    decision = st.text_input(
        office.say(DECISION), value=own.decision if own else "", max_chars=300, key=f"beslut-{norm.id}"
    )
    source = sourcing.fields(office, setting, own.source if own else None)
    if not st.button(office.say(SAVE), key=f"spara-norm-{norm.id}", type="primary"):
        return
    figures = _otherwise(norm, typed)
    if typing.refused(office, *typed.values()):
        return
    if source is None:
        st.error(office.say(sourcing.MISSING))
    elif not figures or start is None or by_whom is None:
        st.error(office.say(INCOMPLETE))
    else:
        said = OwnNorm(
            norm=norm.id,
            figures=figures,
            unit=norm.unit,
            source=source,
            valid_from=start,
            decided_by=by_whom,
            decision=decision,
        )
        _keep(office, said, seen)


def _keep(office: Office, said: OwnNorm, seen: int) -> None:
    def deed(by: Actor, last: int) -> object:
        return set_norm(office.workspace, said, by, last)

    setting = f"{NORM}.{said.norm}"
    save(office, setting, deed, kind="setting", record=setting, seen=seen)


def _fields(office: Office, norm: Norm, own: OwnNorm | None) -> dict[str, float | str | None]:
    """Show a field for each figure, and return what stands in it, by its place."""
    mine = {one.at: one.figure for one in own.figures} if own else {}
    unit, ways, found = office.say(unit_of(norm.unit)), stricter_at(norm), {}
    for at, standard in figures_at(norm).items():
        place = office.say(place_in(norm, at))
        label = f"{place} ({unit})" if unit else place
        found[at] = typing.figure(office, label, mine.get(at, standard), f"siffra-{norm.id}-{at}")
        if at in ways:
            st.caption(office.say(WAYS[ways[at]]))
    return found


def _otherwise(norm: Norm, typed: Mapping[str, float | str | None]) -> tuple[OwnFigure, ...]:
    """Return the figures that differ from the norm's; an empty field leaves the norm's own."""
    standard = figures_at(norm)
    return tuple(
        OwnFigure(at=at, figure=one)
        for at, one in typed.items()
        if isinstance(one, float | int) and one != standard[at]
    )


def _back(office: Office, setting: str, version: int, by: Actor, seen: int) -> object:  # a way back
    return put_back(office.workspace, setting, version, by, seen)


def _drop(office: Office, norm: str, by: Actor, seen: int) -> object:
    return drop_norm(office.workspace, norm, by, seen)
