"""Places and organisers of the registers: added and changed, each as it was seen."""

from __future__ import annotations

from typing import Any

from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place, Zone
from evenemang.domain.text import Text
from evenemang.flow.settings.seen import change_as_seen
from evenemang.flow.storing import Stored
from evenemang.flow.workspace import Workspace

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
        Refused: If its free area exceeds its whole area.
    """
    workspace.require(by, "set-zone")
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


def _with(place: Place, zone: str | None, said: dict[str, Any]) -> tuple[Zone, ...]:
    if zone is None:
        return (*place.zones, Zone.model_validate({**said, "id": f"z{len(place.zones) + 1}"}))
    found = place.zone(zone)
    if found is None:
        raise NotFound("no such zone", what=zone)
    changed = Zone.model_validate({**dict(found), **said})
    return tuple(changed if one.id == zone else one for one in place.zones)
