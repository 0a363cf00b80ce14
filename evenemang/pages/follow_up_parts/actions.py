"""Open actions of the year's events, by age, and which are late."""

from __future__ import annotations

from datetime import date

from evenemang.domain.text import Text
from evenemang.flow.saying import day, in_words
from evenemang.flow.words import ACTION_STATUSES, capital, sentence
from evenemang.flow.year_series import AGES, Age, OpenAction, open_actions
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_action
from evenemang.pages.follow_up_parts.scene import Scene
from evenemang.pages.follow_up_parts.words import plural
from evenemang.pages.people import People

LATE = Text(
    sv="{late} av {open} {noun} är {word}, som mest {days}",
    en="{late} of {open} {noun} {word} overdue, by at most {days}",
)
NONE_LATE = Text(sv="{open} {noun}, ingen är försenad", en="{open} {noun}, none is overdue")
NONE_OPEN = Text(sv="Inga åtgärder är öppna", en="No actions are open")
UNIT = Text(
    sv="Årets åtgärder som inte är klara, efter dagar sedan beslut. Räknat {today}.",
    en="The year’s actions that are not done, by days since they were decided. Counted on {today}.",
)
OPEN_ONE = Text(sv="öppen åtgärd", en="open action")
OPEN_MANY = Text(sv="öppna åtgärder", en="open actions")
DAY = Text(sv="dag", en="day")
DAYS = Text(sv="dagar", en="days")
ONE_SECRET = Text(
    sv="1 hemlig åtgärd är räknad och visas bara i sitt ärende.",
    en="1 secret action is counted, and shown in its dossier only.",
)
SECRETS = Text(
    sv="{count} hemliga åtgärder är räknade och visas bara i sina ärenden.",
    en="{count} secret actions are counted, and shown in their dossiers only.",
)
HEADING = (
    Text(sv="Åtgärd", en="Action"),
    Text(sv="Dagar försenad", en="Days overdue"),
    Text(sv="Senast", en="Due"),
    Text(sv="Evenemang", en="Event"),
    Text(sv="Ansvarig", en="Owner"),
    Text(sv="Läge", en="Status"),
    Text(sv="Dagar sedan beslut", en="Days since decided"),
)
ON_PAGE = 5  # of these
AGE_NAMES: dict[Age, Text] = {
    "week": Text(sv="Beslutade för 0–7 dagar sedan", en="Decided 0–7 days ago"),
    "month": Text(sv="Beslutade för 8–30 dagar sedan", en="Decided 8–30 days ago"),
    "two-months": Text(sv="Beslutade för 31–60 dagar sedan", en="Decided 31–60 days ago"),
    "three-months": Text(sv="Beslutade för 61–90 dagar sedan", en="Decided 61–90 days ago"),
    "older": Text(sv="Beslutade för över 90 dagar sedan", en="Decided over 90 days ago"),
    "undecided": Text(sv="Inte beslutade", en="Not decided"),
}


def card(scene: Scene) -> Card:
    """Return the card of open actions; a secret one is counted, and in no row."""
    actions = open_actions(scene.rows)
    shown = tuple(one for one in actions if one.row.secrecy != "secret")
    secret = len(actions) - len(shown)
    return Card(
        key="oppna-atgarder",
        finding=finding(actions, scene),
        unit=scene.say(UNIT).format(today=day(scene.rows.today, scene.language)) + _secret(secret, scene),
        figure=scene.charts.open_actions_figure(shown, scene.dark, scene.language) if shown else None,
        table=Table(
            tuple(scene.say(one) for one in HEADING),
            tuple(_row(one, scene, scene.people) for one in shown),
            on_page=ON_PAGE,
        ),
        bars={age: scene.say(AGE_NAMES[age]) for age in AGES if any(one.age == age for one in shown)},
        behind=lambda code: (of_action(one.row, scene) for one in shown if one.age == code),
    )


def _secret(count: int, scene: Scene) -> str:
    return f" {scene.say(ONE_SECRET if count == 1 else SECRETS).format(count=count)}" if count else ""


def finding(actions: tuple[OpenAction, ...], scene: Scene) -> str:
    """Return how many are late, out of how many, and the worst of them."""
    late = [one for one in actions if one.late > 0]
    if not actions:
        return scene.say(NONE_OPEN)
    noun = scene.say(OPEN_ONE if len(actions) == 1 else OPEN_MANY)
    count = in_words(len(actions), scene.language)
    if not late:
        return scene.say(NONE_LATE).format(open=sentence(count), noun=noun)
    return scene.say(LATE).format(
        late=sentence(in_words(len(late), scene.language)),
        open=count,
        noun=noun,
        word=_late_word(len(late), scene),
        days=plural(late[0].late, DAY, DAYS, scene.language),
    )


def _late_word(late: int, scene: Scene) -> str:
    if scene.language == "en":
        return "is" if late == 1 else "are"
    return "försenad" if late == 1 else "försenade"


def _row(one: OpenAction, scene: Scene, people: People) -> tuple[str | int | date | None, ...]:
    row = one.row
    return (
        row.do,
        one.late if one.late > 0 else None,
        row.due,
        one.event,
        people.say(row.owner) if row.owner else None,
        scene.say(capital(ACTION_STATUSES[row.status])),
        one.days,
    )
