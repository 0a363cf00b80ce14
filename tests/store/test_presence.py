"""What pages ask every few seconds: the version, what is new, and who is where."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from evenemang.flow.presence import GONE_AFTER, Presence, elsewhere
from evenemang.flow.storing import Store
from tests.builders import deed, dossier

NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
SARA = Presence(key="a" * 32, dossier="k3f9", who="Sara Lind", step="checklistor", place="crowds", at=NOW)
JONAS = replace(SARA, key="b" * 32, who="Jonas Berg", place="traffic")


def test_a_version_and_what_came_after_it_are_told_without_the_dossier(store: Store) -> None:
    one = dossier("k3f9")
    assert store.version("dossier", one.id) == 0
    store.save("dossier", one, expected=0, deeds=[deed()])
    store.save("dossier", one, expected=1, deeds=[deed(), deed()])

    assert store.version("dossier", one.id) == 2
    assert store.journal_after("dossier", one.id, 1) == store.journal("dossier", one.id)[1:]
    assert store.journal_after("dossier", one.id, 2) == ()


def test_who_is_where_is_told_for_one_dossier_and_each_page_counts_once(store: Store) -> None:
    store.be_present(SARA)
    store.be_present(JONAS)
    store.be_present(replace(JONAS, key="c" * 32, dossier="zzzz"))
    store.be_present(replace(SARA, place="weather"))

    found = store.present("k3f9", NOW - GONE_AFTER)
    assert [(one.who, one.place) for one in found] == [("Jonas Berg", "traffic"), ("Sara Lind", "weather")]
    assert elsewhere(found, SARA.who) == {"traffic": ["Jonas Berg"]}


def test_whoever_went_without_a_word_is_forgotten_and_leaves_no_row(store: Store) -> None:
    store.be_present(SARA)
    later = NOW + GONE_AFTER + timedelta(seconds=1)
    store.be_present(replace(JONAS, at=later))

    long_ago = NOW - timedelta(days=1)
    assert [one.who for one in store.present("k3f9", long_ago)] == ["Jonas Berg"]
