"""Attachments: who may bring, change and remove them, what they are about, and who never learns of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotAllowed, NotFound, Refused
from evenemang.domain.role import Member
from evenemang.domain.text import Text
from evenemang.flow.attaching import (
    MOST,
    Attach,
    DescribeAttachment,
    RemoveAttachment,
    TakeBackAttachment,
    shown_name,
)
from evenemang.flow.filing import Filing
from evenemang.flow.letting_out import let_out
from evenemang.flow.marking import MarkSecret
from evenemang.flow.naming import LetSee
from evenemang.flow.operation import Operation
from evenemang.flow.planning import AddAction
from evenemang.flow.recording import whole
from evenemang.flow.rights import ByRole
from evenemang.flow.sides import journal_of
from evenemang.flow.storing import Store
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import deed
from tests.secret_dossier import NAMED, NILS, SARA, Guarded, guarded, members

ASK = Text(sv="Sara", en="Sara")
BO = Actor(name="Bo Bedömare", member="bb01")
LASSE = Actor(name="Lasse Läsare", member="ll01")


@dataclass
class Shelf:
    """A shelf that keeps anything, in memory."""

    kept: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def keep(self, content: bytes, name: str) -> tuple[str, int]:
        file = f"{len(self.kept) + 900:064x}.pdf"
        self.kept[file] = content
        return file, len(content)

    def read(self, note: AttachmentNote) -> bytes:
        self.asked.append(note.file)
        return self.kept.get(note.file, b"en fil")

    def small(self, note: AttachmentNote) -> bytes | None:
        self.asked.append(note.file)
        return b"liten"

    def label(self, note: AttachmentNote) -> tuple[str, str]:
        return note.name, "application/pdf"

    def is_there(self, file: str) -> bool:
        return file in self.kept


def office() -> Workspace:
    store: Store = MemoryStore()
    members(store)
    for actor, role in ((BO, "assessor"), (LASSE, "reader")):
        member = Member.model_validate({"id": actor.member, "name": actor.name, "role": role})
        store.save("member", member, expected=0, deeds=[deed()])
    return Workspace(store, bootstrap.content(), bootstrap.SystemClock(), access=ByRole(store, ASK))


@pytest.fixture(scope="module")
def held() -> Guarded:
    return guarded(office())


@pytest.fixture
def here() -> Guarded:
    return guarded(office())


def note(number: int = 1, by: Actor = BO, **more: Any) -> AttachmentNote:
    said = {"file": f"{number:064x}.pdf", "name": "Situationsplan.pdf", "size": 1_000}
    given = {"by": by.name, "at": bootstrap.SystemClock().now()}
    return AttachmentNote.model_validate({**said, "added": given, **more})


def names(dossier: Dossier) -> list[str]:
    return [one.name for one in dossier.attachments]


def shown(here: Guarded, actor: Actor) -> Dossier:
    return here.work.sight(actor, here.dossier).dossier


def test_an_attachment_is_described_and_the_history_tells(here: Guarded) -> None:
    here.do(Attach(note=note()), BO)
    here.do(DescribeAttachment(file=note().file, kind="site-plan", description="Entrén", internal=True), BO)

    found = shown(here, BO).attachments[-1]
    assert (found.name, found.kind, found.description) == ("Situationsplan.pdf", "site-plan", "Entrén")
    assert found.secrecy == "internal"
    told = [one.deed.operation for one in here.work.store.journal("dossier", here.id)][-2:]
    assert told == ["attach", "describe-attachment"]


def test_the_same_file_is_one_attachment_however_many_rows_it_is_about(here: Guarded) -> None:
    here.do(AddAction(do="Rita om entrén"), BO)
    action = here.dossier.actions[-1].id
    here.do(Attach(note=note()), BO)
    with pytest.raises(Refused) as refused:
        here.do(Attach(note=note(name="Annat namn")), BO)
    assert "Situationsplan.pdf" in refused.value.say("sv")

    here.do(DescribeAttachment(file=note().file, about=(f"actions/{action}",)), BO)

    assert here.dossier.attachments[-1].about == (f"actions/{action}",)


@pytest.mark.parametrize("about", ["actions/A99", "risks/R1", "dossier", "named/0"])
def test_an_attachment_is_about_rows_that_are_there(here: Guarded, about: str) -> None:
    with pytest.raises(NotFound):
        here.do(Attach(note=note(about=(about,))), BO)


def test_one_takes_back_ones_own_and_a_coordinator_removes_anybodys(here: Guarded) -> None:
    for number, by in enumerate((BO, SARA, BO)):
        here.do(Attach(note=note(number, by, name=f"{number}")), by)

    here.do(TakeBackAttachment(file=note(0).file), BO)
    with pytest.raises(Refused) as refused:
        here.do(TakeBackAttachment(file=note(1).file), BO)
    assert "Be den personen" in refused.value.say("sv")
    with pytest.raises(NotAllowed):
        here.do(RemoveAttachment(file=note(1).file), BO)
    here.do(RemoveAttachment(file=note(2).file), SARA)

    assert names(here.dossier)[-1:] == ["1"]


def test_a_reader_changes_nothing_and_sees_what_is_open(here: Guarded) -> None:
    here.do(Attach(note=note()), BO)
    deeds: list[Operation] = [
        Attach(note=note(2)),
        DescribeAttachment(file=note().file, title="x"),
        TakeBackAttachment(file=note().file),
    ]
    for one in deeds:
        with pytest.raises(NotAllowed):
            here.do(one, LASSE)

    assert names(shown(here, LASSE)) == ["Situationsplan.pdf"]
    assert Filing(here.work, Shelf()).fetch(here.id, note().file, LASSE).content == b"en fil"


def test_no_secret_file_is_fetched_or_shown_small_by_somebody_who_is_not_named(held: Guarded) -> None:
    shelf = Shelf()
    filing = Filing(held.work, shelf)
    secret = [one.file for one in held.dossier.attachments]
    assert len(secret) == 3

    for file in secret:
        for actor in (NILS, LASSE, None):
            with pytest.raises(NotFound):
                filing.fetch(held.id, file, actor)
            assert filing.small(shown(held, actor or LASSE), file) is None
    assert shelf.asked == []
    assert [filing.fetch(held.id, file, NAMED).content for file in secret] == [b"en fil"] * 3


def test_who_is_named_later_may_fetch_and_no_earlier(here: Guarded) -> None:
    filing = Filing(here.work, Shelf())
    file = here.dossier.attachments[0].file
    with pytest.raises(NotFound):
        filing.fetch(here.id, file, SARA)

    here.do(LetSee(who=SARA.name), SARA)

    assert filing.fetch(here.id, file, SARA).name == here.dossier.attachments[0].name


def test_who_brings_a_file_must_be_allowed_before_it_is_looked_at(held: Guarded) -> None:
    shelf = Shelf()
    filing = Filing(held.work, shelf)

    with pytest.raises(NotAllowed):
        filing.bring(held.id, b"x", "x.pdf", LASSE)
    with pytest.raises(NotFound):
        filing.bring("finns-inte", b"x", "x.pdf", BO)

    assert shelf.kept == {}
    assert filing.bring(held.id, b"x", "..\\x.pdf", BO)[1:] == ("x.pdf", 1)


def test_what_is_not_seen_is_neither_changed_removed_nor_attached_anew(here: Guarded) -> None:
    before = here.dossier
    for one in before.attachments:
        tries: list[Operation] = [
            DescribeAttachment(file=one.file, title="x"),
            TakeBackAttachment(file=one.file),
            MarkSecret(kind="attachments", part=one.file, paragraph="osl-18-8", because="x"),
        ]
        for each in tries:
            with pytest.raises(NotFound) as refused:
                here.do(each, BO)
            assert one.name not in refused.value.say("sv")
        with pytest.raises(Refused) as again:
            here.do(Attach(note=note(file=one.file)), BO)
        assert one.name not in again.value.say("sv")
    assert here.dossier == before


def test_what_is_about_a_hidden_row_cannot_be_attached_by_who_does_not_see_it(here: Guarded) -> None:
    hidden = here.dossier.actions[0].id

    with pytest.raises(NotFound):
        here.do(Attach(note=note(about=(f"actions/{hidden}",))), BO)


def test_an_attachment_marked_later_is_gone_from_the_history_of_others_whole(held: Guarded) -> None:
    hidden = held.work.sight(NILS, held.dossier).hidden
    assert hidden
    rows = held.work.store.journal("dossier", held.id)

    told = repr(list(journal_of(rows, hidden.secrets, secret=False)))

    assert [word for word in held.words if word in told] == []
    assert [one.file for one in held.dossier.attachments if one.file in told] == []


def test_a_secret_attachment_needs_its_paragraph_and_reason_at_once(here: Guarded) -> None:
    with pytest.raises(Refused) as refused:
        here.do(Attach(note=note(secrecy="secret"), paragraph="osl-18-8"), NAMED)
    assert "bestämmelse och ett skäl" in refused.value.say("sv")

    here.do(Attach(note=note(secrecy="secret"), paragraph="osl-18-8", because="Vakter"), NAMED)

    assert here.dossier.markings[-1].id == f"attachments/{note().file}"
    assert names(shown(here, NILS)) == []
    here.do(RemoveAttachment(file=note().file), NAMED)
    assert [one.id for one in here.dossier.markings if note().file in one.id] == []


def test_describing_a_secret_attachment_never_opens_it(here: Guarded) -> None:
    file = here.dossier.attachments[0].file

    here.do(DescribeAttachment(file=file, internal=False, title="Nytt"), NAMED)

    assert here.dossier.attachments[0].secrecy == "secret"


def test_only_what_is_open_leaves_the_house_and_never_what_is_about_an_incident(here: Guarded) -> None:
    here.do(AddAction(do="Öppen åtgärd", owner="Bo", due_days=-3, decided=True), BO)
    action, incident = here.dossier.actions[-1].id, here.dossier.incidents[0].id
    here.do(Attach(note=note(1, name="öppen", description="gruppens", about=(f"actions/{action}",))), BO)
    here.do(Attach(note=note(2, name="intern", secrecy="internal")), BO)
    here.do(Attach(note=note(3, name="händelse", about=(f"incidents/{incident}",))), NAMED)

    found = whole(here.work, here.id)

    out = let_out(found, "public").whole.dossier
    assert [(one.name, one.description) for one in out.attachments] == [("öppen", "")]
    assert let_out(found, "organiser").whole.dossier.attachments == ()


def test_there_is_an_end_to_how_many_and_how_much(here: Guarded) -> None:
    many = tuple(note(1_000 + number) for number in range(MOST - len(here.dossier.attachments)))
    full = here.dossier.model_copy(update={"attachments": (*here.dossier.attachments, *many)})
    scene = here.work.scene(BO, here.dossier)

    with pytest.raises(Refused):
        Attach(note=note()).apply(full, scene)
    with pytest.raises(Refused):
        Attach(note=note(size=500_000_001)).apply(here.dossier, scene)


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("karta.png", "karta.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\sara\\plan.pdf", "plan.pdf"),
        ("faktura\u202efdp.exe", "faktura fdp.exe"),
        ("a\x00b\x1b[31m.pdf", "a b [31m.pdf"),
        ("bild\u200b.png", "bild .png"),
        ("", "–"),
        ("/", "–"),
        ("x" * 400, "x" * 200),
        ("CON.png", "CON.png"),
    ],
)
def test_a_name_is_shown_without_folders_and_without_what_is_not_seen(name: str, seen: str) -> None:
    assert shown_name(name) == seen
