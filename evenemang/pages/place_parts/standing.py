"""What stands at a place: measures that are leant on, with when they were seen; risks, as judged last."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.place import Place, StandingMeasure, StandingRisk
from evenemang.domain.text import Text
from evenemang.flow.listing import DossierRow
from evenemang.flow.recalling.places import Picture
from evenemang.flow.saying import day
from evenemang.pages import ways
from evenemang.pages.allowed import takes
from evenemang.pages.people import People, people_of
from evenemang.pages.place_parts import standing_forms as forms
from evenemang.pages.settings_parts.office import Office
from evenemang.pages.showing import escaped, level, plain, relative

MEASURES = Text(sv="Stående åtgärder", en="Standing measures")
NO_MEASURES = Text(
    sv="Inga stående åtgärder. Lägg till sådant som är gjort en gång på platsen och som senare evenemang "
    "lutar sig mot.",
    en="No standing measures. Add what was done once at the place and what later events lean on.",
)
RISKS = Text(sv="Stående risker", en="Standing risks")
NO_RISKS = Text(
    sv="Inga stående risker. Lägg till sådant som hör till platsen och inte till ett evenemang.",
    en="No standing risks. Add what belongs to the place and not to an event.",
)
VERIFIED = Text(sv="Verifierad {day} ({ago}) av {who}: {how}", en="Verified {day} ({ago}) by {who}: {how}")
NOT_VERIFIED = Text(sv="Inte verifierad på plats än", en="Not verified on site yet")
DECIDED = Text(sv="beslutad {day}", en="decided {day}")
DONE = Text(sv="klar {day}", en="done {day}")
NOT_DONE = Text(sv="inte klar än", en="not done yet")
OWNER = Text(sv="ansvarig {who}", en="owner {who}")
ENDED = Text(sv="Gäller inte längre från {day}: {because}", en="No longer stands from {day}: {because}")
NO_LONGER = Text(sv="Åtgärder som inte gäller längre ({count})", en="Measures that no longer stand ({count})")
LOOKS = Text(sv="Alla kontroller på plats ({count})", en="All looks on site ({count})")
LOOK = Text(sv="{day}, {who}: {how}", en="{day}, {who}: {how}")
AT = Text(sv="Visas vid frågan: {ask}", en="Shown at the question: {ask}")
VERIFY = Text(sv="Verifiera", en="Verify")
CHANGE = Text(sv="Ändra", en="Change")
NEW_MEASURE = Text(sv="Ny stående åtgärd", en="New standing measure")
NEW_RISK = Text(sv="Ny stående risk", en="New standing risk")
JUDGE = Text(sv="Bedöm på nytt", en="Judge anew")
JUDGED = Text(sv="Bedömd {day} av {who}: {because}", en="Judged {day} by {who}: {because}")
FOUND = Text(sv="funnen {day}", en="found {day}")
JUDGEMENTS = Text(sv="Så har den bedömts ({count})", en="How it has been judged ({count})")
HIDDEN_ONE = Text(
    sv="En uppgift till är hemlig. Den visas i de ärenden där du är utsedd.",
    en="One more is secret. It is shown in the dossiers where you are named.",
)
HIDDEN = Text(
    sv="{count} uppgifter till är hemliga. De visas i de ärenden där du är utsedd.",
    en="{count} more are secret. They are shown in the dossiers where you are named.",
)


def show(office: Office, place: Place, picture: Picture, events: tuple[DossierRow, ...]) -> None:
    """Show the standing picture, measures first; `events` are those at the place."""
    people = people_of(office.house)
    st.header(office.say(MEASURES), anchor=False)
    if not picture.measures:
        st.write(office.say(NO_MEASURES))
    else:
        with st.container(border=True, key="lista-atgarder", gap=None):
            for measure in picture.measures:
                with st.container(key=f"post-atgard-{measure.id}", gap="xsmall"):
                    _measure(office, place, measure, people)
    _ended(office, place, picture.ended, people)
    _new_measure(office, place)
    st.header(office.say(RISKS), anchor=False)
    if not picture.risks:
        st.write(office.say(NO_RISKS))
    else:
        with st.container(border=True, key="lista-risker", gap=None):
            for risk in picture.risks:
                with st.container(key=f"post-risk-{risk.id}", gap="xsmall"):
                    _risk(office, place, risk, people, events)
    _new_risk(office, place, events)
    if picture.hidden:
        said = HIDDEN_ONE if picture.hidden == 1 else HIDDEN
        st.caption(office.say(said).format(count=picture.hidden))


def _measure(office: Office, place: Place, one: StandingMeasure, people: People) -> None:
    say, today = office.say, office.workspace.now().date()
    st.markdown(f"**{escaped(one.title)}**")
    last = one.last_seen(today)
    if last:
        ago = relative((last.on - today).days, office.language)
        facts = {"day": day(last.on, office.language), "ago": ago, "who": people.say(last.by)}
        st.markdown(f":material/verified: {escaped(say(VERIFIED).format(**facts, how=last.how))}")
    else:
        st.markdown(f":material/help: {say(NOT_VERIFIED)}")
    if one.how.strip():
        st.markdown(escaped(one.how))
    done = say(DONE).format(day=day(one.done_on, office.language)) if one.done_on else say(NOT_DONE)
    zone = place.zone(one.zone)
    parts = [
        zone.name if zone else "",
        say(OWNER).format(who=people.say(one.owner)),
        say(DECIDED).format(day=day(one.decided_on, office.language)),
        done,
    ]
    st.caption(escaped(" · ".join(part for part in parts if part)))
    _at_question(office, one.question)
    _looks(office, one, people)
    _to_measure(office, place, one)


def _looks(office: Office, one: StandingMeasure, people: People) -> None:
    if len(one.verified) > 1:
        with st.expander(office.say(LOOKS).format(count=len(one.verified)), key=f"kontroller-{one.id}"):
            for look in reversed(one.verified):
                when = day(look.on, office.language)
                said = office.say(LOOK).format(day=when, who=people.say(look.by), how=look.how)
                st.markdown(escaped(said))


@takes("standing-picture")
def _to_measure(office: Office, place: Place, one: StandingMeasure) -> None:
    with st.container(horizontal=True):
        if st.button(office.say(VERIFY), key=f"verifiera-{one.id}", icon=":material/verified:"):
            st.dialog(office.say(VERIFY))(forms.verify)(office, place, one)
        if st.button(office.say(CHANGE), key=f"andra-atgard-{one.id}", type="tertiary"):
            st.dialog(f"{office.say(CHANGE)} {plain(one.title)}")(forms.measure)(office, place, one)


@takes("standing-picture")
def _new_measure(office: Office, place: Place) -> None:
    if place.zones and st.button(
        office.say(NEW_MEASURE), key="ny-atgard", icon=":material/add:", type="tertiary"
    ):
        st.dialog(office.say(NEW_MEASURE))(forms.measure)(office, place, None)


def _ended(office: Office, place: Place, ended: tuple[StandingMeasure, ...], people: People) -> None:
    if not ended:
        return
    with st.expander(office.say(NO_LONGER).format(count=len(ended)), key="upphorda"):
        for one in ended:
            with st.container(key=f"post-upphord-{one.id}", gap="xsmall"):
                st.markdown(f"**{escaped(one.title)}**")
                when = day(one.ended_on, office.language) if one.ended_on else ""
                st.markdown(escaped(office.say(ENDED).format(day=when, because=one.ended_because)))
                _looks(office, one, people)
                _to_measure(office, place, one)


def _risk(
    office: Office, place: Place, one: StandingRisk, people: People, events: tuple[DossierRow, ...]
) -> None:
    say, matrix, now = office.say, office.content.matrix, one.now
    st.markdown(f"**{escaped(one.title)}**")
    found = matrix.level(now.likelihood, now.consequence)
    badge = level(matrix, found, now.likelihood * now.consequence, office.language)
    facts = {"day": day(now.on, office.language), "who": people.say(now.by), "because": now.because}
    st.markdown(f"{badge} {escaped(say(JUDGED).format(**facts))}")
    zone = place.zone(one.zone)
    parts = [zone.name if zone else "", say(FOUND).format(day=day(one.found_on, office.language))]
    st.caption(escaped(" · ".join(part for part in parts if part)))
    event = next((row for row in events if one.found_at in (row.id, row.alias)), None)
    if event:
        ways.link(escaped(event.name), event.id)
    _at_question(office, one.question)
    if len(one.history) > 1:
        with st.expander(say(JUDGEMENTS).format(count=len(one.history)), key=f"bedomningar-{one.id}"):
            for was in reversed(one.history):
                level_then = matrix.level(was.likelihood, was.consequence)
                mark = level(matrix, level_then, was.likelihood * was.consequence, office.language)
                when = day(was.on, office.language)
                said = say(LOOK).format(day=when, who=people.say(was.by), how=was.because)
                st.markdown(f"{mark} {escaped(said)}")
    _judge(office, place, one)


@takes("standing-picture")
def _judge(office: Office, place: Place, one: StandingRisk) -> None:
    if st.button(office.say(JUDGE), key=f"bedom-{one.id}", icon=":material/balance:"):
        st.dialog(office.say(JUDGE))(forms.judge)(office, place, one)


@takes("standing-picture")
def _new_risk(office: Office, place: Place, events: tuple[DossierRow, ...]) -> None:
    if place.zones and st.button(office.say(NEW_RISK), key="ny-risk", icon=":material/add:", type="tertiary"):
        st.dialog(office.say(NEW_RISK))(forms.risk)(office, place, events)


def _at_question(office: Office, question: str) -> None:
    asked = office.content.question(question)
    if asked:
        st.caption(escaped(office.say(AT).format(ask=office.say(asked.ask))))
