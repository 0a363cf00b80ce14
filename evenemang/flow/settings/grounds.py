"""Places and organisers of the registers: added and changed, each as it was seen."""

from __future__ import annotations

from typing import Any

from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place, Zone
from evenemang.domain.text import Text
from evenemang.flow.journal import Json, Kind
from evenemang.flow.settings.seen import change_as_seen, picture_at
from evenemang.flow.storing import Stored
from evenemang.flow.workspace import Workspace

NO_SUCH_VERSION = Text(sv="Den tidigare uppgiften finns inte.", en="There is no such former value.")
LARGEST = 10_000_000  # m²: ten square kilometres
TOO_LARGE = Text(
    sv="Måttet är för stort: högst tio miljoner m². Se över siffrorna.",
    en="The measure is too large: at most ten million m². Look the figures over.",
)
NET_TOO_BIG = Text(
    sv="Den fria ytan kan inte vara större än hela ytan.", en="The free area cannot exceed the whole area."
)


def add_place(workspace: Workspace, name: str, by: Actor) -> Place:
    """Add a place; its zones come after."""
    place = Place(id=workspace.new_id("place"), name=name)
    workspace.keep("place", place, by, "add-place")
    return place


def change_place(
    workspace: Workspace, place: str, name: str, by: Actor, seen: int | None = None
) -> Stored[Place]:
    """Give a place another name.

    Raises:
        ChangedMeanwhile: If somebody else has changed it since version `seen`.
    """
    workspace.require(by, "change-place")

    def how(record: Place) -> Place:
        return Place.model_validate({**dict(record), "name": name})

    return change_as_seen(workspace, "place", place, how, by, "change-place", seen=seen)


def set_zone(  # whose, which, what, by whom
    workspace: Workspace,
    place: str,
    zone: str | None,
    said: dict[str, Any],
    by: Actor,
    *,
    seen: int | None = None,
) -> Stored[Place]:
    """Change a zone of a place, or add one where `zone` is None; sums that drew on it are asked again.

    Raises:
        NotFound: If the place has no such zone.
        Refused: If its free area exceeds its whole area, or no place is so large.
    """
    workspace.require(by, "set-zone")
    if max(said["area_m2"], said["planning_density"]) > LARGEST:
        raise Refused("too large", why=TOO_LARGE)
    if said["net_m2"] > said["area_m2"]:
        raise Refused("net above whole", why=NET_TOO_BIG)

    def how(record: Place) -> Place:
        zones = _with(record, zone, said)
        return Place.model_validate({**dict(record), "zones": zones})

    return change_as_seen(workspace, "place", place, how, by, "set-zone", seen=seen)


def add_organiser(workspace: Workspace, said: dict[str, Any], by: Actor) -> Organiser:
    """Add an organiser."""
    organiser = Organiser.model_validate({**said, "id": workspace.new_id("organiser")})
    workspace.keep("organiser", organiser, by, "add-organiser")
    return organiser


def change_organiser(
    workspace: Workspace, organiser: str, said: dict[str, Any], by: Actor, seen: int | None = None
) -> Stored[Organiser]:
    """Change what is said of an organiser.

    Raises:
        ChangedMeanwhile: If somebody else has changed it since version `seen`.
    """
    workspace.require(by, "change-organiser")

    def how(record: Organiser) -> Organiser:
        return Organiser.model_validate({**dict(record), **said})

    return change_as_seen(workspace, "organiser", organiser, how, by, "change-organiser", seen=seen)


def put_place_back(
    workspace: Workspace, place: str, version: int, by: Actor, seen: int | None = None
) -> Stored[Place]:
    """Give a place the name and its zones the measures they had at a version, as a new change.

    A zone that has come since stays, and so does the standing picture: events lean on them.
    """
    workspace.require(by, "set-zone")
    former = Place.model_validate(_picture(workspace, "place", place, version))

    def how(record: Place) -> Place:
        zones = [former.zone(one.id) or one for one in record.zones]
        return Place.model_validate({**dict(record), "name": former.name, "zones": zones})

    return change_as_seen(workspace, "place", place, how, by, "set-zone", seen=seen)


def put_organiser_back(
    workspace: Workspace, organiser: str, version: int, by: Actor, seen: int | None = None
) -> Stored[Organiser]:
    """Say of an organiser what was said at a version, as a new change."""
    former = Organiser.model_validate(_picture(workspace, "organiser", organiser, version))
    return change_organiser(workspace, organiser, dict(former), by, seen)


def _picture(workspace: Workspace, kind: Kind, record: str, version: int) -> Json:
    found = picture_at(workspace.store.journal(kind, record), version)
    if found is None:
        raise Refused("no such version", why=NO_SUCH_VERSION)
    return found


def _with(place: Place, zone: str | None, said: dict[str, Any]) -> tuple[Zone, ...]:
    if zone is None:
        return (*place.zones, Zone.model_validate({**said, "id": f"z{len(place.zones) + 1}"}))
    found = place.zone(zone)
    if found is None:
        raise NotFound("no such zone", what=zone)
    changed = Zone.model_validate({**dict(found), **said})
    return tuple(changed if one.id == zone else one for one in place.zones)
