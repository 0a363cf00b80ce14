"""What is secret in a dossier: by itself, by its question or area, by its risk, or once in the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from evenemang.domain.dossier import Dossier
from evenemang.domain.lesson import Lesson
from evenemang.flow.content import Content
from evenemang.flow.journal import REMOVED_BY_RULE, JournalEntry, Json

SECRET = "secret"
STILL_SECRET = "still_secret"  # in the deed of a lawful removal: ids whose rows said so
MARKED = "areas/"  # how a mark names an area
# The rows that say so themselves.
MAY_BE_SECRET = ("own_questions", "risks", "actions", "incidents", "attachments")
SECRET_EVERYWHERE = frozenset({"threats"})  # secret also where the area is not installed


@dataclass(frozen=True)
class Secrets:
    """The ids of everything secret in one dossier."""

    areas: frozenset[str]
    questions: frozenset[str]
    risks: frozenset[str]
    actions: frozenset[str]
    incidents: frozenset[str]
    lessons: frozenset[str] = frozenset()
    attachments: frozenset[str] = frozenset()  # the files: a file that is secret in one place is in all

    def __bool__(self) -> bool:
        """Whether there is anything secret at all."""
        return bool(self.questions or self.risks or self.actions or self.areas or self.attachments)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every id that may not be named outside."""
        return self.questions | self.risks | self.actions | self.incidents | self.lessons | self.attachments

    def asks(self, question_id: str) -> bool:
        """Whether a question is secret, itself or by its area."""
        return question_id in self.questions or _area(question_id) in self.areas


def _area(question_id: str) -> str:
    return question_id.split(".", 1)[0]


def is_secret_question(question_id: str, content: Content) -> bool | None:
    """Whether an installed question is secret, itself or by its area; None where its dossier must say.

    An area's own id will do too: what is of the area as a whole.
    """
    area_id = _area(question_id)
    area = content.areas.get(area_id)
    if area_id in SECRET_EVERYWHERE or (area and area.secrecy == SECRET):
        return True
    if area and question_id == area_id:
        return False
    found = content.question(question_id)
    return area.secrecy_of(found) == SECRET if area and found else None


def secrets_of(
    dossier: Dossier,
    content: Content,
    journal: Iterable[JournalEntry] = (),
    lessons: Iterable[Lesson] = (),
) -> Secrets:
    """Return what is secret in a dossier; an id that was secret once in the journal stays so."""
    areas = _secret_areas(dossier, content)
    own = {one.id for one in dossier.assessment.own_questions if one.secrecy == SECRET}
    before = once_secret(journal)
    named = Secrets(
        areas=areas,
        questions=frozenset(own | content.secret_questions | before["own_questions"]),
        risks=frozenset(before["risks"]),
        actions=frozenset(before["actions"]),
        incidents=frozenset(before["incidents"]),
        attachments=frozenset(before["attachments"]),
    )
    return _with_lessons(_with_rows(named, dossier), lessons, _closed_areas(dossier, content))


def holds_secret(dossier: Dossier, content: Content) -> bool:
    """Whether anything that somebody has said in a dossier is secret."""
    areas = _closed_areas(dossier, content)

    def asks(question: str) -> bool:
        return _area(question) in areas or question in content.secret_questions

    return (
        any(one.secrecy == SECRET or one.area in areas for one in dossier.risks)
        or any(one.secrecy == SECRET or (one.question and asks(one.question)) for one in dossier.actions)
        or any(one.secrecy == SECRET for one in dossier.attachments)
        or any(one.secrecy == SECRET or one.area in areas for one in dossier.assessment.own_questions)
        or any(map(asks, dossier.assessment.answers))
        or any(asks(one.question) for one in dossier.calculations)
    )


def _secret_areas(dossier: Dossier, content: Content) -> frozenset[str]:
    """An area that is not here is secret when it always is, or when a risk of it is."""
    by_risk = {
        risk.area for risk in dossier.risks if risk.secrecy == SECRET and risk.area not in content.areas
    }
    taken = {one.area for one in dossier.assessment.areas}
    taken |= {_area(question) for question in dossier.assessment.answers}
    taken |= {risk.area for risk in dossier.risks}
    return frozenset((_closed_areas(dossier, content) & taken) | by_risk)


def _closed_areas(dossier: Dossier, content: Content) -> frozenset[str]:
    """Return the areas that are secret by their kind, or that somebody has marked."""
    marked = {one.id.removeprefix(MARKED) for one in dossier.markings if one.id.startswith(MARKED)}
    return content.secret_areas | SECRET_EVERYWHERE | marked


def _with_rows(secrets: Secrets, dossier: Dossier) -> Secrets:
    risks = secrets.risks | {
        risk.id
        for risk in dossier.risks
        if risk.secrecy == SECRET
        or risk.area in secrets.areas
        or (risk.origin and secrets.asks(risk.origin.question))
    }
    actions = secrets.actions | {
        action.id
        for action in dossier.actions
        if action.secrecy == SECRET
        or action.risk in risks
        or (action.question and secrets.asks(action.question))
    }
    incidents = secrets.incidents | {
        one.id for one in dossier.incidents if one.foreseen in risks or one.action in actions
    }
    rows = replace(
        secrets,
        questions=secrets.questions | _asked_here(dossier, secrets),
        risks=frozenset(risks),
        actions=frozenset(actions),
        incidents=frozenset(incidents),
    )
    return replace(rows, attachments=rows.attachments | _files(dossier, rows))


def _files(dossier: Dossier, secrets: Secrets) -> frozenset[str]:
    """Return the files that are secret: by themselves, or as what they are about."""
    return frozenset(
        one.file
        for one in dossier.attachments
        if one.secrecy == SECRET
        or (one.question and secrets.asks(one.question))
        or any(about.rsplit("/", 1)[-1] in secrets.words for about in one.about)
    )


def _asked_here(dossier: Dossier, secrets: Secrets) -> frozenset[str]:
    known = [*dossier.assessment.answers, *(one.question for one in dossier.calculations)]
    in_area = [one.id for one in dossier.assessment.own_questions if one.area in secrets.areas]
    return frozenset([*(one for one in known if secrets.asks(one)), *in_area])


def _with_lessons(secrets: Secrets, lessons: Iterable[Lesson], closed: frozenset[str]) -> Secrets:
    """A lesson is secret at a secret question, and where it concerns a secret area as a whole."""
    areas = secrets.areas | closed
    found = {
        one.id
        for one in lessons
        if one.concerns.area in areas or (one.concerns.question and secrets.asks(one.concerns.question))
    }
    return replace(secrets, lessons=frozenset(found))


def once_secret(journal: Iterable[JournalEntry]) -> dict[str, set[str]]:
    """Return the ids that rows say are or were secret; a removal tells those that it took the word of."""
    found: dict[str, set[str]] = {rows: set() for rows in MAY_BE_SECRET}
    for entry in filter(was_secret, journal):
        if entry.deed.operation == REMOVED_BY_RULE:
            for rows, names in entry.deed.after[STILL_SECRET].items():
                found[rows].update(names)
        else:
            *_, rows, name = entry.deed.touched.split("/")
            found[rows].add(name)
    return found


def was_secret(entry: JournalEntry) -> bool:
    """Whether a row of the journal tells that a row of the dossier is secret, or was."""
    path = entry.deed.touched.split("/")
    pictures = (entry.deed.before, entry.deed.after)
    if entry.deed.operation == REMOVED_BY_RULE:  # it tells which rows said so that have lost their values
        return isinstance(entry.deed.after, Mapping) and bool(entry.deed.after.get(STILL_SECRET))
    return len(path) > 1 and path[-2] in MAY_BE_SECRET and any(map(says_secret, pictures))


def says_secret(picture: Json) -> bool:
    """Whether a picture of a record says that it is secret."""
    return isinstance(picture, Mapping) and picture.get("secrecy") == SECRET
