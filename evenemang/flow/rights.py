"""The least role that each verb takes, as a table; a verb without a row is allowed to nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from evenemang.domain.actor import Actor
from evenemang.domain.errors import NotAllowed, NotFound
from evenemang.domain.role import ROLES, Member, Role, suffices
from evenemang.domain.text import Text
from evenemang.flow.storing import Store


@dataclass(frozen=True)
class Right:
    """Verbs that belong together: what a person calls them after "may", and the least role they take."""

    words: Text
    needs: Role
    verbs: tuple[str, ...]


RIGHTS: tuple[Right, ...] = (
    Right(
        Text(sv="svara på frågor", en="answer questions"),
        "assessor",
        (
            "give-answer",
            "confirm-answer",
            "take-back-answer",
            "keep-calculation",
            "ask-own-question",
        ),
    ),
    Right(
        Text(sv="lägga till bilagor", en="add attachments"),
        "assessor",
        ("attach", "describe-attachment", "take-back-attachment"),
    ),
    Right(
        Text(sv="ta bort andras bilagor", en="take away others' attachments"),
        "coordinator",
        ("remove-attachment",),
    ),
    Right(
        Text(sv="ändra uppgifter om evenemanget", en="change facts of the event"),
        "assessor",
        ("set-fact", "set-event", "note-contact", "mend-contact"),
    ),
    Right(
        Text(sv="bedöma risker", en="judge risks"),
        "assessor",
        ("add-risk", "judge-risk", "dismiss-risk", "treat-risk"),
    ),
    Right(
        Text(sv="ändra åtgärder", en="change actions"),
        "assessor",
        ("add-action", "change-action", "advance-action"),
    ),
    Right(
        Text(sv="ändra tillstånd", en="change permits"),
        "assessor",
        ("keep-permit", "permit-is-not-needed"),
    ),
    Right(
        Text(sv="skriva i loggen på plats", en="write in the log on site"),
        "assessor",
        (
            "log-incident",
            "complete-incident",
            "note-in-log",
            "walk-round",
            "begin-round",
            "answer-in-round",
            "end-round",
            "settle-deviation",
            "count-persons",
            "mend-count",
        ),
    ),
    Right(
        Text(sv="bestämma vad som gäller under dagen", en="settle what holds on the day"),
        "assessor",
        (
            "set-counter",
            "drop-counter",
            "agree-stop",
            "drop-stop",
            "note-phone",
            "drop-phone",
            "plan-day",
        ),
    ),
    Right(
        Text(sv="utvärdera och notera lärdomar", en="evaluate and note lessons"),
        "assessor",
        ("evaluate", "review-occasions", "note-organiser-evaluation", "reply-to-lesson", "note-lesson"),
    ),
    Right(
        Text(sv="öppna ärenden", en="open dossiers"),
        "coordinator",
        ("open-dossier", "start-from-edition", "import-from-list", "take-back-list"),
    ),
    Right(
        Text(sv="bestämma vad som ska bedömas och av vem", en="decide what is assessed, and by whom"),
        "coordinator",
        (
            "take-area",
            "leave-out-area",
            "hand-area",
            "choose-depth",
            "take-version",
            "do-without",
            "assess-after-all",
            "set-officer",
        ),
    ),
    Right(
        Text(sv="ta ställning till evenemanget", en="decide on the event"),
        "coordinator",
        ("decide", "accept-risk"),
    ),
    Right(
        Text(sv="flytta eller ställa in evenemanget", en="move or cancel the event"),
        "coordinator",
        ("move-event", "cancel", "uncancel"),
    ),
    Right(
        Text(sv="ta in ändringar ur en fil", en="take in changes from a file"),
        "coordinator",
        (
            "take-return",
            "settle-return",
            "take-register-return",
            "update-from-list",
            "take-back-update",
        ),
    ),
    Right(
        Text(sv="planera och hålla möten", en="plan and hold meetings"),
        "coordinator",
        (
            "plan-meeting",
            "change-meeting",
            "cancel-meeting",
            "set-agenda",
            "begin-meeting",
            "note-at-meeting",
            "decide-at-meeting",
            "weigh-at-meeting",
            "end-meeting",
            "reopen-meeting",
        ),
    ),
    Right(
        Text(sv="bedöma risker för sig vid ett möte", en="judge risks alone at a meeting"),
        "assessor",
        ("judge-alone",),
    ),
    Right(
        Text(sv="godkänna eller avslå lärdomar", en="approve or decline lessons"),
        "coordinator",
        ("approve-lesson", "decline-lesson"),
    ),
    Right(
        Text(sv="ändra platser och arrangörer", en="change places and organisers"),
        "coordinator",
        (
            "add-place",
            "change-place",
            "add-zone",
            "set-zone",
            "standing-picture",
            "add-organiser",
            "change-organiser",
        ),
    ),
    Right(
        Text(sv="märka som hemligt", en="mark as secret"),
        "assessor",
        ("mark-secret", "begin-secret"),
    ),
    Right(
        Text(sv="utse vilka som ser hemliga delar", en="name who sees secret parts"),
        "coordinator",
        ("let-see", "stop-seeing"),
    ),
    Right(
        Text(sv="släppa in gäster i ett ärende", en="let guests into a dossier"),
        "coordinator",
        ("invite-guest", "take-back-guest"),
    ),
    Right(
        Text(sv="knyta någon till en funktion", en="tie somebody to a post"),
        "coordinator",
        ("tie-to-posts",),
    ),
    Right(
        Text(sv="ge och ta tillbaka behörigheter", en="give and take back roles"),
        "administrator",
        ("give-role", "take-back-role"),
    ),
    Right(
        Text(sv="ändra inställningar", en="change settings"),
        "administrator",
        (
            "name-municipality",
            "set-arms",
            "set-lead-time",
            "drop-lead-time",
            "set-norm",
            "drop-norm",
            "add-function",
            "change-function",
            "retire-function",
        ),
    ),
    Right(
        Text(sv="gallra enligt reglerna", en="remove by the rules of retention"),
        "administrator",
        ("remove-by-rule",),
    ),
    Right(
        Text(sv="fylla register och ta bort exemplet", en="fill registers and remove the example"),
        "administrator",
        ("add", "remove-example"),
    ),
)

RULINGS: Mapping[str, Right] = {verb: right for right in RIGHTS for verb in right.verbs}

SOMETHING = Text(sv="göra det här", en="do this")


class ByRole:
    """Rules by the roles of members, as they stand in the store at the moment of the deed."""

    def __init__(self, store: Store, ask: Text) -> None:
        """Rule by what `store` says; `ask` tells who gives roles."""
        self._store = store
        self._ask = ask

    def may(self, actor: Actor, verb: str, dossier: str | None = None) -> bool:
        """Whether their role, in that dossier or everywhere, is at least the one the verb takes."""
        right, member = RULINGS.get(verb), self.member(actor)
        if right is None or member is None:
            return False
        return suffices(member.role_in(dossier), right.needs)

    def verbs(self, actor: Actor, dossier: str | None = None) -> frozenset[str]:
        """Return every verb that their role there is enough for."""
        member = self.member(actor)
        role = member.role_in(dossier) if member else None
        return frozenset(verb for verb, right in RULINGS.items() if suffices(role, right.needs))

    def sees_secret(self, actor: Actor | None, dossier: str | None = None) -> bool:
        """No role does: who is named to see it stands in the dossier."""
        return False

    def sees(self, actor: Actor | None) -> frozenset[str] | None:
        """Return the dossiers that somebody sees; None: every one."""
        member = self.member(actor)
        if member and member.everywhere:
            return None
        return frozenset(one.dossier for one in member.guest_in) if member else frozenset()

    def refusal(self, actor: Actor, verb: str, dossier: str | None = None) -> NotAllowed:
        """Return what it was, the role it takes, and whom to ask."""
        right = RULINGS.get(verb)
        return NotAllowed(
            f"{verb} in {dossier}",
            what=right.words if right else SOMETHING,
            needed=ROLES[right.needs] if right else ROLES["administrator"],
            ask=self._ask,
        )

    def member(self, actor: Actor | None) -> Member | None:
        """Return the member who acts, as stored now; None for anybody else."""
        if actor is None or actor.member is None:
            return None
        try:
            return cast(Member, self._store.load("member", actor.member).record)
        except NotFound:
            return None
