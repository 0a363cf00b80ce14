"""The two parts of a record put together again, and where the rows of the secret part stand among all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from evenemang.domain.dossier import Dossier
from evenemang.domain.place import Place
from evenemang.flow.journal import JournalEntry

Among = Mapping[str, tuple[int, ...]]

PARTED = (  # the lists whose rows stand in one part or the other
    "risks",
    "actions",
    "incidents",
    "lesson_answers",
    "calculations",
    "attachments",
    "assessment.own_questions",
    "assessment.left_out",
    "reconsider.risks",
    "evaluation.risks",
    "evaluation.actions",
)


def places_among(whole: BaseModel, part: BaseModel, lists: Iterable[str] = PARTED) -> Among:
    """Return where the rows of a part stand in each list of the whole."""
    found = {}
    for path in lists:
        kept = {_key(one) for one in _at(part, path)}
        found[path] = tuple(at for at, one in enumerate(_at(whole, path)) if _key(one) in kept)
    return {path: places for path, places in found.items() if places}


def _key(row: object) -> object:
    return row if isinstance(row, str) else id(row)


def _at(record: Any, path: str) -> Sequence[Any]:
    for step in path.split("."):
        record = getattr(record, step) if record is not None else None
    return record or ()


def joined(plain: Dossier, secret: Dossier, among: Among) -> Dossier:
    """Return the whole dossier: what is neither row nor answer is the open part's."""
    kept = rows_of_both(plain, secret, among)
    kept |= {"named": secret.named, "markings": secret.markings}
    kept["decisions"] = (
        tuple(
            one.model_copy(update={"levels": {**one.levels, **other.levels}})
            for one, other in zip(plain.decisions, secret.decisions, strict=False)
        )
        + plain.decisions[len(secret.decisions) :]
    )
    if plain.reconsider:
        risks = _rows(plain, secret, among, "reconsider.risks")
        kept["reconsider"] = plain.reconsider.model_copy(update={"risks": risks})
    return plain.model_copy(update=kept)


def rows_of_both(plain: Dossier, secret: Dossier, among: Among) -> dict[str, Any]:
    """Return the fields of a dossier that hold rows and answers, with those of both parts in them."""

    def inside(path: str, *names: str) -> dict[str, Any]:
        return {name: _rows(plain, secret, among, f"{path}.{name}") for name in names}

    answers = {**plain.assessment.answers, **secret.assessment.answers}
    assessed = {"answers": answers, **inside("assessment", "own_questions", "left_out")}
    kept: dict[str, Any] = {path: _rows(plain, secret, among, path) for path in PARTED if "." not in path}
    kept["assessment"] = plain.assessment.model_copy(update=assessed)
    if plain.evaluation:
        kept["evaluation"] = plain.evaluation.model_copy(update=inside("evaluation", "risks", "actions"))
    return kept


def joined_place(plain: Place, secret: Place, among: Among) -> Place:
    """Return the whole place, with the standing picture of both parts."""
    lists = ("standing_risks", "standing_measures")
    return plain.model_copy(update={one: _rows(plain, secret, among, one) for one in lists})


def _rows(plain: BaseModel, secret: BaseModel, among: Among, path: str) -> tuple[Any, ...]:
    return _among_all(_at(plain, path), _at(secret, path), among.get(path, ()))


def _among_all(plain: Sequence[Any], secret: Sequence[Any], places: Sequence[int]) -> tuple[Any, ...]:
    """Return the rows of both parts in order; secret rows without a place of their own come last."""
    found = list(plain)
    placed = dict(zip(places, secret, strict=False))
    for at in sorted(placed):
        found.insert(at, placed[at])
    return (*found, *secret[len(placed) :])


def joined_journal(plain: Iterable[JournalEntry], secret: Iterable[JournalEntry]) -> tuple[JournalEntry, ...]:
    """Return a journal in order; a row that the open part tells without its values is the secret part's."""
    rows = {(one.version, one.number): one for one in (*plain, *secret)}
    return tuple(rows[key] for key in sorted(rows))
