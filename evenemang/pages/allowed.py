"""Who may not do a verb meets text where others meet fields: asked of `flow/rights`, in this one place."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotAllowed
from evenemang.domain.text import Language, Text
from evenemang.flow.rights import RULINGS
from evenemang.pages.desk import Desk
from evenemang.pages.house import House
from evenemang.pages.showing import escaped

TAKES = Text(
    sv="För att {what} behöver du behörigheten {needed}. Fråga {ask}.",
    en="To {what} you need the role {needed}. Ask {ask}.",
)
EMPTY = "–"


class Allowing(Protocol):
    """A desk, or a look from one: who looks, and in which dossier."""

    def may(self, verb: str, /) -> bool:
        """Whether who looks may do a verb here."""
        ...


Here = TypeVar("Here", bound=Allowing)
Rest = ParamSpec("Rest")


def takes(
    *verbs: str,
) -> Callable[[Callable[Concatenate[Here, Rest], None]], Callable[Concatenate[Here, Rest], None]]:
    """Draw a part of a page, such as a button, only for who may do every one of the verbs."""
    unknown = [verb for verb in verbs if verb not in RULINGS]
    if unknown:
        raise LookupError(f"no ruling on {unknown}")

    def around(draw: Callable[Concatenate[Here, Rest], None]) -> Callable[Concatenate[Here, Rest], None]:
        @wraps(draw)
        def drawn(here: Here, /, *rest: Rest.args, **more: Rest.kwargs) -> None:
            if all(here.may(verb) for verb in verbs):
                draw(here, *rest, **more)

        return drawn

    return around


def told(label: str, words: str | None) -> None:
    """Show a field as text: what it is called, and what stands in it."""
    st.markdown(f":small[:gray[{escaped(label)}]]  \n{escaped((words or '').strip()) or EMPTY}")


def tell_what_it_takes(desk: Desk, verb: str) -> None:
    """Say which role a verb takes and whom to ask for it, to who may not do it here."""
    if not desk.may(verb) and desk.actor:
        refused = desk.house.workspace.access.refusal(desk.actor, verb, desk.dossier.id)
        st.write(_takes(refused, desk.language))


def is_open(house: House, language: Language, actor: Actor | None, verb: str) -> bool:
    """Whether a page for a verb outside every dossier is the visitor's; who it is not for is told why."""
    if actor is None or house.may(actor, verb):
        return True
    st.write(_takes(house.workspace.access.refusal(actor, verb), language))
    return False


def is_members(house: House, actor: Actor | None) -> bool:
    """Whether who looks is one of the municipality's own, and no guest in single dossiers."""
    return actor is None or house.workspace.access.sees(actor) is None


def _takes(refused: NotAllowed, language: Language) -> str:
    said = {
        name: fact.say(language) if isinstance(fact, Text) else fact for name, fact in refused.facts.items()
    }
    return escaped(TAKES.say(language).format(**said))
