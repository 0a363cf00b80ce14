"""More dossiers than a list shows: what is near in time is among those shown, whatever lies behind it."""

from datetime import timedelta
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.flow.browsing import LAST, browse
from evenemang.flow.storing import Search
from evenemang.flow.waiting import AHEAD, around
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import NOON, deed, dossier, projection


class Noon:
    def now(self) -> Any:
        return NOON


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    """Return a workspace with two events a day for 170 days back, and one tomorrow."""
    store = MemoryStore()
    days = [*(-1 - number // 2 for number in range(340)), 1]
    for number, day in enumerate(days):
        one = dossier(f"d{number:03}", name="Marknaden", on=NOON.date() + timedelta(days=day))
        store.save("dossier", one, expected=0, deeds=[deed()], projection=projection(one))
    return Workspace(store, bootstrap.content(), Noon())


@pytest.mark.parametrize("text", ["", "marknad"])
def test_a_list_too_long_to_show_leaves_out_the_oldest(workspace: Workspace, text: str) -> None:
    shown = [one.id for one in browse(workspace, Search(text=text))]

    assert len(shown) == LAST + 1
    assert shown[:3] == ["d340", "d001", "d000"]
    assert "d339" not in shown


def test_the_first_page_looks_back_from_today(workspace: Workspace) -> None:
    near = around(workspace)

    assert [one.id for one in near.upcoming] == ["d340"]
    assert len(near.past) == AHEAD * 4
    assert {"d000", "d001"} < {one.id for one in near.past}
    assert [one.starts for one in near.past] == sorted(one.starts for one in near.past if one.starts)
