"""Admission: who the directory says has signed in, what that lets them do, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError

from evenemang.domain.actor import Actor, Name
from evenemang.domain.errors import NotAdmitted
from evenemang.domain.ports import Clock
from evenemang.domain.role import RISING, Email, Member, Role
from evenemang.domain.text import Text
from evenemang.flow.journal import canonical
from evenemang.flow.membership import free_name, keep_member
from evenemang.flow.visits import Visit
from evenemang.flow.workspace import Workspace

Claims = Mapping[str, Any]

NO_ROLE = Text(
    sv="Du är inloggad, men har ingen behörighet här ännu. Be om en hos {ask}, och uppge koden {code}.",
    en="You are signed in, but have no role here yet. Ask {ask} for one, and give the code {code}.",
)
AWAY = Text(
    sv="Du har inte gjort något på {minutes} minuter och är därför utloggad. Det du sparat finns kvar.",
    en="You have done nothing for {minutes} minutes and are therefore signed out. What you saved is kept.",
)
LONG = Text(
    sv="Det är {hours} timmar sedan du loggade in, så du behöver göra det igen. Det du sparat finns kvar.",
    en="You signed in {hours} hours ago, so you need to do it again. What you saved is kept.",
)
ENDED = Text(sv="Du är utloggad. Logga in igen för att fortsätta.", en="You are signed out. Sign in again.")
UNCLEAR = Text(
    sv="Inloggningen gav inget namn eller id att gå efter. Be {ask} se över den.",
    en="The sign-in gave no name or id to go by. Ask {ask} to look at it.",
)
SEEN_ANEW = timedelta(minutes=1)  # a visit is not written at each click

_EMAIL: TypeAdapter[str] = TypeAdapter(Email)
_NAME: TypeAdapter[str] = TypeAdapter(Name)


@dataclass(frozen=True)
class Rules:
    """What this installation says of signing in."""

    ask: Text
    claim: str = "groups"
    roles: Mapping[str, Role] | None = None  # what a value in the claim gives
    first_administrator: str | None = None
    idle: timedelta = timedelta(minutes=30)
    longest: timedelta = timedelta(hours=10)


class Admission:
    """Lets in, keeps in, and lets out."""

    def __init__(self, workspace: Workspace, clock: Clock, rules: Rules) -> None:
        """Let into `workspace`, by the real clock: the example year's stands still."""
        self._workspace = workspace
        self._store = workspace.store
        self._clock = clock
        self.rules = rules

    def admit(self, claims: Claims, *, active: bool = True) -> tuple[Actor, Member]:
        """Return who acts, from what the directory said; `active` says that they did something just now.

        Raises:
            NotAdmitted: If they have no role, have been away for too long, or signed out.
        """
        key, now = key_of(claims), self._clock.now()
        visit = self._store.visit(key)
        if visit is None:
            self._not_too_long(_issued(claims), now)
            member = self._welcomed(claims)
            forget = now - 2 * self.rules.longest
            self._store.begin_visit(Visit(key, member.id, now, now), forget)
            return _acting(member), member
        self._still_open(visit, now)
        member = cast(Member, self._store.load("member", visit.member).record)
        if not member.may_enter:
            raise self._no_role(claims)
        if active and now - visit.seen >= SEEN_ANEW:
            self._store.see_visit(key, now)
        return _acting(member), member

    def leave(self, claims: Claims) -> None:
        """End a visit: what is left of it in a browser opens nothing more."""
        self._store.end_visit(key_of(claims))

    def _still_open(self, visit: Visit, now: datetime) -> None:
        if visit.ended:
            raise NotAdmitted("ended", why=ENDED)
        self._not_too_long(visit.started, now)
        if now - visit.seen > self.rules.idle:
            minutes = int(self.rules.idle.total_seconds() // 60)
            raise NotAdmitted("idle", why=_filled(AWAY, minutes=str(minutes)))

    def _not_too_long(self, since: datetime, now: datetime) -> None:
        if now - since > self.rules.longest:
            hours = f"{self.rules.longest.total_seconds() / 3600:g}"
            raise NotAdmitted("too long", why=_filled(LONG, hours=hours))

    def _welcomed(self, claims: Claims) -> Member:
        """Return the member as the directory now knows them, kept where that is news."""
        subject, email = _subject(claims), email_of(claims)
        if subject is None:
            raise NotAdmitted("no subject", why=self._asking(UNCLEAR))
        stored = {one.record.id: one for one in self._store.all("member")}
        everyone = [cast(Member, one.record) for one in stored.values()]
        before = next((one for one in everyone if one.subject == subject), None) or next(
            (one for one in everyone if email and one.email == email and one.subject is None), None
        )
        first = email is not None and email == self.rules.first_administrator
        claimed = self._claimed(claims)
        if before is None and not (claimed or first):
            raise self._no_role(claims)  # of a stranger nothing is kept
        known = before or Member(id=self._workspace.new_id("member"), name=subject[:50])
        role = known.role or ("administrator" if first else None)
        told = {"subject": subject, "email": email or known.email, "claimed": claimed, "role": role}
        after = Member.model_validate({**dict(known), **told, "name": self._journal_name(known, claims)})
        if after != before:
            keep_member(self._workspace, after, stored[known.id].version if before else 0, "sign-in")
        if not after.may_enter:
            raise self._no_role(claims)
        return after

    def _journal_name(self, known: Member, claims: Claims) -> str:
        """Return the name of the first sign-in, for good: what is named by it is never another's."""
        if known.subject:
            return known.name
        wanted = _name(claims) or email_of(claims) or known.name
        return free_name(self._workspace, wanted, _apart(claims), known.id)

    def _claimed(self, claims: Claims) -> Role | None:
        """Return the greatest role that the directory's groups give."""
        said = claims.get(self.rules.claim)
        values: Iterable[Any] = said if isinstance(said, list | tuple) else [said]
        known = self.rules.roles or {}
        held = [known[one] for one in values if isinstance(one, str) and one in known]
        return max(held, key=RISING.index, default=None)

    def _no_role(self, claims: Claims) -> NotAdmitted:
        return NotAdmitted("no role", why=_filled(self._asking(NO_ROLE), code=code_of(claims)))

    def _asking(self, text: Text) -> Text:
        ask = self.rules.ask
        return Text(sv=text.sv.replace("{ask}", ask.sv), en=text.en.replace("{ask}", ask.en))


def key_of(claims: Claims) -> str:
    """Return what a visit is known by: one sign-in in one browser, and no word of whose."""
    told = [str(claims.get(one, "")) for one in ("iss", "sub", "iat", "nonce", "sid")]
    return sha256(canonical(told).encode()).hexdigest()


def code_of(claims: Claims) -> str:
    """Return a short code for somebody without a role: told to them and to the log, no name."""
    return sha256(str(_subject(claims)).encode()).hexdigest()[:8]


def email_of(claims: Claims) -> str | None:
    """Return the e-mail that the directory answers for; None where it says that it does not."""
    if claims.get("email_verified") is False:
        return None
    for said in (claims.get("email"), claims.get("preferred_username")):
        try:
            return _EMAIL.validate_python(said)
        except ValidationError:
            continue
    return None


def _subject(claims: Claims) -> str | None:
    told = claims.get("sub")
    return f"{claims.get('iss', '')} {told}" if isinstance(told, str) and told else None


def _name(claims: Claims) -> str | None:
    try:
        return _NAME.validate_python(claims.get("name"))
    except ValidationError:
        return None


def _apart(claims: Claims) -> str:
    return email_of(claims) or code_of(claims)


def _issued(claims: Claims) -> datetime:
    told = claims.get("iat")
    return datetime.fromtimestamp(told if isinstance(told, int | float) else 0, UTC)


def _acting(member: Member) -> Actor:
    return Actor(name=member.name, member=member.id, posts=member.posts)


def _filled(text: Text, **facts: str) -> Text:
    return Text(sv=text.sv.format(**facts), en=text.en.format(**facts))
