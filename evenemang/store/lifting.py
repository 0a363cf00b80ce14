"""Stored bodies: written with their schema number, and lifted to the newest when they are older."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from evenemang.domain.dossier import SCHEMA
from evenemang.flow.journal import Kind
from evenemang.flow.storing import MODELS, Record
from evenemang.store.refusing import TOO_NEW, refusal

Body = dict[str, Any]
Lift = Callable[[Kind, Body], Body]

# The parts of a page read the same dossier one after another, and 500 answers take milliseconds to validate.
# A record never changes, and the whole body is the key: what is kept cannot be stale.
KEPT = 16


def _names_nobody(_kind: Kind, body: Body) -> Body:
    """Before schema 2 nobody was named and nothing was marked; who they are is for a person to say."""
    return body


LIFTS: dict[int, Lift] = {1: _names_nobody}  # by the schema a body has: returns it as the next one


def opened(kind: Kind, schema: int, body: str) -> Record:
    """Return the record of a stored body.

    Raises:
        StoreUnfit: If the body is written by a newer program.
    """
    if schema != SCHEMA:
        body = json.dumps(lifted(kind, schema, json.loads(body)))
    return _dossier(body) if kind == "dossier" else MODELS[kind].model_validate_json(body)


@lru_cache(maxsize=KEPT)
def _dossier(body: str) -> Record:
    return MODELS["dossier"].model_validate_json(body)


def lifted(
    kind: Kind,
    schema: int,
    body: Body,
    *,
    to: int = SCHEMA,
    lifts: Mapping[int, Lift] = LIFTS,
) -> Body:
    """Return a body with another schema number as one with the schema `to`.

    Raises:
        StoreUnfit: If the body is newer.
    """
    if schema > to:
        raise refusal(f"{kind} {body.get('id', '')}", TOO_NEW)
    for number in range(schema, to):
        body = lifts[number](kind, body)
    return body
