"""What the rules of retention take away, and what is left: the fact in the journal, and the chain whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotAllowed, NotFound
from evenemang.domain.evaluation import VisitorCount
from evenemang.domain.event import LOCAL
from evenemang.domain.meeting import Meeting
from evenemang.domain.organiser import Contact, Organiser
from evenemang.domain.personal import said_in
from evenemang.domain.retention import OF, Period, Retention, RetentionRule, Since, removable
from evenemang.domain.role import Member
from evenemang.domain.text import Text
from evenemang.flow.attaching import Attach
from evenemang.flow.ballots import Ballot
from evenemang.flow.books import Returned
from evenemang.flow.contacts import NoteContact
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.journal import REMOVALS, first_broken
from evenemang.flow.membership import Invited, invite_guest, members
from evenemang.flow.on_site import CompleteIncident, LogIncident, NoteInLog
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.planning import AddAction, ChangeAction
from evenemang.flow.restoring import way_back
from evenemang.flow.retention.emptying import REMOVED, Emptying
from evenemang.flow.retention.planning import Done, Preview, preview
from evenemang.flow.retention.running import Removing
from evenemang.flow.returning.sent import sent_at
from evenemang.flow.rights import ByRole
from evenemang.flow.secrecy import secrets_of, was_secret
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import dossier, incident, occasion

SARA = Actor(name="Sara Lind")
HELD = date(2024, 8, 23)
LATER = datetime(2026, 11, 28, 9, 0, tzinfo=LOCAL)
TEXT = Text(sv="x", en="x")
SAID = "Nils Ek föll av scenen"
INCIDENTS = ("Incident.what", "Incident.cause", "LogEntry.what")


def rule(*removes: str, since: Since = "event-end", years: int | None = 2, **more: object) -> RetentionRule:
    after = None if years is None else Period(years=years)
    values = {"title": TEXT, "basis": TEXT, "source": ("own-plan",), "sure": "low", "after": after}
    return RetentionRule.model_validate(
        {"id": "the-rule", "removes": removes, "since": since, **values, **more}
    )


@dataclass
class Folder:
    """What lies beside the store: which files were taken away."""

    gone: list[str] = field(default_factory=list)

    def take_away(self, path: str) -> None:
        self.gone.append(path)


class Office:
    """A workspace with an event that was held, and one that is to come."""

    def __init__(self) -> None:
        self.clock = PlayedClock(datetime(2024, 8, 24, 9, 0, tzinfo=LOCAL))
        self.work = Workspace(MemoryStore(), bootstrap.content(), self.clock)
        self.files = Folder()
        self.held = self.event("Potatisfestivalen", HELD)
        self.coming = self.event("Ljusstråket", date(2026, 12, 13))
        for one in (self.held, self.coming):
            self.work.do(one, LogIncident(type="injury", severity=2, what=SAID, cause="Nils drack"), SARA)
            self.work.do(one, CompleteIncident(incident="I1", what=f"{SAID}, sju sår"), SARA)
            self.work.do(one, NoteInLog(what="Nils Ek till vården"), SARA)
            contact = Contact(on=HELD, by="Åsa", how="phone", what="Åsas dotter ringde")
            self.work.do(one, NoteContact(contact=contact), SARA)
        self.clock.at = LATER

    def event(self, name: str, on: date) -> str:
        new = NewDossier(name=name, areas=("crowds", "threats"), occasions=(occasion(on),))
        return open_dossier(self.work, new, SARA).record.id

    def dossier(self, which: str) -> Dossier:
        return self.work.dossier(which).record

    def see(self, *rules: RetentionRule, by: Actor = SARA) -> Preview:
        return preview(self.work, Retention(rules, {}), by)

    def run(self, *rules: RetentionRule, by: Actor = SARA) -> Removing:
        removing = Removing(self.work, Retention(rules, {}), by, self.files)
        self.went = tuple(removing.each())
        return removing


@pytest.fixture
def office() -> Office:
    return Office()


def test_a_rule_without_a_time_removes_nothing_and_says_so(office: Office) -> None:
    found = office.see(rule(*INCIDENTS, years=None))
    office.run(rule(*INCIDENTS, years=None))

    assert (found.due, [one.id for one in found.without_time]) == ((), ["the-rule"])
    assert office.dossier(office.held).incidents[0].what == f"{SAID}, sju sår"


def test_the_preview_counts_what_would_go_and_changes_nothing(office: Office) -> None:
    before = office.work.dossier(office.held)

    [due] = office.see(rule(*INCIDENTS)).due

    [going] = due.going
    assert (going.record, going.called, going.day) == (office.held, "Potatisfestivalen", HELD)
    assert dict(going.fields) == {"Incident.what": 1, "Incident.cause": 1, "LogEntry.what": 1}
    assert len(going.rows) == 3  # logged, completed, and the line in the log
    assert office.work.dossier(office.held) == before


def test_what_the_rule_names_goes_from_the_dossier_its_journal_and_lists(office: Office) -> None:
    office.run(rule(*INCIDENTS))

    left, store = office.dossier(office.held), office.work.store
    assert [(one.what, one.cause, one.severity) for one in left.incidents] == [(REMOVED, "", 2)]
    assert [one.what for one in left.day_log] == [REMOVED]
    assert left.contacts[0].what == "Åsas dotter ringde", "no rule named it"
    journal = store.journal("dossier", office.held)
    assert not [one for one in journal if "Nils" in one.model_dump_json()]
    assert [row.what for row in store.incidents(dossiers=[office.held])] == [REMOVED]
    assert office.dossier(office.coming).incidents[0].what == f"{SAID}, sju sår", "its time has not come"


def test_the_journal_tells_who_removed_what_by_which_rule_and_stays_whole(office: Office) -> None:
    office.run(rule(*INCIDENTS), by=Actor(name="Anna Berg"))

    journal = office.work.store.journal("dossier", office.held)
    told = journal[-1].deed
    assert (told.operation, told.touched, told.by) == ("remove-by-rule", "retention/the-rule", "Anna Berg")
    assert told.after["removed_fields"] == {"Incident.cause": 1, "Incident.what": 1, "LogEntry.what": 1}
    assert first_broken(journal) is None
    assert office.work.store.verify() == []
    assert [one.salt is None for one in journal].count(True) == len(told.after["emptied_rows"]) == 3


def test_run_again_it_does_nothing(office: Office) -> None:
    office.run(rule(*INCIDENTS))
    version = office.work.dossier(office.held).version

    office.run(rule(*INCIDENTS))

    assert office.went == ()
    assert office.work.dossier(office.held).version == version


def test_a_look_remembers_where_nothing_is_left_until_something_changes(office: Office) -> None:
    office.run(rule(*INCIDENTS))
    done, rules = Done(office.work), Retention((rule(*INCIDENTS),), {})
    assert preview(office.work, rules, SARA, done).removes == 0
    assert done.holds(rules.rules[0], office.held)

    office.work.do(office.held, CompleteIncident(incident="I1", what="Nils igen"), SARA)

    assert preview(office.work, rules, SARA, done).removes == 1


def test_what_is_written_anew_goes_at_the_next_run(office: Office) -> None:
    office.run(rule(*INCIDENTS))
    office.work.do(office.held, CompleteIncident(incident="I1", what="Nils igen"), SARA)

    office.run(rule(*INCIDENTS))

    assert office.dossier(office.held).incidents[0].what == REMOVED
    assert office.work.store.verify() == []


def test_a_mark_stands_for_every_field_that_bears_it(office: Office) -> None:
    office.run(rule("health"))

    left = office.dossier(office.held)
    assert not [one for one in said_in(left) if one.kind == "health" and one.text != REMOVED]


def test_the_values_of_the_history_go_and_the_record_stays(office: Office) -> None:
    office.run(rule("history"))

    journal = office.work.store.journal("dossier", office.held)
    assert [one.deed.after for one in journal if one.deed.operation not in REMOVALS] == [None] * 5
    assert office.dossier(office.held).incidents[0].what == f"{SAID}, sju sår"
    assert office.work.store.verify() == []


def test_a_former_value_that_was_removed_cannot_be_put_back(office: Office) -> None:
    work, held = office.work, office.held
    work.do(held, AddAction(do="Ring Nils", owner="Nils Ek", due_days=-3), SARA)
    changed = {"do": "Ring hem", "owner": "Åsa", "due_days": -3, "phase": "planning", "kind": "preventive"}
    work.do(held, ChangeAction.model_validate({"action": "A1", **changed}), SARA)

    office.run(rule("Action.owner", "Action.do"))

    rows = [one for one in work.store.journal("dossier", held) if one.deed.touched == "actions/A1"]
    assert [way_back(office.dossier(held), "actions/A1", one.deed.before) for one in rows] == [None, None]


def test_the_whole_dossier_leaves_its_journal_without_values_and_a_guest_without_a_way_in(
    office: Office,
) -> None:
    police = Invited(email="eva@polisen.se", name="Eva", organisation="Polisen")
    invite_guest(office.work, police, office.held, "reader", SARA)

    office.run(rule("whole"))

    store = office.work.store
    with pytest.raises(NotFound):
        office.work.dossier(office.held)
    journal = store.journal("dossier", office.held)
    assert journal[-1].deed.operation == "remove-whole-by-rule"
    assert {one.deed.after for one in journal[:-1]} == {None}
    assert first_broken(journal) is None
    assert [row.id for row in store.dossiers(Search())] == [office.coming]
    assert [one.guest_in for one in members(office.work)] == [()]
    office.run(rule("whole"))
    assert office.went == ()


def attached(office: Office, *files: str) -> None:
    for which in (office.held, office.coming):
        for one in files:
            if which == office.held or one == files[-1]:
                added = {"by": "Sara", "at": LATER}
                note = AttachmentNote.model_validate(
                    {"file": one, "name": "Nils intyg.pdf", "size": 3, "added": added}
                )
                office.work.do(which, Attach(note=note), SARA)


def test_attachments_go_with_their_files_but_not_one_that_another_dossier_names(office: Office) -> None:
    own, shared = f"{'a' * 64}.pdf", f"{'b' * 64}.pdf"
    attached(office, own, shared)

    office.run(rule("attachments"))

    assert office.dossier(office.held).attachments == ()
    assert office.files.gone == [f"attachments/{own}", f"cache/small/{own}.jpg"]
    assert not [one for one in office.work.store.journal("dossier", office.held) if "Nils intyg" in str(one)]


def set_aside(office: Office, path: str) -> Returned:
    one = Returned("dossier", office.held, path[-9:], path, "workbooks/x.xlsx", saved=LATER, found=LATER)
    office.work.store.set_aside(one)
    return one


def test_workbooks_that_were_set_aside_and_settled_go_too(office: Office) -> None:
    set_aside(office, f"returns/{office.held}/settled/1.xlsx")

    office.run(rule(*INCIDENTS))

    assert office.files.gone == [f"returns/{office.held}/settled/1.xlsx"]
    assert office.work.store.returns() == ()


def test_a_workbook_that_waits_for_somebody_is_never_lost_by_a_removal(office: Office) -> None:
    waiting = set_aside(office, f"returns/{office.held}/1.xlsx")

    removing = office.run(rule(*INCIDENTS))

    assert [one.waits for one in removing.waits] == [(waiting,)]
    assert (office.files.gone, office.went) == ([], ())
    assert office.dossier(office.held).incidents[0].what == f"{SAID}, sju sår"
    found = office.see(rule(*INCIDENTS))
    assert (found.removes, found.waits) == (0, 1)


def test_what_was_once_secret_stays_secret_when_the_history_has_lost_its_word(office: Office) -> None:
    work, held = office.work, office.held
    work.do(held, AddAction(do="Vakt vid B", secrecy="secret"), SARA)
    opened = office.dossier(held).model_copy(
        update={"actions": (office.dossier(held).actions[0].model_copy(update={"secrecy": "open"}),)}
    )

    office.run(rule("history"))

    journal = work.store.journal("dossier", held)
    for rows in (journal, filter(was_secret, journal)):  # as a file is made of it, and as a page is
        assert secrets_of(opened, work.content_for(opened), rows).actions == {"A1"}


def test_a_copy_sent_before_is_known_not_to_tell_what_was_removed(office: Office) -> None:
    version = office.work.dossier(office.held).version

    office.run(rule(*INCIDENTS))

    journal = office.work.store.journal("dossier", office.held)
    told = sent_at(office.dossier(office.held), journal, version)
    assert not told.is_known("incidents/I1")
    assert told.is_known("contacts/0")


def test_an_answer_in_words_goes_but_not_yes_and_no() -> None:
    emptying = Emptying(
        frozenset({"Answer.value", "Answer.comment"}), lambda question, _: question == "x.words"
    )
    answers = {
        one: {"question": one, "value": "yes", "comment": "Nils sade det"} for one in ("x.words", "x.yes-no")
    }

    left = emptying.picture(Dossier, {"assessment": {"answers": answers}})["assessment"]["answers"]

    assert [(one["value"], one["comment"]) for one in left.values()] == [(REMOVED, ""), ("yes", "")]


def test_organisers_and_meetings_have_rules_too(office: Office) -> None:
    work = office.work
    work.keep(
        "organiser", Organiser(id="klubben", name="Rockklubben", contact="Nils Ek"), SARA, "add-organiser"
    )
    work.keep("meeting", Meeting(id="m1", on=HELD, present=("Nils Ek", "Åsa")), SARA, "add")
    work.store.cast(Ballot("m1", "k3f9", "R1", "Nils Ek", 2, 3))  # and never shown
    new = NewDossier(name="Rock", organiser="klubben", occasions=(occasion(HELD),))
    open_dossier(work, new, SARA)
    rules = (
        rule("Organiser.contact", id="a", of="organiser", since="last-event"),
        rule("Meeting.present", id="b", of="meeting", since="meeting"),
    )

    office.run(*rules)

    assert [one.record.contact for one in work.store.all("organiser")] == [None]  # type: ignore[union-attr]  # organisers
    assert work.store.ballots("m1", "k3f9", "R1") == ()
    assert [one.record.present for one in work.store.all("meeting")] == [()]  # type: ignore[union-attr]  # meetings
    assert "Nils" not in str(
        [work.store.journal("organiser", "klubben"), work.store.journal("meeting", "m1")]
    )
    assert work.store.verify() == []


def test_an_organiser_with_an_event_to_come_keeps_its_contact(office: Office) -> None:
    office.work.keep("organiser", Organiser(id="k", name="K", contact="Nils"), SARA, "add-organiser")
    for day in (HELD, date(2026, 12, 20)):
        open_dossier(office.work, NewDossier(name="R", organiser="k", occasions=(occasion(day),)), SARA)

    office.run(rule("Organiser.contact", of="organiser", since="last-event"))

    assert office.went == ()


def test_an_organiser_without_any_dossier_left_counts_from_its_last_change(office: Office) -> None:
    office.clock.at = datetime(2024, 9, 2, 9, 0, tzinfo=LOCAL)
    office.work.keep("organiser", Organiser(id="k", name="K", contact="Nils"), SARA, "add-organiser")
    contact = rule("Organiser.contact", of="organiser", since="last-event")
    for day, count in ((date(2026, 9, 1), 0), (date(2026, 9, 2), 1)):
        office.clock.at = datetime(day.year, day.month, day.day, 9, 0, tzinfo=LOCAL)
        [due] = office.see(contact).due
        assert len(due.going) == count


@pytest.mark.parametrize("since", ["closed", "decision"])
def test_a_dossier_that_is_not_closed_or_decided_is_left_alone(office: Office, since: Since) -> None:
    assert [one.going for one in office.see(rule("whole", since=since)).due] == [()]


def test_closed_is_the_day_of_the_evaluation(office: Office) -> None:
    office.clock.at = datetime(2024, 9, 2, 9, 0, tzinfo=LOCAL)
    evaluated = Evaluate(visitors=VisitorCount(method="not-counted"), nothing_happened=False)
    office.work.do(office.held, evaluated, SARA)
    for day, count in ((date(2026, 9, 1), 0), (date(2026, 9, 2), 1)):
        office.clock.at = datetime(day.year, day.month, day.day, 9, 0, tzinfo=LOCAL)
        [due] = office.see(rule("whole", since="closed")).due
        assert len(due.going) == count


def test_only_an_administrator_may_look_or_remove(office: Office) -> None:
    store = office.work.store
    store.save("member", Member(id="sam1", name="Sara", role="coordinator"), expected=0, deeds=[])
    office.work.access = ByRole(store, TEXT)
    sara = Actor(name="Sara", member="sam1")

    with pytest.raises(NotAllowed):
        office.see(rule(*INCIDENTS), by=sara)
    with pytest.raises(NotAllowed):
        office.run(rule(*INCIDENTS), by=sara)


def test_a_month_without_that_day_ends_on_its_last() -> None:
    assert Period(months=1).after(date(2027, 1, 31)) == date(2027, 2, 28)
    assert Period(years=1, days=1).after(date(2028, 2, 29)) == date(2029, 3, 1)


FIELDS = sorted(removable("dossier"))
FILLED = dossier(
    "a3k9",
    on=HELD,
    incidents=(incident(cause="Nils", owner="Nils"),),
    contacts=(Contact(on=HELD, by="Nils", how="phone", what="Nils"),),
    officer="Nils",
)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(FIELDS)))
def test_any_fields_may_go_and_a_dossier_is_left_with_nothing_in_them(fields: set[str]) -> None:
    emptying = Emptying(frozenset(fields), lambda _question, _value: True)

    left = Dossier.model_validate(emptying.picture(Dossier, FILLED.model_dump(mode="json")))

    again = Emptying(frozenset(fields), lambda _question, _value: True)
    assert again.picture(Dossier, left.model_dump(mode="json")) == left.model_dump(mode="json")
    assert not +again.found
    assert set(emptying.found) <= fields


def test_every_kind_of_record_with_rules_has_fields_to_remove() -> None:
    assert all(removable(one) for one in OF)
