"""Sign-in, where the server was told of a directory: the pages' workspace then rules by role."""

from __future__ import annotations

from datetime import timedelta

from evenemang.bootstrap import Opened, SystemClock
from evenemang.domain.text import Text
from evenemang.flow.admission import Admission, Rules
from evenemang.flow.rights import ByRole
from evenemang.pages.door.signing_in import SignIn, sign_in


def admission(opened: Opened) -> Admission | None:
    """Return who lets people in, and let the workspace rule by role; None without sign-in: all may all.

    Raises:
        SignInUnfit: If what is said of signing in cannot be used.
    """
    settings = sign_in()
    if settings is None:
        return None
    rules = _rules(settings)
    opened.workspace.access = ByRole(opened.store, rules.ask)
    return Admission(opened.workspace, SystemClock(), rules)


def _rules(said: SignIn) -> Rules:
    return Rules(
        ask=Text(sv=said.ask, en=said.ask_en or said.ask),
        claim=said.claim,
        roles=said.roles,
        first_administrator=said.first_administrator,
        idle=timedelta(minutes=said.idle_minutes),
        longest=timedelta(hours=said.longest_hours),
    )
