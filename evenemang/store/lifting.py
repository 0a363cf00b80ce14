"""Stored bodies: written with their schema number, and lifted to the newest when they are older."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import lru_cache
from threading import Lock
from typing import Any

from evenemang.domain.dossier import SCHEMA
from evenemang.flow.journal import Kind
from evenemang.flow.storing import MODELS, Record
from evenemang.store.refusing import TOO_NEW, refusal

Body = dict[str, Any]
Lift = Callable[[Kind, Body], Body] | None  # None: fields were only added, and each has a default

# The parts of a page read the same dossier one after another, and so do all who have it open; 500 answers
# take milliseconds to validate. A record never changes, and the whole body is compared: it cannot be stale.
KEPT = 32  # dossiers, each as it was read last
KEPT_SMALL = 512  # records of registers
_READ: OrderedDict[str, tuple[str, Record]] = OrderedDict()
_TURN = Lock()


LIFTS: dict[int, Lift] = {  # by the schema a body has: what returns it as the next one
    1: None,  # nobody was named and nothing was marked; who they are is for a person to say
    2: None,  # no counters, agreed stops, phones, plan of the day, weighings, number of the police
}


def opened(kind: Kind, record_id: str, schema: int, body: str) -> Record:
    """Return the record of a stored body: the very same one while the body is the same.

    Raises:
        StoreUnfit: If the body is written by a newer program.
    """
    if schema > SCHEMA:
        raise refusal(f"{kind} {record_id}", TOO_NEW)
    if any(LIFTS[number] for number in range(schema, SCHEMA)):
        body = json.dumps(lifted(kind, schema, json.loads(body)))
    return _dossier(record_id, body) if kind == "dossier" else _of_register(kind, body)


@lru_cache(maxsize=KEPT_SMALL)
def _of_register(kind: Kind, body: str) -> Record:
    return MODELS[kind].model_validate_json(body)


def _dossier(record_id: str, body: str) -> Record:
    with _TURN:
        kept = _READ.get(record_id)
    if kept and kept[0] == body:
        return kept[1]
    found = MODELS["dossier"].model_validate_json(body)
    remember(record_id, body, found)
    return found


def remember(record_id: str, body: str, dossier: Record) -> None:
    """Keep what a body reads as, where it was just read, or written of a dossier that was at work here.

    The two are alike to the last type: a test holds it, deed by deed.
    """
    with _TURN:
        _READ[record_id] = (body, dossier)
        _READ.move_to_end(record_id)
        if len(_READ) > KEPT:
            _READ.popitem(last=False)


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
        lift = lifts[number]
        body = lift(kind, body) if lift else body
    return body
