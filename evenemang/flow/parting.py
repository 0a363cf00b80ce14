"""The two parts a dossier is kept in: one without what is secret, one with only that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from evenemang.domain.assessment import progress
from evenemang.domain.checklist import Question
from evenemang.domain.dossier import Dossier
from evenemang.domain.review import At, Finding
from evenemang.flow.content import Content
from evenemang.flow.joining import places_among
from evenemang.flow.journal import JournalEntry, Json
from evenemang.flow.reading import Reading
from evenemang.flow.recording import Whole
from evenemang.flow.reviewing import Review, review
from evenemang.flow.secrecy import SECRET, Secrets, says_secret, secrets_of

Row = TypeVar("Row")


def without_secret(dossier: Dossier, content: Content) -> Dossier:
    """Return the dossier with nothing secret in it."""
    return _kept(dossier, secrets_of(dossier, content), secret=False)


def only_secret(dossier: Dossier, content: Content) -> Dossier | None:
    """Return the dossier with only what is secret, under the same name; None where there is nothing."""
    secrets = secrets_of(dossier, content)
    return _kept(dossier, secrets, secret=True) if _holds(dossier, secrets) else None


def open_part(whole: Whole) -> Whole:
    """Return everything around a dossier with nothing secret in it."""
    return _part(whole, _secrets(whole), secret=False)


def secret_part(whole: Whole) -> Whole | None:
    """Return everything around a dossier with only what is secret; None where there is nothing."""
    secrets = _secrets(whole)
    if not _holds(whole.dossier, secrets) and not any(
        _about(row, secrets) != "open" for row in whole.journal
    ):
        return None
    return _part(whole, secrets, secret=True)


def _secrets(whole: Whole) -> Secrets:
    lessons = (*whole.reading.lessons, *whole.lessons_from)
    return secrets_of(whole.dossier, whole.content, whole.journal, lessons)


def _holds(dossier: Dossier, secrets: Secrets) -> bool:
    """Whether the dossier holds any of the secrets, besides the questions nobody has answered."""
    return _kept(dossier, secrets, secret=False) != dossier


def _kept(dossier: Dossier, secrets: Secrets, *, secret: bool) -> Dossier:
    """Return the rows on one side of the line; what is neither row nor id goes with the open side."""

    def side(rows: Iterable[Row], ids: frozenset[str], name: str) -> tuple[Row, ...]:
        return tuple(row for row in rows if (getattr(row, name) in ids) is secret)

    kept: dict[str, Any] = {
        "risks": side(dossier.risks, secrets.risks, "id"),
        "actions": side(dossier.actions, secrets.actions, "id"),
        "incidents": side(dossier.incidents, secrets.incidents, "id"),
        "lesson_answers": side(dossier.lesson_answers, secrets.lessons, "lesson"),
        "calculations": tuple(one for one in dossier.calculations if secrets.asks(one.question) is secret),
        "attachments": tuple(
            one
            for one in dossier.attachments
            if (one.secrecy == SECRET or bool(one.question and secrets.asks(one.question))) is secret
        ),
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
            "moves": (),
            "edition": None,
            "cancelled": None,
            "from_list": None,
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


def _part(whole: Whole, secrets: Secrets, *, secret: bool) -> Whole:
    dossier = _kept(whole.dossier, secrets, secret=secret)
    reading = _reading(whole, secrets, secret=secret)
    return replace(
        whole,
        dossier=dossier,
        reading=reading,
        review=_review(whole, secrets, None if secret else (dossier, reading)),
        lessons_from=tuple(one for one in whole.lessons_from if (one.id in secrets.lessons) is secret),
        journal=tuple(_journal(whole, secrets, secret=secret)),
        among=places_among(whole.dossier, dossier) if secret else {},
    )


def _review(whole: Whole, secrets: Secrets, seen_open: tuple[Dossier, Reading] | None) -> Review:
    """Return what is found about secret things; or, seen from the open part, what is so in the whole too.

    What is worked out from the open part can tell nothing secret; what only seems so there, since its
    other half is secret, is left out.
    """

    def about_secrets(one: Finding) -> bool:
        return any(_is_secret(at, secrets) for at in one.at)

    if seen_open is None:
        return whole.review.only(about_secrets)
    true = {(one.rule, one.at) for one in whole.review.findings if not about_secrets(one)}
    dossier, reading = seen_open
    seen = review(dossier, whole.content, reading, whole.as_of)
    return seen.only(lambda one: (one.rule, one.at) in true)


def _is_secret(at: At, secrets: Secrets) -> bool:
    thing = at.id or ""
    if at.kind == "question":
        return secrets.asks(thing)
    named = {"area": secrets.areas, "risk": secrets.risks, "action": secrets.actions}
    return thing in named.get(at.kind, frozenset())


def _reading(whole: Whole, secrets: Secrets, *, secret: bool) -> Reading:
    def side(questions: Iterable[Question]) -> tuple[Question, ...]:
        return tuple(one for one in questions if secrets.asks(one.id) is secret)

    before = whole.reading
    answers = whole.dossier.assessment.answers
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


def _journal(whole: Whole, secrets: Secrets, *, secret: bool) -> Iterable[JournalEntry]:
    for entry in whole.journal:
        about = _about(entry, secrets)
        if secret and about != "open":
            yield entry
        elif not secret and about == "open":
            yield entry
        elif not secret and about == "mentions":
            yield told_without_values(entry)


def _about(entry: JournalEntry, secrets: Secrets) -> str:
    """Return whether a row is secret, open, or open but naming something secret in its values."""
    steps = entry.deed.touched.split("/")
    touched = steps[-1]
    if touched in secrets.words or (len(steps) > 1 and secrets.asks(touched)):
        return SECRET
    pictures = (entry.deed.before, entry.deed.after)
    if any(says_secret(one) for one in pictures):
        return SECRET

    def is_secret(word: str) -> bool:
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


def told_without_values(entry: JournalEntry) -> JournalEntry:
    """Return a row as a lawful removal leaves it: the chain still holds."""
    deed = entry.deed.model_copy(update={"before": None, "after": None})
    return entry.model_copy(update={"deed": deed, "salt": None})
