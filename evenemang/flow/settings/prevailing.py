"""The content that counts here and now: what is installed, with what the municipality has set on top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from time import monotonic
from typing import cast

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import StoreUnfit
from evenemang.domain.event import here
from evenemang.domain.norm import Norm, OwnedNorm, with_figures
from evenemang.domain.permit_rule import LeadTime, PermitFile, PermitRule
from evenemang.domain.ports import Clock
from evenemang.domain.setting import (
    OwnLeadTime,
    OwnNorm,
    Setting,
    Settings,
    place_of,
    settings_of,
    unfit_norm,
    unfit_time,
)
from evenemang.domain.source import Source
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.pinning import Kept, Pinning
from evenemang.flow.storing import Store

LOOK_EVERY = 1.0  # seconds: what another process has set counts here within that time


class Prevailing:
    """Looks up what is set, and puts it on what is installed; made anew only where something has changed."""

    def __init__(self, store: Store, installed: Content, kept: Kept, clock: Clock) -> None:
        """Work from what is installed, and look in `store` for what is set."""
        self._store, self._clock, self._kept = store, clock, kept
        self._known: tuple[Settings, date] | None = None
        self._looked = 0.0
        self.installed = installed
        self._pinning = Pinning(installed, kept)

    def content(self) -> Content:
        """Return what counts now."""
        return self._fresh().installed

    def content_for(self, dossier: Dossier) -> Content:
        """Return what counts now for a dossier, with the earlier versions of areas that it answers."""
        return self._fresh().content_for(dossier)

    def forget(self) -> None:
        """Look anew the next time: something has been set by this process."""
        self._looked = 0.0

    def _fresh(self) -> Pinning:
        if self._known is not None and self._looked and monotonic() - self._looked < LOOK_EVERY:
            return self._pinning
        try:
            found = (stored_settings(self._store), here(self._clock.now()).date())
        except StoreUnfit:
            if self._known is None:
                raise
            found = self._known  # what was read stands until the database answers again
        self._looked = monotonic()
        if found != self._known:
            content = prevailing(self.installed, *found)
            self._pinning = (
                self._pinning if content is self._pinning.installed else Pinning(content, self._kept)
            )
            self._known = found
        return self._pinning


def stored_settings(store: Store) -> Settings:
    """Return everything that is set, as stored now."""
    return settings_of(cast(Setting, one.record) for one in store.all("setting"))


def prevailing(installed: Content, settings: Settings, today: date) -> Content:
    """Return what is installed with what is set, as it counts on a day; what does not fit does not count."""
    if settings == Settings():
        return installed
    norms, sources = dict(installed.norms), dict(installed.norm_sources)
    for own in in_force(installed, settings.norms, today):
        norms[own.norm] = _owned(installed.norms[own.norm], own)
        sources[own.source.id] = own.source
    return replace(
        installed,
        norms=norms,
        norm_sources=sources,
        permits=tuple(_with_times(one, settings) for one in installed.permits),
        settings=settings,
    )


def in_force(installed: Content, norms: Iterable[OwnNorm], today: date) -> list[OwnNorm]:
    """Return the own norms that count on a day."""
    return [
        one
        for one in norms
        if one.valid_from <= today
        and one.norm in installed.norms
        and not unfit_norm(installed.norms[one.norm], one)
    ]


def _owned(norm: Norm, own: OwnNorm) -> OwnedNorm:
    figures = {one.at: one.figure for one in own.figures}
    changed = with_figures(norm, figures, own.source.id)
    body = {name: getattr(changed, name) for name in Norm.model_fields}
    source = {"source": own.source.id, "checked": own.source.checked, "sure": own.source.sure}
    decided = {"decided_by": own.decided_by, "decision": own.decision, "valid_from": own.valid_from}
    return OwnedNorm(**{**body, **source, **decided, "instead": norm})


def _with_times(file: PermitFile, settings: Settings) -> PermitFile:
    """Return a file with the municipality's place, and its own times in the place of those it had there."""
    place = place_of(file, settings.name)
    own = {one.permit: one for one in settings.lead_times}
    items = [
        _with_time(rule, own[rule.id], file, place)
        if place and rule.id in own and not unfit_time(rule, own[rule.id])
        else rule
        for rule in file.items
    ]
    theirs = tuple(own[rule.id].source for rule in file.items if rule.id in own)
    return file.model_copy(
        update={"municipality": place, "items": tuple(items), "sources": (*file.sources, *theirs)}
    )


def _with_time(rule: PermitRule, own: OwnLeadTime, file: PermitFile, place: str) -> PermitRule:
    time = LeadTime(
        kind="local",
        days=own.days,
        place=place,
        source=own.source.id,
        sure=own.source.sure,
        note=_instead_of(rule.lead(place)),
    )
    others = [one for one in rule.lead_time if one.place != place]
    return rule.model_copy(update={"lead_time": (*others, time)})


def _instead_of(before: LeadTime | None) -> Text:
    if before is None:
        return Text(sv="kommunens egen tid", en="the municipality's own time")
    return Text(
        sv=f"kommunens egen tid, i stället för {before.days} dagar",
        en=f"the municipality's own time, instead of {before.days} days",
    )


def source_of(thing: str, title: str, at: str, checked: date | None, sure: str) -> Source:
    """Return the source of something that is set; its id is the setting's own."""
    return Source.model_validate({"id": thing, "title": title, "at": at, "checked": checked, "sure": sure})
