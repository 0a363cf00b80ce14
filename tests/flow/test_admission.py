"""Who is let in by what the directory says, under which name, with which role, and for how long."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor, Function
from evenemang.domain.errors import NotAdmitted
from evenemang.domain.event import LOCAL
from evenemang.domain.role import Member
from evenemang.domain.text import Text
from evenemang.flow.admission import Admission, Rules
from evenemang.flow.membership import Invited, give_role, take_back_role
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import deed

START = datetime(2027, 6, 1, 8, 0, tzinfo=LOCAL)
IT = Actor(name="It")
GROUPS: dict[str, Any] = {"evenemang-lasare": "reader", "evenemang-samordnare": "coordinator"}


class Watch:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        return self.at


class Desk:
    """A reception: a workspace with its admission and a clock."""

    def __init__(self) -> None:
        self.watch = Watch()
        self.work = Workspace(MemoryStore(), bootstrap.content(), self.watch)
        rules = Rules(
            ask=Text(sv="Sara, 033-00 00 00", en="Sara, 033-00 00 00"),
            roles=GROUPS,
            first_administrator="it@kommun.se",
        )
        self.admission = Admission(self.work, self.watch, rules)

    def signed_in(self, sub: str, **said: Any) -> dict[str, Any]:
        """What the directory says after a sign-in now."""
        at = int(self.watch.at.timestamp())
        return {"iss": "https://id.example", "sub": sub, "iat": at, "nonce": f"{sub}{at}", **said}

    def members(self) -> list[Member]:
        return [cast(Member, one.record) for one in self.work.store.all("member")]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def refused(desk: Desk, claims: dict[str, Any]) -> str:
    with pytest.raises(NotAdmitted) as why:
        desk.admission.admit(claims)
    return why.value.say("sv")


def test_a_group_gives_the_role_and_the_greatest_counts(desk: Desk) -> None:
    claims = desk.signed_in("1", name="Anna Berg", groups=["evenemang-lasare", "x", "evenemang-samordnare"])
    actor, member = desk.admission.admit(claims)
    assert actor == Actor(name="Anna Berg", member=member.id)
    assert member.everywhere == "coordinator"


def test_the_table_gives_the_role_by_e_mail_and_keeps_to_the_person_afterwards(desk: Desk) -> None:
    give_role(desk.work, Invited(email="Anna.Berg@kommun.se"), "assessor", IT)
    _, member = desk.admission.admit(desk.signed_in("1", name="Anna Berg", email="anna.berg@kommun.se"))
    assert (member.everywhere, member.name) == ("assessor", "Anna Berg")

    _, again = desk.admission.admit(desk.signed_in("1", name="Anna Ek", email="anna.ek@kommun.se"))
    assert again.id == member.id, "married: the same person to the directory"
    assert again.name == "Anna Berg", "a name in the journal is never another's later"
    assert "ingen behörighet" in refused(desk, desk.signed_in("2", email="anna.berg@kommun.se"))


def test_an_e_mail_that_the_directory_does_not_answer_for_opens_nothing(desk: Desk) -> None:
    give_role(desk.work, Invited(email="anna@kommun.se"), "assessor", IT)
    refused(desk, desk.signed_in("1", email="anna@kommun.se", email_verified=False))
    refused(desk, desk.signed_in("1", email="it@kommun.se", email_verified=False))


def test_without_a_role_one_is_told_whom_to_ask_and_nothing_is_kept(desk: Desk) -> None:
    said = refused(desk, desk.signed_in("1", name="Nils", email="nils@kommun.se", groups=["x"]))
    assert "Sara, 033-00 00 00" in said
    assert desk.members() == []


def test_the_first_administrator_is_named_by_configuration(desk: Desk) -> None:
    _, member = desk.admission.admit(desk.signed_in("1", name="It", email="It@kommun.se"))
    assert member.everywhere == "administrator"


def test_two_annas_differ_and_nobody_takes_a_posts_name(desk: Desk) -> None:
    post = Function(id="kommunpolis", title="Kommunpolis", short="Polis", part="guest")
    desk.work.store.save("function", post, expected=0, deeds=[deed()])
    names = []
    for sub, name, email in (
        ("1", "Anna Berg", "anna1@kommun.se"),
        ("2", "anna berg", "anna2@kommun.se"),
        ("3", "Kommunpolis", "evil@kommun.se"),
        ("1", "Anna Berg", "anna1@kommun.se"),
    ):
        claims = desk.signed_in(sub, name=name, email=email, groups=["evenemang-lasare"])
        names.append(desk.admission.admit(claims)[0].name)
    assert names == [
        "Anna Berg",
        "anna berg (anna2@kommun.se)",
        "Kommunpolis (evil@kommun.se)",
        "Anna Berg",
    ]


def test_who_left_the_group_is_out_at_the_next_sign_in_and_so_is_the_visit_before(desk: Desk) -> None:
    before = desk.signed_in("1", name="Anna", groups=["evenemang-lasare"])
    desk.admission.admit(before)
    desk.watch.at += timedelta(minutes=5)
    refused(desk, desk.signed_in("1", name="Anna", groups=[]))
    refused(desk, before)


def test_a_role_taken_back_closes_at_the_next_click(desk: Desk) -> None:
    new = give_role(desk.work, Invited(email="anna@kommun.se"), "assessor", IT)
    claims = desk.signed_in("1", name="Anna", email="anna@kommun.se")
    desk.admission.admit(claims)
    take_back_role(desk.work, new.id, IT)
    assert "ingen behörighet" in refused(desk, claims)


def test_idle_for_too_long_is_out_and_doing_something_is_not_idle(desk: Desk) -> None:
    claims = desk.signed_in("1", name="Anna", groups=["evenemang-lasare"])
    desk.admission.admit(claims)
    for _ in range(4):
        desk.watch.at += timedelta(minutes=29)
        desk.admission.admit(claims)
    desk.watch.at += timedelta(minutes=29)
    desk.admission.admit(claims, active=False)  # a page that looks by itself keeps nobody in
    desk.watch.at += timedelta(minutes=2)
    assert "30 minuter" in refused(desk, claims)


def test_after_ten_hours_one_signs_in_anew_however_busy(desk: Desk) -> None:
    claims = desk.signed_in("1", name="Anna", groups=["evenemang-lasare"])
    for _ in range(30):
        desk.admission.admit(claims)
        desk.watch.at += timedelta(minutes=20)
    desk.watch.at += timedelta(minutes=1)
    assert "10 timmar" in refused(desk, claims)


def test_what_the_browser_kept_opens_nothing_after_sign_out(desk: Desk) -> None:
    claims = desk.signed_in("1", name="Anna", groups=["evenemang-lasare"])
    desk.admission.admit(claims)
    desk.admission.leave(claims)
    assert "utloggad" in refused(desk, claims)
    desk.watch.at += timedelta(minutes=1)
    desk.admission.admit(desk.signed_in("1", name="Anna", groups=["evenemang-lasare"]))


def test_an_old_sign_in_that_this_house_never_saw_opens_nothing(desk: Desk) -> None:
    claims = desk.signed_in("1", name="Anna", groups=["evenemang-lasare"])
    desk.watch.at += timedelta(hours=11)
    assert "10 timmar" in refused(desk, claims)


@pytest.mark.parametrize("claims", [{}, {"sub": ""}, {"sub": 7}, {"sub": "1", "iat": "now"}])
def test_what_is_no_sign_in_opens_nothing(desk: Desk, claims: dict[str, Any]) -> None:
    refused(desk, {"groups": ["evenemang-samordnare"], **claims})
