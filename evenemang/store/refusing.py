"""Refusals of the store, each with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from evenemang.domain.errors import StoreUnfit
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
NO_ANSWER = Text(
    sv="databasen svarar inte som den ska. Inget har ändrats. Kör evenemang doctor.",
    en="the database does not answer as it should. Nothing has changed. Run evenemang doctor.",
)
SIGNS = {
    "not a database": NOT_OURS,
    "malformed": NOT_OURS,
    "locked": BUSY,
    "is full": FULL,
    "readonly": READ_ONLY,
    "unable to open": READ_ONLY,
}


def refusal(where: object, why: Text) -> StoreUnfit:
    """Return the refusal of a place."""
    return StoreUnfit(why.en, where=str(where), why=why)


@contextmanager
def told(where: object) -> Iterator[None]:
    """Turn an engine's own error into a sentence.

    Raises:
        StoreUnfit: Instead of whatever the engine raised.
    """
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig)
        why = next((why for sign, why in SIGNS.items() if sign in said), NO_ANSWER)
        raise refusal(where, why) from error
