"""A deed in stages: what each of them changed, for the journal to tell one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from evenemang.domain.dossier import Dossier
from evenemang.flow.difference import Change, changes
from evenemang.flow.journal import Source
from evenemang.flow.operation import Stage


def changed_by(
    before: Dossier, stages: Iterable[Stage], after: Dossier
) -> tuple[tuple[Change, Source | None], ...]:
    """Return what each stage of a deed changed, one after the other; the last with what followed from it."""
    *first, last = stages
    found: list[tuple[Change, Source | None]] = []
    for one in (*first, replace(last, after=after)):
        found += [(each, one.source) for each in changes(before, one.after)]
        before = one.after
    return tuple(found)
