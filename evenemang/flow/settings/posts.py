"""The posts of the group: added, renamed, retired; never deleted: what one did and owns keeps its name."""

from __future__ import annotations

from typing import Any

from evenemang.domain.actor import Actor, Function, Part
from evenemang.domain.errors import Refused
from evenemang.domain.text import Frozen, PersonText, Required, Text
from evenemang.flow.membership import members
from evenemang.flow.recording import functions
from evenemang.flow.settings.seen import change_as_seen, picture_at
from evenemang.flow.storing import Stored
from evenemang.flow.workspace import Workspace

NO_SUCH_VERSION = Text(sv="Den tidigare uppgiften finns inte.", en="There is no such former value.")
TAKEN = Text(
    sv="Det finns redan en funktion eller person som heter så. Välj ett annat namn.",
    en="There is a post or a person of that name already. Choose another.",
)


class Post(Frozen):
    """What a post is called, and its part in the group."""

    title: Required
    short: PersonText = ""  # the title where nothing shorter is said
    part: Part = "member"

    @property
    def shown(self) -> str:
        """What stands in lists."""
        return self.short.strip() or self.title


def add_function(workspace: Workspace, post: Post, by: Actor) -> Function:
    """Add a post.

    Raises:
        NotAllowed: If who acts may not.
        Refused: If its name is somebody else's.
    """
    workspace.require(by, "add-function")
    _refuse_a_taken_name(workspace, post, but=None)
    found = Function(id=workspace.new_id("function"), title=post.title, short=post.shown, part=post.part)
    workspace.keep("function", found, by, "add-function")
    return found


def change_function(
    workspace: Workspace, function: str, post: Post, by: Actor, seen: int | None = None
) -> Stored[Function]:
    """Give a post another name or part; everything that names it shows the new name.

    Raises:
        Refused: If its name is somebody else's.
        ChangedMeanwhile: If somebody else has changed it since version `seen`.
    """
    workspace.require(by, "change-function")
    _refuse_a_taken_name(workspace, post, but=function)

    def how(record: Function) -> Function:
        changed = {"title": post.title, "short": post.shown, "part": post.part}
        return Function.model_validate({**dict(record), **changed})

    return change_as_seen(workspace, "function", function, how, by, "change-function", seen=seen)


def retire_function(
    workspace: Workspace, function: str, by: Actor, seen: int | None = None, *, back: bool = False
) -> Stored[Function]:
    """Take a post out of use, or with `back` into use again: it is not offered, and still resolved."""
    workspace.require(by, "retire-function")

    def how(record: Function) -> Function:
        return Function.model_validate({**dict(record), "retired": not back})

    return change_as_seen(workspace, "function", function, how, by, "retire-function", seen=seen)


def put_back(
    workspace: Workspace, function: str, version: int, by: Actor, seen: int | None = None
) -> Stored[Function]:
    """Give a post the name, the part and the use it had at a version, as a new change.

    Raises:
        Refused: If its name is somebody else's by now.
    """
    workspace.require(by, "change-function")
    rows = workspace.store.journal("function", function)
    picture = picture_at(rows, version)
    if picture is None:
        raise Refused("no such version", why=NO_SUCH_VERSION)
    former = Function.model_validate(picture)
    _refuse_a_taken_name(workspace, Post(**_post_of(former)), but=function)

    def how(_: Function) -> Function:
        return former

    return change_as_seen(workspace, "function", function, how, by, "change-function", seen=seen)


def _post_of(one: Function) -> dict[str, Any]:
    return {"title": one.title or one.short, "short": one.short, "part": one.part}


def _refuse_a_taken_name(workspace: Workspace, post: Post, but: str | None) -> None:
    others = [one for one in functions(workspace).values() if one.id != but]
    taken = {name.casefold() for one in others for name in (one.id, one.title, one.short) if name}
    taken |= {one.name.casefold() for one in members(workspace)}
    if {post.title.casefold(), post.shown.casefold()} & taken:
        raise Refused("name taken", why=TAKEN)
