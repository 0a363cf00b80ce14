"""What `doctor` says of the running: the clock, the fonts, who is let in, and what waits to be written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from evenemang import bootstrap
from evenemang.bootstrap import databases, listening
from evenemang.commands.examining import INSTALL, Found
from evenemang.commands.speaking import language
from evenemang.domain.errors import SignInUnfit, StoreUnfit
from evenemang.domain.text import Text

OLDEST = datetime(2026, 11, 1, tzinfo=UTC)  # no clock was right before the program was written
BACKLOG = 50  # workbooks: more wait only where nobody writes them
FONTS = Path(bootstrap.__file__).parents[1] / "pages" / "static"

CLOCK = Text(sv="Klocka", en="Clock")
SET_CLOCK = Text(
    sv="Klockan går fel. Slå på tidssynkronisering: timedatectl set-ntp true",
    en="The clock is wrong. Turn time synchronisation on: timedatectl set-ntp true",
)
LETTERS = Text(sv="Typsnitt", en="Fonts")
DOOR = Text(sv="Inloggning", en="Sign-in")
NOBODY = Text(
    sv="av; bara den egna maskinen (127.0.0.1)",
    en="off; this machine only (127.0.0.1)",
)
WAITING = Text(sv="Arbetsböcker som väntar", en="Workbooks that wait")
START = Text(
    sv="Många arbetsböcker väntar på att skrivas. Kör appen, och se i loggen varför de inte blir skrivna.",
    en="Many workbooks wait to be written. Run the app, and see in the log why they are not written.",
)


def running(data: Path) -> Iterator[Found]:
    """Return what was found of the clock, the fonts, sign-in and the outbox."""
    now = bootstrap.SystemClock().now()
    yield Found(what=CLOCK, found=f"{now:%Y-%m-%d %H:%M %Z}", fine=now > OLDEST, do=SET_CLOCK)
    fonts = len([*FONTS.glob("*.woff2")])
    yield Found(what=LETTERS, found=str(fonts), fine=fonts > 0, do=INSTALL)
    yield _sign_in()
    yield from _waiting(data)


def _sign_in() -> Found:
    try:
        address = listening.sign_in_address()
    except SignInUnfit as unfit:
        return Found(what=DOOR, found="?", fine=False, do=unfit.told)
    return Found(what=DOOR, found=address or NOBODY.say(language()))


def _waiting(data: Path) -> Iterator[Found]:
    """Return the form of the tables, which the next start brings up, and how many workbooks wait."""
    try:
        form, count = databases.waiting_workbooks(data)
    except StoreUnfit as refused:
        do = refused.told
        yield Found(what=WAITING, found="?", fine=False, do=do)
        return
    if form:
        yield Found(what=Text(sv="Databasens form", en="Form of the database"), found=form)
        yield Found(what=WAITING, found=str(count), fine=count <= BACKLOG, do=START)
