"""Who acts: a person or a post, and the moment of the deed."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BeforeValidator, StringConstraints

from evenemang.domain.personal import Holds
from evenemang.domain.text import Frozen, Id, PersonText, clean

Name = Annotated[str, StringConstraints(max_length=200, pattern=r"\S"), BeforeValidator(clean), Holds("name")]

Part = Literal["convener", "member", "guest", "when-needed", "informed", "called"]


class Function(Frozen):
    """A post in or around the group: what the example year signs with instead of persons' names."""

    id: Id
    title: PersonText
    short: PersonText
    part: Part
    retired: bool = False  # nobody has the post any more; what it did and owns keeps its name


class Actor(Frozen):
    """Who does something: a function's id, or the name a person gave; with sign-in, a member by name."""

    name: Name
    member: Id | None = None  # who signed in: what they may is asked of this, never of the name
    posts: tuple[Id, ...] = ()  # the functions they are tied to: what is theirs to do is this one's too

    @property
    def called(self) -> tuple[str, ...]:
        """Every name that something may be handed to them by: their own, and those of their posts."""
        return (self.name, *self.posts)


class Stamp(Frozen):
    """Who did it, and when."""

    by: Name
    at: AwareDatetime


def stamp(actor: Actor, now: datetime) -> Stamp:
    """Return the stamp of a deed done by `actor` at `now` (with zone)."""
    return Stamp(by=actor.name, at=now)
