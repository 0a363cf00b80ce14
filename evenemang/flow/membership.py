"""Members: a role, a guest in a dossier, and the functions somebody acts for; each in the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from evenemang.domain.actor import Actor, Function, stamp
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.role import ROLES, Email, Guest, GuestRole, Member, Role
from evenemang.domain.text import Frozen, Id, PersonText, Text
from evenemang.flow.journal import Deed, Json
from evenemang.flow.meanwhile import Seen
from evenemang.flow.operation import NOT_LOOKED
from evenemang.flow.recording import functions
from evenemang.flow.storing import Record, Store
from evenemang.flow.workspace import Workspace

LAST = Text(
    sv="Du kan inte ta behörigheten administratör från dig själv. Be en annan administratör.",
    en="You cannot take the role administrator from yourself. Ask another administrator.",
)


ROLE = Text(sv="behörigheten", en="the role")
POSTS = Text(sv="funktionerna", en="the posts")
NO_POST = Text(sv="ingen funktion", en="no post")
NO_ROLE = Text(sv="ingen behörighet", en="no role")


class Invited(Frozen):
    """Who is let in: known by e-mail until they sign in."""

    email: Email
    name: PersonText = ""
    organisation: PersonText = ""


def members(workspace: Workspace) -> tuple[Member, ...]:
    """Return everybody who may sign in, by name."""
    found = [cast(Member, one.record) for one in workspace.store.all("member")]
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def give_role(
    workspace: Workspace, whom: Invited, role: Role, by: Actor, *, seen: Any = NOT_LOOKED
) -> Member:
    """Give somebody a role in every dossier; `seen` is the one that the person saw there.

    Raises:
        NotAllowed: If who acts may not.
        ChangedMeanwhile: If somebody else has given or taken it back since.
    """
    workspace.require(by, "give-role")
    member = _known(workspace.store, whom.email)
    if member is None:
        return _new(workspace, _named(workspace, whom).model_copy(update={"role": role}), by, "give-role")
    looked = _seen(seen, _role_of, role)
    return _changed(workspace, member.id, {"role": role}, by, seen=looked, operation="give-role")


def take_back_role(workspace: Workspace, member: Id, by: Actor, *, seen: Any = NOT_LOOKED) -> Member:
    """Take back the role that was given here; what the directory says, and guests' roles, stand.

    Raises:
        NotAllowed: If who acts may not.
        Refused: If it is their own: somebody must be left who can give it again.
        ChangedMeanwhile: If somebody else has given another since `seen`.
    """
    workspace.require(by, "take-back-role")
    if member == by.member:
        raise Refused("own role", why=LAST)
    looked = _seen(seen, _role_of, None)
    return _changed(workspace, member, {"role": None}, by, seen=looked, operation="take-back-role")


def invite_guest(  # who, where, with what, by whom: read as a sentence
    workspace: Workspace, whom: Invited, dossier: str, role: GuestRole, by: Actor, *, seen: Any = NOT_LOOKED
) -> Member:
    """Let somebody from outside into one dossier; `seen` is the role that the person saw them have there.

    Raises:
        NotAllowed: If who acts may not.
        ChangedMeanwhile: If somebody else has let them in with another since.
    """
    dossier = workspace.dossier(dossier).record.id
    workspace.require(by, "invite-guest", dossier)
    guest = Guest(dossier=dossier, role=role, given=stamp(by, workspace.clock.now()))
    member = _known(workspace.store, whom.email)
    if member is None:
        new = _named(workspace, whom).model_copy(update={"guest_in": (guest,)})
        return _new(workspace, new, by, "invite-guest")

    def invited(record: Record) -> Record:
        others = _guest_in(record, but=dossier)
        return Member.model_validate({**dict(record), "guest_in": (*others, guest)})

    looked = _seen(seen, lambda body: _role_in(body, dossier), role)
    return cast(
        Member, workspace.change("member", member.id, invited, by, seen=looked, operation="invite-guest")
    )


def take_back_guest(
    workspace: Workspace, member: Id, dossier: str, by: Actor, *, seen: Any = NOT_LOOKED
) -> Member:
    """Take a guest's role in a dossier back; at their next click it is closed to them.

    Raises:
        NotAllowed: If who acts may not.
        ChangedMeanwhile: If somebody else has given them another since `seen`.
    """
    workspace.require(by, "take-back-guest", dossier)

    def without(record: Record) -> Record:
        return Member.model_validate({**dict(record), "guest_in": _guest_in(record, but=dossier)})

    looked = _seen(seen, lambda body: _role_in(body, dossier), None)
    return cast(
        Member, workspace.change("member", member, without, by, seen=looked, operation="take-back-guest")
    )


def tie_to_posts(
    workspace: Workspace, member: Id, posts: tuple[Id, ...], by: Actor, *, seen: tuple[Id, ...] | None = None
) -> Member:
    """Say which functions somebody acts for; none where it is none any more. It gives no right.

    `seen` are those that the person saw.

    Raises:
        NotAllowed: If who acts may not.
        NotFound: If there is no such function.
        ChangedMeanwhile: If somebody else has said otherwise since.
    """
    workspace.require(by, "tie-to-posts")
    known = functions(workspace)
    for unknown in (one for one in posts if one not in known):
        raise NotFound("no such function", what=unknown)
    values: dict[str, object] = {"posts": tuple(dict.fromkeys(posts))}
    looked = None if seen is None else _posts_seen(seen, posts, known)
    return _changed(workspace, member, values, by, seen=looked, operation="tie-to-posts")


def free_name(workspace: Workspace, wanted: str, distinct: str, but: Id | None = None) -> str:
    """Return a name that nobody else in the journal goes by: `wanted`, or with what tells two apart."""
    others = {one.name.casefold() for one in members(workspace) if one.id != but}
    posts = functions(workspace)
    others |= {name.casefold() for post in posts.values() for name in (post.id, post.title, post.short)}
    if wanted.casefold() not in others:
        return wanted
    return f"{wanted} ({distinct})"


def keep_member(workspace: Workspace, member: Member, expected: int, operation: str) -> int:
    """Keep what the directory says of a member; they do it themselves, by signing in."""
    before = None if expected == 0 else workspace.store.load("member", member.id).record
    deed = Deed(
        operation=operation,
        touched="member",
        before=before and before.model_dump(mode="json", exclude_defaults=True),
        after=member.model_dump(mode="json", exclude_defaults=True),
        by=member.name,
        at=workspace.clock.now(),
    )
    return workspace.store.save("member", member, expected=expected, deeds=[deed])


def _known(store: Store, email: str) -> Member | None:
    found = (cast(Member, one.record) for one in store.all("member"))
    return next((one for one in found if one.email == email), None)


def _named(workspace: Workspace, whom: Invited) -> Member:
    name = free_name(workspace, whom.name or whom.email, whom.email)
    return Member(id=workspace.new_id("member"), name=name, email=whom.email, organisation=whom.organisation)


def _new(workspace: Workspace, member: Member, by: Actor, operation: str) -> Member:
    workspace.keep("member", member, by, operation)
    return member


def _changed(  # who, to what, by whom, as they saw it
    workspace: Workspace,
    member: Id,
    values: dict[str, object],
    by: Actor,
    *,
    seen: Seen | None = None,
    operation: str,
) -> Member:
    def how(record: Record) -> Record:
        return Member.model_validate({**dict(record), **values})

    return cast(Member, workspace.change("member", member, how, by, seen=seen, operation=operation))


def _seen(seen: Any, at: Callable[[Json], Json], wanted: str | None) -> Seen | None:
    """Return what somebody saw of a role; None where they did not say."""
    return None if seen == NOT_LOOKED else Seen(seen, at, _role_said, ROLE, _role_said(wanted))


def _posts_seen(seen: tuple[Id, ...], wanted: tuple[Id, ...], known: Mapping[str, Function]) -> Seen:
    def said(posts: Json) -> Text:
        names = ", ".join(known[one].short if one in known else str(one) for one in posts or ())
        return Text(sv=names, en=names) if names else NO_POST

    return Seen(list(seen), lambda body: list(body.get("posts", ())), said, POSTS, said(wanted))


def _role_of(body: Json) -> Json:
    return body.get("role")


def _role_in(body: Json, dossier: str) -> Json:
    return next((one["role"] for one in body.get("guest_in", ()) if one["dossier"] == dossier), None)


def _role_said(role: Json) -> Text:
    return ROLES[cast(Role, role)] if role else NO_ROLE


def _guest_in(record: Record, but: str) -> tuple[Guest, ...]:
    return tuple(one for one in cast(Member, record).guest_in if one.dossier != but)
