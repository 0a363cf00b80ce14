"""Organisers, own and external, and the contacts the group has with them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from evenemang.domain.actor import Name
from evenemang.domain.personal import Holds
from evenemang.domain.text import Frozen, Id, Required


class Organiser(Frozen):
    """Who holds an event: the municipality itself or somebody else. What is None nobody has said yet."""

    id: Id
    name: Annotated[Required, Holds("name")]  # also of one person's own firm
    kind: Literal["own", "external"] | None = None
    experience: Literal["none", "some", "long"] | None = None
    contact: Name | None = None


class Contact(Frozen):
    """One contact before or around an event."""

    on: date
    by: Name
    how: Literal["phone", "meeting", "site-visit", "e-mail"]
    what: Required
