"""The matrix of roles and verbs, cell by cell, and that no verb of the code stands outside it."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from inspect import isabstract
from pathlib import Path

import pytest

import evenemang
import evenemang.flow
from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotAllowed
from evenemang.domain.role import RISING, Member, Role
from evenemang.domain.text import Text
from evenemang.flow.access import EVERYONE
from evenemang.flow.opening import NewDossier, SetOfficer, open_dossier
from evenemang.flow.operation import Operation
from evenemang.flow.rights import RIGHTS, RULINGS, ByRole
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import deed

ASK = Text(sv="säkerhetssamordnaren, 033-00 00 00", en="the security coordinator, 033-00 00 00")

# läsare, bedömare, samordnare, administratör: what each may is written out here, apart from the table.
MATRIX = """
give-answer            . x x x
confirm-answer         . x x x
take-back-answer       . x x x
keep-calculation       . x x x
ask-own-question       . x x x
attach                 . x x x
describe-attachment    . x x x
take-back-attachment   . x x x
remove-attachment      . . x x
set-fact               . x x x
set-event              . x x x
note-contact           . x x x
mend-contact           . x x x
add-risk               . x x x
judge-risk             . x x x
dismiss-risk           . x x x
treat-risk             . x x x
add-action             . x x x
change-action          . x x x
advance-action         . x x x
keep-permit            . x x x
permit-is-not-needed   . x x x
log-incident           . x x x
complete-incident      . x x x
note-in-log            . x x x
walk-round             . x x x
begin-round            . x x x
answer-in-round        . x x x
end-round              . x x x
settle-deviation       . x x x
count-persons          . x x x
mend-count             . x x x
set-counter            . x x x
drop-counter           . x x x
agree-stop             . x x x
drop-stop              . x x x
note-phone             . x x x
drop-phone             . x x x
plan-day               . x x x
evaluate               . x x x
review-occasions       . x x x
note-organiser-evaluation . x x x
reply-to-lesson        . x x x
note-lesson            . x x x
mark-secret            . x x x
begin-secret           . x x x
let-see                . . x x
stop-seeing            . . x x
open-dossier           . . x x
start-from-edition     . . x x
import-from-list       . . x x
take-back-list         . . x x
take-area              . . x x
leave-out-area         . . x x
hand-area              . . x x
choose-depth           . . x x
take-version           . . x x
do-without             . . x x
assess-after-all       . . x x
set-officer            . . x x
decide                 . . x x
accept-risk            . . x x
move-event             . . x x
cancel                 . . x x
uncancel               . . x x
take-return            . . x x
settle-return          . . x x
take-register-return   . . x x
update-from-list       . . x x
take-back-update       . . x x
approve-lesson         . . x x
decline-lesson         . . x x
plan-meeting           . . x x
change-meeting         . . x x
cancel-meeting         . . x x
set-agenda             . . x x
begin-meeting          . . x x
note-at-meeting        . . x x
decide-at-meeting      . . x x
weigh-at-meeting       . . x x
end-meeting            . . x x
reopen-meeting         . . x x
judge-alone            . x x x
add-place              . . x x
add-zone               . . x x
set-zone               . . x x
standing-picture       . . x x
add-organiser          . . x x
change-place           . . x x
change-organiser       . . x x
invite-guest           . . x x
take-back-guest        . . x x
tie-to-posts           . . x x
give-role              . . . x
take-back-role         . . . x
name-municipality      . . . x
set-arms               . . . x
set-lead-time          . . . x
drop-lead-time         . . . x
set-norm               . . . x
drop-norm              . . . x
add-function           . . . x
change-function        . . . x
retire-function        . . . x
add                    . . . x
remove-example         . . . x
remove-by-rule         . . . x
"""
ROWS = {words[0]: words[1:] for words in map(str.split, MATRIX.strip().splitlines())}
CELLS = [(role, verb, ROWS[verb][at] == "x") for verb in ROWS for at, role in enumerate(RISING)]


@pytest.fixture(scope="module")
def access() -> ByRole:
    store = MemoryStore()
    for role in RISING:
        store.save("member", Member(id=role, name=role, role=role), expected=0, deeds=[deed()])
    return ByRole(store, ASK)


@pytest.mark.parametrize(("role", "verb", "allowed"), CELLS)
def test_each_role_may_what_the_matrix_says(access: ByRole, role: Role, verb: str, allowed: bool) -> None:
    assert access.may(Actor(name="A", member=role), verb, "ab12") is allowed
    assert (verb in access.verbs(Actor(name="A", member=role), "ab12")) is allowed


def test_every_verb_of_the_code_has_a_ruling_and_no_other() -> None:
    assert set(verbs_of_the_code()) == set(RULINGS) == set(ROWS)
    assert sum(len(right.verbs) for right in RIGHTS) == len(RULINGS), "a verb has two rulings"


def verbs_of_the_code() -> Iterator[str]:
    """Every operation's name, and every verb that is asked for or kept by its name."""
    for module in pkgutil.walk_packages(evenemang.flow.__path__, "evenemang.flow."):
        importlib.import_module(module.name)
    yield from (one.model_construct().name for one in _kinds() if not isabstract(one))
    for file in sorted(Path(evenemang.__file__).parent.rglob("*.py")):
        text = file.read_text("utf-8")
        yield from re.findall(
            r"(?:keep|change|_new|_changed)\([^()]*(?:\([^()]*\)[^()]*)*\"([a-z-]+)\"\)", text
        )
        yield from re.findall(r"require\(\w+, \"([a-z-]+)\"", text)
        yield from re.findall(r"^OPERATION = \"([a-z-]+)\"", text, re.MULTILINE)


def _kinds() -> Iterator[type[Operation]]:
    waiting: list[type[Operation]] = [*Operation.__subclasses__()]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        if one.__module__.startswith("evenemang."):
            yield one


def test_what_has_no_ruling_is_nobodys(access: ByRole) -> None:
    assert not access.may(Actor(name="A", member="administrator"), "burn-the-house-down")


@pytest.mark.parametrize("name", ["administrator", "Anna"])
def test_a_name_gives_nothing_without_a_member(access: ByRole, name: str) -> None:
    nobody = Actor(name=name)
    assert not any(access.may(nobody, verb) for verb in RULINGS)
    assert not access.verbs(nobody)
    assert access.sees(nobody) == frozenset()
    assert not access.sees_secret(nobody, "ab12")


def test_the_refusal_says_what_it_takes_and_whom_to_ask(access: ByRole) -> None:
    workspace = Workspace(MemoryStore(), bootstrap.content(), bootstrap.SystemClock())
    opened = open_dossier(workspace, NewDossier(name="Höstmarknad"), Actor(name="Anna"))
    workspace.access = access
    with pytest.raises(NotAllowed) as refused:
        workspace.do(opened.record.id, SetOfficer(officer="Bo"), Actor(name="reader", member="reader"))
    assert refused.value.say("sv") == (
        "Du kan inte bestämma vad som ska bedömas och av vem: det kräver behörigheten samordnare. "
        "Inget har ändrats. Fråga säkerhetssamordnaren, 033-00 00 00."
    )
    assert workspace.dossier(opened.record.id).version == opened.version


def test_on_ones_own_machine_every_cell_is_open() -> None:
    assert all(EVERYONE.may(Actor(name="A"), verb) for verb in RULINGS)
