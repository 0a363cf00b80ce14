"""Whatever was typed comes back as the model took it, from every store."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from evenemang.domain.dossier import Dossier
from evenemang.domain.organiser import Contact
from evenemang.flow.journal import Deed, canonical, first_broken
from evenemang.flow.storing import Search, Store
from evenemang.store.memory import MemoryStore
from evenemang.store.sql import SqlStore
from tests.builders import NOON, action, deed, dossier, incident, projection, risk
from tests.postgres import Server

NASTY = (
    "=1+1", "@SUM(A1)", "#N/A", "_x0041_", "<b>fet</b>", "👩‍👩‍👧 åäö", "\u202eomvänt\u202c", "e\u0301",
    "\u00a0", "\ud800", "\x00", "\ufffe", "'; DROP TABLE record; --", "%_\\", "null", "1e5",
    "rad\r\nbryt\rslut\u2028",
)  # fmt: skip
typed = st.one_of(st.sampled_from(NASTY), st.text(max_size=20), st.text(st.characters(), max_size=20))
said = typed.map(lambda one: f"a{one}")  # what must not be empty
values = (
    st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | typed.map(str.strip)
)
plain = st.text(max_size=10)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain, inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def stores(
    migrated: Path, postgres: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, ...]]:
    sqlite = SqlStore(copy(migrated, tmp_path_factory.mktemp("stores") / "evenemang.db"))
    server = SqlStore(postgres.database())
    yield MemoryStore(), sqlite, server
    for one in (sqlite, server):
        one.close()


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    contact = Contact(on=NOON.date(), by=draw(said), how="phone", what=draw(said))
    return dossier(
        draw(st.sampled_from("abc")),
        name=draw(said),
        diary_number=draw(typed),
        officer=draw(st.none() | said),
        contacts=(contact,),
        risks=(risk(title=draw(said), motive=draw(typed)),),
        actions=(action(do=draw(said), owner=draw(said)),),
        incidents=(incident(what=draw(said), cause=draw(typed)),),
        event={"note": draw(typed), "facts": {"kind": draw(values)}},
    )


def kept(store: Store, one: Dossier, done: Deed) -> None:
    version = store.load("dossier", one.id).version if one.id in store.ids("dossier") else 0
    store.save("dossier", one, expected=version, deeds=[done], projection=projection(one))


@settings(max_examples=60, deadline=None)
@given(one=dossiers(), before=json_values, after=json_values)
def test_whatever_was_typed_comes_back(
    stores: tuple[Store, ...], one: Dossier, before: Any, after: Any
) -> None:
    rows = projection(one)
    for store in stores:
        kept(store, one, deed("event", after, before))

        assert store.load("dossier", one.id).record == one
        assert rows.row in store.dossiers(Search(text=one.event.name))
        assert store.actions(dossiers=[one.id]) == rows.actions
        assert store.risks(dossiers=[one.id]) == rows.risks
        assert store.incidents(dossiers=[one.id]) == rows.incidents
        journal = store.journal("dossier", one.id)
        assert first_broken(journal) is None
        assert canonical([journal[-1].deed.before, journal[-1].deed.after]) == canonical([before, after])


@settings(max_examples=60, deadline=None)
@given(text=typed)
def test_any_search_has_the_same_answer_in_each(stores: tuple[Store, ...], text: str) -> None:
    memory, *others = stores

    for store in others:
        assert store.dossiers(Search(text=text)) == memory.dossiers(Search(text=text))


@pytest.mark.parametrize("endless", [float("inf"), float("-inf"), float("nan")])
def test_a_number_that_no_body_can_hold_is_refused_before_it_is_kept(endless: float) -> None:
    with pytest.raises(ValidationError):
        dossier("a", event={"facts": {"peak": endless}})
