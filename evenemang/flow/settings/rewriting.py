"""The workbooks that must be written anew since something was set: those of events that are not over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256

from evenemang.domain.event import LOCAL
from evenemang.domain.norm import OwnedNorm
from evenemang.domain.setting import Settings
from evenemang.flow.listing import DossierRow
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace

WRITTEN = "settings_written"  # setting of the store: what counted when workbooks were last queued for it
LONGEST_EVENT = timedelta(days=366)
ALL = 1_000_000


def queue_for_settings(workspace: Workspace) -> int:
    """Queue the workbooks of events to come where what is set counts otherwise now; return how many.

    It is looked up before each round of writing, so that a process that died in between delays it only.
    """
    store, counts = workspace.store, _fingerprint(workspace)
    if counts == (store.setting(WRITTEN) or ""):
        return 0
    rows = list(_to_come(workspace))
    for row in rows:
        store.restale("dossier", row.id)
    store.set(WRITTEN, counts or None)
    return len(rows)


def _fingerprint(workspace: Workspace) -> str:
    """Return a mark of what counts today; empty where nothing is set."""
    content = workspace.content
    if content.settings == Settings():
        return ""
    owned = sorted(one.id for one in content.norms.values() if isinstance(one, OwnedNorm))
    said = content.settings.model_dump_json() + ",".join(owned)
    return sha256(said.encode()).hexdigest()


def _to_come(workspace: Workspace) -> Iterator[DossierRow]:
    """Yield the dossiers whose event is not over; those of the past keep what counted then."""
    today = workspace.now().date()
    yield from workspace.store.dossiers(Search(undated=True, limit=ALL))
    for row in workspace.store.dossiers(Search(starts_from=today - LONGEST_EVENT, limit=ALL)):
        if row.ends is None or row.ends.astimezone(LOCAL).date() >= today:
            yield row
