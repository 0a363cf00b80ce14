"""What is set and does not count: its permit or norm is gone, or it no longer fits it."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.setting import LEAD_TIME, NORM, unfit_norm, unfit_time
from evenemang.domain.text import Text
from evenemang.flow.workspace import Workspace

NO_PERMIT = Text(
    sv="Tillståndet finns inte i det som är installerat.", en="The permit is not among what is installed."
)
NO_NORM = Text(
    sv="Normen finns inte i det som är installerat.", en="The norm is not among what is installed."
)


def unfit(workspace: Workspace) -> tuple[tuple[str, Text], ...]:
    """Return each setting that does not count, by its id, and why."""
    return tuple(_unfit(workspace))


def _unfit(workspace: Workspace) -> Iterator[tuple[str, Text]]:
    installed, found = workspace.prevailing.installed, workspace.content.settings
    rules = {rule.id: rule for file in installed.permits for rule in file.items}
    for time in found.lead_times:
        rule = rules.get(time.permit)
        why = unfit_time(rule, time) if rule else NO_PERMIT
        if why:
            yield f"{LEAD_TIME}.{time.permit}", why
    for own in found.norms:
        norm = installed.norms.get(own.norm)
        for why in unfit_norm(norm, own) if norm else (NO_NORM,):
            yield f"{NORM}.{own.norm}", why
