"""What pydantic finds, told to the person who writes the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from evenemang.catalogue.conditions import ConditionUnreadable
from evenemang.catalogue.fault import Fault, Place
from evenemang.catalogue.reader import Document
from evenemang.catalogue.refusals import Refusal, said
from evenemang.domain.errors import Unfit

WRONG_SHAPE = ("_type", "is_instance_of")  # one branch of "this or that" did not even look like it


def faults_of(error: ValidationError, document: Document, model: type[BaseModel]) -> Iterator[Fault]:
    """Return the faults of one file, each at its line."""
    known = _field_names(model)
    errors = (one for one in error.errors(include_url=False) if not _seems_empty(one))
    details = [(place_of(one, document.data), one) for one in errors]
    for place, group in groupby(details, key=lambda pair: pair[0]):
        for one in _telling([detail for _, detail in group]):
            for refusal in refusals_of(one, known):
                yield document.fault(place, refusal)


def place_of(error: ErrorDetails, data: Any) -> Place:
    """Return where an error stands in the file; pydantic also names the branches it tried, not there."""
    place: list[str | int] = []
    here = data
    for step in error["loc"]:
        if isinstance(here, dict) and step in here:
            here = here[str(step)]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            continue
        place.append(step)
    if error["type"] == "missing":
        place.append(error["loc"][-1])
    return tuple(place)


def refusals_of(error: ErrorDetails, known: frozenset[str]) -> Iterable[Refusal]:
    """Return what an error says: one sentence, or several where a model found several things."""
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, ConditionUnreadable):
        return [cause.refusal]
    if isinstance(cause, Unfit):
        return [Refusal(what, cause.do) for what in cause.whats]
    if error["type"] == "extra_forbidden":
        return [_unknown_key(str(error["loc"][-1]), known)]
    tell = next((tell for kind, tell in SENTENCES.items() if error["type"].startswith(kind)), _other)
    return [tell(error)]


def _seems_empty(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because what it holds is at fault, which is told anyway."""
    return error["type"] == "too_short" and bool(error["input"])


def _telling(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out the branches that did not fit at all, if another branch says something better."""
    shaped = [error for error in errors if not error["type"].endswith(WRONG_SHAPE)]
    return shaped or errors[:1]


def _field_names(model: type[BaseModel]) -> frozenset[str]:
    """Return every key that a file of this kind may use."""
    found: set[str] = set()
    definitions = model.model_json_schema(by_alias=True)
    for schema in (definitions, *definitions.get("$defs", {}).values()):
        found |= set(schema.get("properties", {}))
    return frozenset(found)


def _unknown_key(key: str, known: frozenset[str]) -> Refusal:
    near = get_close_matches(key, known - {key}, n=1)
    return said(
        f"”{key}” hör inte hemma här.",
        f"“{key}” does not belong here.",
        f"Menas {near[0]}?" if near else "Ta bort raden.",
        f"Is {near[0]} meant?" if near else "Remove the line.",
    )


def _missing(error: ErrorDetails) -> Refusal:
    key = error["loc"][-1]
    return said(f"”{key}” saknas.", f"“{key}” is missing.", f"Lägg till {key}.", f"Add {key}.")


def _not_text(error: ErrorDetails) -> Refusal:
    given = _shown(error["input"])
    if isinstance(error["input"], dict | list):
        return said(
            "Här ska stå text.",
            "Text is meant here.",
            "Skriv texten på en rad.",
            "Write the text on one line.",
        )
    return said(
        f"Här ska stå text, men {given} är ett annat slags värde.",
        f"Text is meant here, but {given} is another kind of value.",
        f'Skriv "{given}".',
        f'Write "{given}".',
    )


def _empty_text(error: ErrorDetails) -> Refusal:
    return said("Texten är tom.", "The text is empty.", "Skriv något.", "Write something.")


def _not_in_list(error: ErrorDetails) -> Refusal:
    expected = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
    near = get_close_matches(str(error["input"]), expected.split(", "), n=1)
    return said(
        f"”{_shown(error['input'])}” finns inte bland {expected}.",
        f"“{_shown(error['input'])}” is not one of {expected}.",
        f"Menas {near[0]}?" if near else "Välj något av dem.",
        f"Is {near[0]} meant?" if near else "Choose one of them.",
    )


def _not_number(error: ErrorDetails) -> Refusal:
    whole = error["type"].startswith("int")
    return said(
        f"Här ska stå ett {'heltal' if whole else 'tal'}, inte {_shown(error['input'])}.",
        f"A {'whole ' if whole else ''}number is meant here, not {_shown(error['input'])}.",
        "Skriv talet utan citattecken, med punkt som decimaltecken.",
        "Write the number without quotes, with a point for decimals.",
    )


def _outside(error: ErrorDetails) -> Refusal:
    bound = next(iter(error["ctx"].values()))
    low = error["type"].startswith("greater")
    return said(
        f"{_shown(error['input'])} är för {'lågt' if low else 'högt'}.",
        f"{_shown(error['input'])} is too {'low' if low else 'high'}.",
        f"{'Minst' if low else 'Högst'} {bound}.",
        f"{'At least' if low else 'At most'} {bound}.",
    )


def _not_date(error: ErrorDetails) -> Refusal:
    return said(
        f"”{_shown(error['input'])}” är inget datum.",
        f"“{_shown(error['input'])}” is not a date.",
        "Skriv år-månad-dag, till exempel 2026-11-22.",
        "Write year-month-day, for instance 2026-11-22.",
    )


def _not_list(error: ErrorDetails) -> Refusal:
    return said(
        "Här ska stå en lista.",
        "A list is meant here.",
        "Skriv varje sak på en egen rad som börjar med -.",
        "Write each thing on a line of its own that begins with -.",
    )


def _too_few(error: ErrorDetails) -> Refusal:
    return said("Listan är tom.", "The list is empty.", "Lägg till minst en.", "Add at least one.")


def _not_mapping(error: ErrorDetails) -> Refusal:
    if "sv" in str(error["ctx"]) or str(error["ctx"].get("class_name")) == "Text":
        return said(
            "Texten ska stå på båda språken.",
            "The text must stand in both languages.",
            "Skriv den under sv: och en:.",
            "Write it under sv: and en:.",
        )
    return said(
        "Här ska stå flera uppgifter.",
        "Several facts are meant here.",
        "Skriv dem som nyckel: värde på egna, indragna rader.",
        "Write them as key: value on indented lines of their own.",
    )


def _odd_id(error: ErrorDetails) -> Refusal:
    return said(
        f"”{_shown(error['input'])}” kan inte vara ett id.",
        f"“{_shown(error['input'])}” cannot be an id.",
        "Använd små bokstäver a–z, siffror, punkt och bindestreck.",
        "Use lower case a–z, digits, dots and hyphens.",
    )


def _not_truth(error: ErrorDetails) -> Refusal:
    return said(
        f"Här ska stå true eller false, inte {_shown(error['input'])}.",
        f"True or false is meant here, not {_shown(error['input'])}.",
        "Skriv true eller false utan citattecken.",
        "Write true or false without quotes.",
    )


def _other(error: ErrorDetails) -> Refusal:
    return said(
        f"Värdet passar inte här ({error['type']}).",
        f"The value does not fit here ({error['msg']}).",
        "Se docs/schema för vad som passar.",
        "See docs/schema for what fits.",
    )


def _shown(value: Any) -> str:
    written = str(value).lower() if isinstance(value, bool) else str(value)
    return written if len(written) <= 40 else written[:39] + "…"


SENTENCES: dict[str, Callable[[ErrorDetails], Refusal]] = {
    "missing": _missing,
    "string_type": _not_text,
    "string_too_short": _empty_text,
    "string_pattern": _odd_id,
    "literal_error": _not_in_list,
    "int": _not_number,
    "float": _not_number,
    "greater_than": _outside,
    "less_than": _outside,
    "date": _not_date,
    "tuple_type": _not_list,
    "list_type": _not_list,
    "too_short": _too_few,
    "model_type": _not_mapping,
    "model_attributes_type": _not_mapping,
    "bool": _not_truth,
}
