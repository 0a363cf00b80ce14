"""The two parts a dossier is kept in: one without what is secret, one with only that."""

from __future__ import annotations

from dataclasses import replace

from evenemang.domain.dossier import Dossier
from evenemang.flow.content import Content
from evenemang.flow.joining import places_among
from evenemang.flow.reading import Reading
from evenemang.flow.recording import Whole
from evenemang.flow.reviewing import Review, review
from evenemang.flow.secrecy import Secrets, secrets_of
from evenemang.flow.sides import about, is_about_secrets, journal_of, reading_of, side_of


def without_secret(dossier: Dossier, content: Content) -> Dossier:
    """Return the dossier with nothing secret in it."""
    return side_of(dossier, secrets_of(dossier, content), secret=False)


def only_secret(dossier: Dossier, content: Content) -> Dossier | None:
    """Return the dossier with only what is secret, under the same name; None where there is nothing."""
    secrets = secrets_of(dossier, content)
    return side_of(dossier, secrets, secret=True) if _holds(dossier, secrets) else None


def open_part(whole: Whole) -> Whole:
    """Return everything around a dossier with nothing secret in it."""
    return _part(whole, _secrets(whole), secret=False)


def secret_part(whole: Whole) -> Whole | None:
    """Return everything around a dossier with only what is secret; None where there is nothing."""
    secrets = _secrets(whole)
    if not _holds(whole.dossier, secrets) and not any(about(row, secrets) != "open" for row in whole.journal):
        return None
    return _part(whole, secrets, secret=True)


def _secrets(whole: Whole) -> Secrets:
    lessons = (*whole.reading.lessons, *whole.lessons_from)
    return secrets_of(whole.dossier, whole.content, whole.journal, lessons)


def _holds(dossier: Dossier, secrets: Secrets) -> bool:
    """Whether the dossier holds any of the secrets, besides the questions nobody has answered."""
    return side_of(dossier, secrets, secret=False) != dossier


def _part(whole: Whole, secrets: Secrets, *, secret: bool) -> Whole:
    dossier = side_of(whole.dossier, secrets, secret=secret)
    reading = reading_of(whole.reading, whole.dossier, secrets, secret=secret)
    return replace(
        whole,
        dossier=dossier,
        reading=reading,
        review=_review(whole, secrets, None if secret else (dossier, reading)),
        lessons_from=tuple(one for one in whole.lessons_from if (one.id in secrets.lessons) is secret),
        journal=tuple(journal_of(whole.journal, secrets, secret=secret)),
        among=places_among(whole.dossier, dossier) if secret else {},
    )


def _review(whole: Whole, secrets: Secrets, seen_open: tuple[Dossier, Reading] | None) -> Review:
    """Return what is found about secret things; or, seen from the open part, what is so in the whole too.

    What is worked out from the open part can tell nothing secret; what only seems so there, since its
    other half is secret, is left out.
    """

    if seen_open is None:
        return whole.review.only(lambda one: is_about_secrets(one, secrets))
    dossier, reading = seen_open
    return true_in_both(review(dossier, whole.content, reading, whole.as_of), whole.review, secrets)


def true_in_both(seen: Review, of_the_whole: Review, secrets: Secrets) -> Review:
    """Return what is found in the open part, where it is so in the whole too."""
    true = {(one.rule, one.at) for one in of_the_whole.findings if not is_about_secrets(one, secrets)}
    return seen.only(lambda one: (one.rule, one.at) in true)
