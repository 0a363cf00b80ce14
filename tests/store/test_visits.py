"""Visits and members: the part of the store's contract that sign-in uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from evenemang.domain.role import Member
from evenemang.flow.storing import Search, Store
from evenemang.flow.visits import Visit
from tests.builders import deed, dossier, projection

NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=30)
VISIT = Visit(key="a" * 64, member="k3f9", started=NOW, seen=NOW)


def test_a_visit_is_kept_seen_and_ended_for_good(store: Store) -> None:
    assert store.visit(VISIT.key) is None
    store.begin_visit(VISIT, LONG_AGO)
    assert store.visit(VISIT.key) == VISIT

    later = NOW + timedelta(minutes=5)
    store.see_visit(VISIT.key, later)
    assert store.visit(VISIT.key) == replace(VISIT, seen=later)

    store.end_visit(VISIT.key)
    store.begin_visit(VISIT, LONG_AGO)  # the same sign-in shown once more
    ended = store.visit(VISIT.key)
    assert ended is not None
    assert ended.ended


def test_old_visits_are_forgotten_when_another_begins(store: Store) -> None:
    store.begin_visit(replace(VISIT, seen=LONG_AGO), LONG_AGO)
    other = replace(VISIT, key="b" * 64)
    store.begin_visit(other, NOW - timedelta(days=1))
    assert store.visit(VISIT.key) is None
    assert store.visit(other.key) == other


def test_a_list_shows_none_but_those_it_is_kept_to(store: Store) -> None:
    for name in ("a3k9", "b7m2", "c4x8"):
        one = dossier(name, name="Marknad")
        store.save("dossier", one, expected=0, deeds=[deed()], projection=projection(one))
    for search in (Search(), Search(text="marknad"), Search(text="marknad", newest_first=True)):
        kept = search.model_copy(update={"among": ("b7m2", "nowhere")})
        assert [row.id for row in store.dossiers(kept)] == ["b7m2"]
        assert store.dossiers(search.model_copy(update={"among": ()})) == ()
        assert len(store.dossiers(search)) == 3


def test_a_member_has_a_journal_and_no_workbook(store: Store) -> None:
    member = Member(id="k3f9", name="Anna Berg", role="reader")
    store.save("member", member, expected=0, deeds=[deed()])
    assert store.load("member", "k3f9").record == member
    assert len(store.journal("member", "k3f9")) == 1
    assert store.stale() == 0
    assert store.verify() == []
