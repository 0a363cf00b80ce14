"""The two sides of the line in a dossier: what is secret and what is not, row by row.

What a reader gets, what a workbook holds and what a journal tells is all cut along this one line.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from evenemang.domain.assessment import progress
from evenemang.domain.checklist import Question
from evenemang.domain.dossier import Dossier
from evenemang.domain.review import At, Finding
from evenemang.flow.journal import JournalEntry, Json
from evenemang.flow.reading import Reading
from evenemang.flow.secrecy import SECRET, Secrets, says_secret

Row = TypeVar("Row")


def side_of(dossier: Dossier, secrets: Secrets, *, secret: bool) -> Dossier:
    """Return a dossier with the rows on one side; what is neither row nor id goes with the open side."""

    def side(rows: Iterable[Row], ids: frozenset[str], name: str) -> tuple[Row, ...]:
        return tuple(row for row in rows if (getattr(row, name) in ids) is secret)

    kept: dict[str, Any] = {
        "risks": side(dossier.risks, secrets.risks, "id"),
        "actions": side(dossier.actions, secrets.actions, "id"),
        "incidents": side(dossier.incidents, secrets.incidents, "id"),
        "lesson_answers": side(dossier.lesson_answers, secrets.lessons, "lesson"),
        "calculations": tuple(one for one in dossier.calculations if secrets.asks(one.question) is secret),
        "named": dossier.named if secret else (),
        "markings": dossier.markings if secret else (),
        "attachments": side(dossier.attachments, secrets.attachments, "file"),
        "assessment": _assessment(dossier, secrets, secret=secret),
        **_mentions(dossier, secrets, secret=secret),
    }
    return dossier.model_copy(update=kept)


def _assessment(dossier: Dossier, secrets: Secrets, *, secret: bool) -> Any:
    whole = dossier.assessment
    kept = {
        "answers": {key: one for key, one in whole.answers.items() if secrets.asks(key) is secret},
        "own_questions": tuple(one for one in whole.own_questions if (one.id in secrets.questions) is secret),
        "left_out": tuple(one for one in whole.left_out if (one.area in secrets.areas) is secret),
        "areas": tuple(one for one in whole.areas if not secret or one.area in secrets.areas),
    }
    return whole.model_copy(update=kept)


def _mentions(dossier: Dossier, secrets: Secrets, *, secret: bool) -> dict[str, Any]:
    """What names risks and actions by id."""
    if secret:
        decisions = tuple(
            one.model_copy(update={"levels": {k: v for k, v in one.levels.items() if k in secrets.risks}})
            for one in dossier.decisions
        )
        emptied = {
            "contacts": (),
            "permits": (),
            "permits_not_needed": (),
            "rounds": (),
            "day_log": (),
            "counters": (),
            "counts": (),
            "stops": (),
            "phones": (),
            "day_plan": None,
            "moves": (),
            "edition": None,
            "cancelled": None,
            "from_list": None,
            "occasion_reviews": (),
            "organiser_evaluation": None,
        }
        return {**emptied, "decisions": decisions, **_outcomes(dossier, secrets, secret=True)}
    decisions = tuple(
        one.model_copy(update={"levels": {k: v for k, v in one.levels.items() if k not in secrets.risks}})
        for one in dossier.decisions
    )
    return {"decisions": decisions, **_outcomes(dossier, secrets, secret=False)}


def _outcomes(dossier: Dossier, secrets: Secrets, *, secret: bool) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    if dossier.reconsider:
        risks = tuple(one for one in dossier.reconsider.risks if (one in secrets.risks) is secret)
        kept["reconsider"] = dossier.reconsider.model_copy(update={"risks": risks})
    if dossier.evaluation:
        told = dossier.evaluation
        kept["evaluation"] = told.model_copy(
            update={
                "risks": tuple(one for one in told.risks if (one.risk in secrets.risks) is secret),
                "actions": tuple(one for one in told.actions if (one.action in secrets.actions) is secret),
            }
        )
    return kept


def is_about_secrets(one: Finding, secrets: Secrets) -> bool:
    """Whether a finding is about anything secret."""
    return any(_is_secret(at, secrets) for at in one.at)


def _is_secret(at: At, secrets: Secrets) -> bool:
    thing = at.id or ""
    if at.kind == "question":
        return secrets.asks(thing)
    named = {"area": secrets.areas, "risk": secrets.risks, "action": secrets.actions}
    return thing in named.get(at.kind, frozenset())


def reading_of(before: Reading, dossier: Dossier, secrets: Secrets, *, secret: bool) -> Reading:
    """Return a reading with the questions and lessons on one side of the line."""

    def side(questions: Iterable[Question]) -> tuple[Question, ...]:
        return tuple(one for one in questions if secrets.asks(one.id) is secret)

    answers = dossier.assessment.answers
    asked = {area: side(questions) for area, questions in before.asked.items()}
    return replace(
        before,
        asked={area: found for area, found in asked.items() if found},
        progress={area: progress(found, answers) for area, found in asked.items() if found},
        total=progress((one for each in asked.values() for one in each), answers),
        not_installed=tuple(one for one in before.not_installed if not secret or one in secrets.areas),
        lessons=tuple(one for one in before.lessons if (one.id in secrets.lessons) is secret),
        lessons_waiting=tuple(one for one in before.lessons_waiting if (one.id in secrets.lessons) is secret),
    )


def journal_of(journal: Iterable[JournalEntry], secrets: Secrets, *, secret: bool) -> Iterable[JournalEntry]:
    """Yield the rows of a journal on one side; one that only names a secret is told without its values."""
    for entry in journal:
        found = about(entry, secrets)
        if secret and found != "open":
            yield entry
        elif not secret and found == "open":
            yield entry
        elif not secret and found == "mentions":
            yield told_without_values(entry)


def about(entry: JournalEntry, secrets: Secrets) -> str:
    """Return whether a row is secret, open, or open but naming something secret in its values."""
    steps = entry.deed.touched.split("/")
    touched = steps[-1]
    if steps[0] in ("markings", "returns-secret"):  # its reason tells what is secret
        return SECRET
    if touched in secrets.words or (len(steps) > 1 and secrets.asks(touched)):
        return SECRET
    pictures = (entry.deed.before, entry.deed.after)
    if any(says_secret(one) for one in pictures):
        return SECRET

    def is_secret(word: str) -> bool:
        if (
            "/" in word and word.rsplit("/", 1)[-1] in secrets.words
        ):  # what an attachment is about: actions/A3
            return True
        return word in secrets.words or ("." in word and secrets.asks(word))

    return "mentions" if names_any(entry, is_secret) else "open"


def names_any(entry: JournalEntry, is_secret: Callable[[str], bool]) -> bool:
    """Whether what a row changed from or to names something secret, however deep."""
    return any(_names(one, is_secret) for one in (entry.deed.before, entry.deed.after))


def _names(picture: Json, is_secret: Callable[[str], bool]) -> bool:
    if isinstance(picture, str):  # first: most of a picture is text, and there are tens of thousands
        return is_secret(picture)
    if isinstance(picture, dict):
        return any(_names(key, is_secret) or _names(one, is_secret) for key, one in picture.items())
    return isinstance(picture, list | tuple) and any(_names(one, is_secret) for one in picture)


def emptied(journal: Iterable[JournalEntry], rows: Collection[tuple[int, int]]) -> list[JournalEntry]:
    """Return a journal as a lawful removal leaves it, of the rows with these versions and numbers."""
    gone = set(rows)
    return [told_without_values(one) if (one.version, one.number) in gone else one for one in journal]


def told_without_values(entry: JournalEntry) -> JournalEntry:
    """Return a row as a lawful removal leaves it: the chain still holds."""
    deed = entry.deed.model_copy(update={"before": None, "after": None})
    return entry.model_copy(update={"deed": deed, "salt": None})
