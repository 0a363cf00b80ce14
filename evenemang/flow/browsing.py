"""The list of dossiers as people look for them: what is ahead first, then what was, the latest first."""

from __future__ import annotations

from datetime import datetime, timedelta

from evenemang.flow.listing import DossierRow
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace

LOOK_BACK = timedelta(days=400)  # without words to look for, a bit more than a year
LAST = 200  # rows at most of each kind
LAST_PAST = 2000  # of those that lists told of, where they are asked for
PAST = ("past",)


def browse(workspace: Workspace, wanted: Search) -> tuple[DossierRow, ...]:
    """Return those that fit: ahead and undated first, the next on top; then past, the latest on top."""
    now = workspace.now()
    only_past = wanted.stage == PAST
    since = None if wanted.text or only_past else now.date() - LOOK_BACK
    today, dossiers = now.date(), workspace.store.dossiers
    coming = {"starts_from": today, "limit": LAST}
    gone = {
        "starts_from": since,
        "starts_to": today,
        "newest_first": True,
        "limit": LAST_PAST if only_past else LAST,
    }
    undated = {"undated": True, "limit": LAST}
    found = [dossiers(wanted.model_copy(update=which)) for which in (coming, gone, undated)]
    rows = list({one.id: one for each in found for one in each}.values())
    ahead = [one for one in rows if _is_ahead(one, now)]
    past = [one for one in rows if not _is_ahead(one, now)]
    ahead.sort(key=lambda one: (one.starts is None, one.starts or now, one.name))
    past.sort(key=lambda one: (one.starts is not None, one.starts or now), reverse=True)
    return (*ahead, *past)


def _is_ahead(row: DossierRow, now: datetime) -> bool:
    return row.stage != "past" and (row.ends is None or row.ends >= now)
