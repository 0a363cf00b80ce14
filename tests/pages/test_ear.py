"""What a page has heard of the others: told when it is otherwise, through its own reader's eyes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotAdmitted
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.glimpse import glimpse
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.presence import Presence
from evenemang.flow.workspace import Workspace
from evenemang.pages.ear import Ear
from evenemang.store.memory import MemoryStore

SARA, JONAS = Actor(name="Sara Lind"), Actor(name="Jonas Berg")
NOW = datetime(2027, 8, 1, 9, 0, tzinfo=LOCAL)


class Room:
    """A dossier that Sara has open, at a moment."""

    def __init__(self) -> None:
        self.at, self.seen, self.refused = NOW, True, False
        self.work = Workspace(MemoryStore(), bootstrap.content(), bootstrap.SystemClock())
        opened = open_dossier(self.work, NewDossier(name="Höstfesten", areas=("crowds",)), SARA)
        self.dossier = opened.record.id
        self.ear = Ear(
            store=glimpse(self.work.store, lambda: frozenset({self.dossier} if self.seen else ())),
            now=lambda: self.at,
            still_in=self.still_in,
            key="saras",
            dossier=self.dossier,
            who=SARA.name,
            step="checklistor",
            place="crowds",
            version=opened.version,
        )

    def still_in(self) -> None:
        if self.refused:
            raise NotAdmitted("ended", why=Text(sv="nej", en="no"))

    def here(self) -> list[str]:
        return [one.who for one in self.work.store.present(self.dossier, self.at - timedelta(seconds=5))]


@pytest.fixture
def room() -> Room:
    return Room()


def test_there_is_news_when_somebody_answers_and_when_somebody_comes_and_goes(room: Room) -> None:
    assert not room.ear.has_news()

    room.work.do(room.dossier, GiveAnswer(question="crowds.stop-level", value="yes"), JONAS)
    assert room.ear.has_news()
    room.ear.version += 1
    assert not room.ear.has_news()

    room.work.store.be_present(Presence("jonas", room.dossier, JONAS.name, "checklistor", "crowds", room.at))
    assert room.ear.has_news()
    room.ear.others = room.ear.where()
    assert not room.ear.has_news()
    room.at += timedelta(minutes=1)
    assert room.ear.has_news()


def test_whoever_is_asked_about_is_seen_to_be_there_and_written_every_ten_seconds(room: Room) -> None:
    room.ear.has_news()
    assert room.here() == [SARA.name]

    room.at += timedelta(seconds=9)
    room.ear.has_news()
    assert room.here() == []

    room.at += timedelta(seconds=1)
    room.ear.has_news()
    assert room.here() == [SARA.name]


def test_a_line_about_others_goes_away_in_its_time(room: Room) -> None:
    room.ear.fades = NOW + timedelta(seconds=20)
    assert not room.ear.has_news()

    room.at += timedelta(seconds=21)

    assert room.ear.has_news()


def test_a_guest_whose_dossier_was_closed_is_told_nothing_but_to_look(room: Room) -> None:
    assert not room.ear.has_news()
    room.seen = False

    room.work.do(room.dossier, GiveAnswer(question="crowds.stop-level", value="yes"), JONAS)

    assert room.ear.has_news()
    assert room.ear.where() == {}


def test_whoever_is_no_longer_let_in_is_neither_written_nor_answered(room: Room) -> None:
    room.refused = True

    with pytest.raises(NotAdmitted):
        room.ear.has_news()

    assert room.here() == []
