"""Refusals of the store, each with a sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from evenemang.domain.errors import LostRace, ServerUnfit, StoreUnfit
from evenemang.domain.text import Text

TOO_NEW = Text(
    sv="den är skriven av en nyare version av programmet. Uppgradera programmet.",
    en="it is written by a newer version of the program. Upgrade the program.",
)
NOT_OURS = Text(
    sv="filen är ingen databas, eller är skadad. Lägg tillbaka en säkerhetskopia.",
    en="the file is not a database, or is damaged. Put back a backup.",
)
BUSY = Text(
    sv="någon annan skriver i databasen och släpper den inte. Försök igen om en stund.",
    en="somebody else is writing to the database and holds on to it. Try again in a while.",
)
FULL = Text(
    sv="disken är full. Inget har ändrats. Frigör utrymme och försök igen.",
    en="the disk is full. Nothing has changed. Make room and try again.",
)
READ_ONLY = Text(
    sv="programmet får inte skriva där. Ge det rätt att skriva i mappen.",
    en="the program may not write there. Give it the right to write in the folder.",
)
DISK = Text(
    sv="disken tog inte emot det som skulle sparas. Inget har ändrats. Kontrollera att det finns plats, och "
    "kör evenemang doctor.",
    en="the disk did not take what was to be saved. Nothing has changed. Check that there is room, and run "
    "evenemang doctor.",
)
NO_ANSWER = Text(
    sv="databasen svarar inte som den ska. Inget har ändrats. Kör evenemang doctor.",
    en="the database does not answer as it should. Nothing has changed. Run evenemang doctor.",
)
GONE = Text(
    sv="databasservern svarar inte. Det som är sparat finns kvar. Vänta en stund, ladda om sidan och se "
    "efter om det senaste kom med. Gör annars om det.",
    en="the database server does not answer. What is saved is still there. Wait a while, reload the page and "
    "see whether the latest got in. Otherwise do it again.",
)
LET_IN = Text(
    sv="databasservern släpper inte in programmet. Se efter användarnamn och lösenord i adressen.",
    en="the database server does not let the program in. See to the user name and password in the address.",
)
NO_DATABASE = Text(
    sv="databasen finns inte på servern. Skapa den där (createdb), eller rätta adressen.",
    en="there is no such database on the server. Create it there (createdb), or mend the address.",
)
NOT_TEXT = Text(
    sv="texten innehåller ett tecken som databasen inte kan spara. Ta bort det och försök igen.",
    en="the text holds a character that the database cannot keep. Take it away and try again.",
)
STATES = {  # what PostgreSQL says, by the first signs of its code
    "28": LET_IN,
    "42501": READ_ONLY,
    "25006": READ_ONLY,
    "3D": NO_DATABASE,
    "53100": FULL,
    "53": BUSY,
    "55P03": BUSY,
    "57014": BUSY,
    "57P": GONE,
    "08": GONE,
}
OVERTAKEN = (
    "40001",
    "40P01",
    "23505",
)  # somebody was first: a deadlock, a serialization failure, the same key
SIGNS = {
    "not a database": NOT_OURS,
    "malformed": NOT_OURS,
    "locked": BUSY,
    "is full": FULL,
    "disk I/O error": DISK,  # a quota, the largest file allowed, or a disk that fails
    "readonly": READ_ONLY,
    "unable to open": READ_ONLY,
}
SERVER_SIGNS = {  # before it lets anybody in a server gives no code, and in what it says stand people's names
    "authentication failed": LET_IN,
    "no password supplied": LET_IN,
    "no pg_hba.conf entry": LET_IN,
    "permission denied": LET_IN,
    'FATAL:  role "': LET_IN,
    'FATAL:  database "': NO_DATABASE,
    "contain NUL": NOT_TEXT,
    "connection": GONE,
}


def refusal(where: object, why: Text) -> StoreUnfit:
    """Return the refusal of a place."""
    kind = ServerUnfit if "://" in str(where) else StoreUnfit
    return kind(why.en, where=str(where), why=why)


@contextmanager
def told(where: object) -> Iterator[None]:
    """Turn an engine's own error into a sentence.

    Raises:
        LostRace: Where a server says that somebody else was first.
        StoreUnfit: Instead of whatever else the engine raised.
    """
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise refusal(where, _by_words(SIGNS, error.orig)) from error
        state = getattr(error.orig, "sqlstate", None) or ""
        if state in OVERTAKEN:
            raise LostRace(f"the server says {state}") from error
        known = (why for sign, why in STATES.items() if state.startswith(sign))
        raise refusal(where, next(known, None) or _by_words(SERVER_SIGNS, error.orig)) from error
    except sqlite3.Error as error:  # from the driver itself, as when a database is copied
        raise refusal(where, _by_words(SIGNS, error)) from error
    except PoolTimeout as error:
        raise refusal(where, BUSY) from error


def _by_words(signs: Mapping[str, Text], error: BaseException | None) -> Text:
    return next((why for sign, why in signs.items() if sign in str(error)), NO_ANSWER)
