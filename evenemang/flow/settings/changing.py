"""Setting something: name, arms, a time for a permit, a norm; taking it away; putting a former one back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.norm import Norm
from evenemang.domain.permit_rule import PermitRule
from evenemang.domain.setting import (
    ARMS,
    LEAD_TIME,
    NAME,
    NO_NAME,
    NORM,
    OwnLeadTime,
    OwnNorm,
    Setting,
    Settings,
    unfit_norm,
    unfit_time,
)
from evenemang.domain.source import Source
from evenemang.domain.text import Text
from evenemang.flow.journal import Json
from evenemang.flow.settings.prevailing import stored_settings
from evenemang.flow.settings.seen import change_as_seen, newest, picture_at
from evenemang.flow.storing import Stored
from evenemang.flow.workspace import Workspace

NAMELESS = Text(
    sv="Kommunens namn kan inte tas bort, bara bytas: arbetsböcker och lokala tider hänger på det.",
    en="The municipality's name cannot be taken away, only changed: workbooks and local times hang on it.",
)
NO_SUCH_VERSION = Text(sv="Den tidigare uppgiften finns inte.", en="There is no such former value.")


def name_municipality(workspace: Workspace, name: str, by: Actor, seen: int | None = None) -> Stored[Setting]:
    """Say what the municipality is called.

    Raises:
        NotAllowed: If who acts may not.
        ChangedMeanwhile: If somebody else has named it otherwise since version `seen`.
    """
    workspace.require(by, "name-municipality")
    return _set(workspace, Setting(id=NAME, name=name), by, "name-municipality", seen)


def set_arms(workspace: Workspace, arms: str | None, by: Actor, seen: int | None = None) -> Stored[Setting]:
    """Set the municipality's arms, a small PNG in base64; None takes them away."""
    workspace.require(by, "set-arms")
    return _set(workspace, Setting(id=ARMS, arms=arms), by, "set-arms", seen)


def set_lead_time(
    workspace: Workspace, own: OwnLeadTime, by: Actor, seen: int | None = None
) -> Stored[Setting]:
    """Set the municipality's own time for a permit.

    Raises:
        Refused: If it is shorter than the law's, or the municipality has no name yet.
        NotFound: If no such permit is installed.
    """
    workspace.require(by, "set-lead-time")
    rule = permit_rule(workspace, own.permit)
    if settings(workspace).name is None:
        raise Refused("no name", why=NO_NAME)
    why = unfit_time(rule, own)
    if why:
        raise Refused("under the law", why=why)
    thing = f"{LEAD_TIME}.{own.permit}"
    setting = Setting(id=thing, lead_time=own.model_copy(update={"source": _own(own.source, thing)}))
    return _set(workspace, setting, by, "set-lead-time", seen)


def drop_lead_time(workspace: Workspace, permit: str, by: Actor, seen: int | None = None) -> Stored[Setting]:
    """Take the municipality's own time for a permit away: the one that is installed counts again."""
    workspace.require(by, "drop-lead-time")
    return _drop(workspace, f"{LEAD_TIME}.{permit}", by, "drop-lead-time", seen)


def set_norm(workspace: Workspace, own: OwnNorm, by: Actor, seen: int | None = None) -> Stored[Setting]:
    """Set the municipality's own figures instead of a norm's.

    Raises:
        Refused: If the figures do not fit the norm, or who decided may not replace it.
        NotFound: If no such norm is installed.
    """
    workspace.require(by, "set-norm")
    why = unfit_norm(norm(workspace, own.norm), own)
    if why:
        raise Refused("does not fit", why=_together(why))
    thing = f"{NORM}.{own.norm}"
    setting = Setting(id=thing, norm=own.model_copy(update={"source": _own(own.source, thing)}))
    return _set(workspace, setting, by, "set-norm", seen)


def drop_norm(workspace: Workspace, norm_id: str, by: Actor, seen: int | None = None) -> Stored[Setting]:
    """Take the municipality's own figures away: those of the norm that is installed count again."""
    workspace.require(by, "drop-norm")
    return _drop(workspace, f"{NORM}.{norm_id}", by, "drop-norm", seen)


def put_back(
    workspace: Workspace, setting_id: str, version: int, by: Actor, seen: int | None = None
) -> Stored[Setting]:
    """Put back what a setting was at a version, as a new change by the same verb, with all its rules.

    Raises:
        Refused: If it was nothing then, or does not fit what is installed now.
        NotFound: If there is no such setting.
    """
    rows = workspace.store.journal("setting", setting_id)
    if not rows:
        raise NotFound("no such setting", what=setting_id)
    kind, _, thing = setting_id.partition(".")
    former = _former(picture_at(rows, version))
    if kind == NAME:
        if former.name is None:
            raise Refused("no name", why=NAMELESS)
        return name_municipality(workspace, former.name, by, seen)
    if kind == ARMS:
        return set_arms(workspace, former.arms, by, seen)
    if former.lead_time:
        return set_lead_time(workspace, former.lead_time, by, seen)
    if former.norm:
        return set_norm(workspace, former.norm, by, seen)
    drop: Callable[..., Stored[Setting]] = drop_lead_time if kind == LEAD_TIME else drop_norm
    return drop(workspace, thing, by, seen)


def settings(workspace: Workspace) -> Settings:
    """Return everything that is set, as stored now."""
    return stored_settings(workspace.store)


def version_of(workspace: Workspace, setting_id: str) -> int:
    """Return at which version a setting is; 0 where nobody has set it yet."""
    found = newest(workspace, "setting", setting_id)
    return found.version if found else 0


def norm(workspace: Workspace, norm_id: str) -> Norm:
    """Return a norm as it is installed.

    Raises:
        NotFound: If there is none.
    """
    found = workspace.prevailing.installed.norms.get(norm_id)
    if found is None:
        raise NotFound("no such norm", what=norm_id)
    return found


def permit_rule(workspace: Workspace, permit: str) -> PermitRule:
    """Return the rule of a permit as it is installed.

    Raises:
        NotFound: If there is none.
    """
    rules = (one for file in workspace.prevailing.installed.permits for one in file.items)
    found = next((one for one in rules if one.id == permit), None)
    if found is None:
        raise NotFound("no such permit", what=permit)
    return found


def _own(source: Source, thing: str) -> Source:
    """Return a source under the setting's own id: it must be taken for no source of the content's."""
    return source.model_copy(update={"id": thing})


def _set(workspace: Workspace, setting: Setting, by: Actor, verb: str, seen: int | None) -> Stored[Setting]:
    def how(_: Any) -> Setting:
        return setting

    done = change_as_seen(workspace, "setting", setting.id, how, by, verb, seen=seen)
    workspace.prevailing.forget()
    return done


def _drop(workspace: Workspace, setting_id: str, by: Actor, verb: str, seen: int | None) -> Stored[Setting]:
    if newest(workspace, "setting", setting_id) is None:
        raise NotFound("nothing is set", what=setting_id)
    return _set(workspace, Setting(id=setting_id), by, verb, seen)


def _former(picture: Json) -> Setting:
    if picture is None:
        raise Refused("no such version", why=NO_SUCH_VERSION)
    return Setting.model_validate(picture)


def _together(whys: tuple[Text, ...]) -> Text:
    return Text(sv=" ".join(one.sv for one in whys), en=" ".join(one.en for one in whys))
