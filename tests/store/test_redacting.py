"""Removing by rule, in every store alike: the values go, the chain holds, all of it or nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from evenemang.domain.errors import LostRace, NotFound
from evenemang.flow.journal import REMOVED_BY_RULE, REMOVED_WHOLE, Deed, first_broken
from evenemang.flow.storing import Redaction, Search, Store
from tests.builders import NOON, deed, dossier, incident, projection


def told(operation: str, *rows: str) -> Deed:
    after = {"emptied_rows": list(rows)}
    return Deed(operation=operation, touched="retention/x", after=after, by="Anna Berg", at=NOON)


def held(store: Store, name: str = "Höstfesten") -> None:
    one = dossier("a3k9", name=name, incidents=(incident(what="Nils föll"),))
    rows = [deed("incidents/I1", {"what": "Nils föll"}), deed("event/name", name)]
    store.save("dossier", one, expected=0, deeds=rows, projection=projection(one))


def redaction(expected: int = 1) -> Redaction:
    left = dossier("a3k9", name="Gallrat", incidents=(incident(what="[gallrat]"),))
    deeds = [told(REMOVED_BY_RULE, "1.0")]
    return Redaction("dossier", "a3k9", expected, deeds, left, [(1, 0)], projection=projection(left))


def test_what_is_removed_is_gone_and_the_journal_tells_of_it(store: Store) -> None:
    held(store)

    store.redact(redaction())

    journal = store.journal("dossier", "a3k9")
    assert [(one.salt is None, one.deed.after is None) for one in journal] == [
        (True, True),
        (False, False),
        (False, False),
    ]
    assert first_broken(journal) is None
    removed: Counter[object] = Counter()
    assert store.verify(removed) == []  # type: ignore[arg-type]  # a counter of keys
    assert removed == {("dossier", "a3k9"): 1}
    assert store.load("dossier", "a3k9").version == 2
    assert [one.what for one in store.incidents()] == ["[gallrat]"]
    assert store.dossiers(Search(text="höst")) == ()
    assert store.stale() == 1
    assert store.scrub()


def test_one_that_changed_meanwhile_loses_nothing(store: Store) -> None:
    held(store)

    with pytest.raises(LostRace):
        store.redact(redaction(expected=7))

    assert not [one for one in store.journal("dossier", "a3k9") if one.salt is None]


def test_a_record_taken_away_whole_leaves_its_journal_without_values(store: Store) -> None:
    held(store)
    deeds = [told(REMOVED_WHOLE, "1.0", "1.1")]

    store.redact(Redaction("dossier", "a3k9", 1, deeds, None, [(1, 0), (1, 1)]))

    with pytest.raises(NotFound):
        store.load("dossier", "a3k9")
    journal = store.journal("dossier", "a3k9")
    assert [one.salt is None for one in journal] == [True, True, False]
    assert first_broken(journal) is None
    assert store.verify() == []
    assert store.dossiers(Search()) == ()


def test_values_that_are_gone_without_a_word_are_told(store: Store) -> None:
    held(store)
    silent = redaction()
    store.redact(Redaction("dossier", "a3k9", 1, [deed()], silent.record, silent.rows))

    assert "ingen gallring berättar om det" in store.verify()[0].sv
