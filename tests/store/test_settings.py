"""What is set, on every engine: kept, copied to another database, and two at once never lose a word."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile
from evenemang.domain.setting import NAME
from evenemang.flow.journal import first_broken
from evenemang.flow.settings.changing import name_municipality, put_back, set_arms
from evenemang.flow.storing import Store
from evenemang.flow.workspace import Workspace

ARMS = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="


def test_of_two_who_saw_the_same_one_is_kept_and_the_other_is_told(store: Store) -> None:
    workspaces = [Workspace(store, bootstrap.content(), bootstrap.SystemClock()) for _ in range(4)]
    name_municipality(workspaces[0], "Alingsås", Actor(name="Sara"))

    def rename(number: int) -> str:
        try:
            name_municipality(workspaces[number], f"Kommun {number}", Actor(name=f"Nr {number}"), seen=1)
        except ChangedMeanwhile as clash:
            return f"told of {str(clash.facts['who'])[:3]}"
        return "kept"

    with ThreadPoolExecutor(4) as pool:
        said = sorted(pool.map(rename, range(4)))

    assert said == ["kept", "told of Nr ", "told of Nr ", "told of Nr "]
    rows = store.journal("setting", NAME)
    assert (len(rows), first_broken(rows)) == (2, None)
    for one in workspaces:
        one.prevailing.forget()
        assert one.content.settings.name == rows[-1].deed.after["name"]


def test_what_is_set_is_kept_with_its_journal_and_put_back(store: Store) -> None:
    workspace = Workspace(store, bootstrap.content(), bootstrap.SystemClock())
    for arms in (ARMS, None):
        set_arms(workspace, arms, Actor(name="Sara"))

    put_back(workspace, "arms", 1, Actor(name="Bo"))

    assert workspace.content.settings.arms == ARMS
    assert [one.deed.by for one in store.journal("setting", "arms")] == ["Sara", "Sara", "Bo"]
    assert store.verify() == []
