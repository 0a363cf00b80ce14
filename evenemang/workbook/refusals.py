"""Why a file from outside is not read: each with what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evenemang.domain.dossier import SCHEMA
from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text

NEWER = Text(
    sv="den är skriven av en nyare version av programmet. Uppgradera programmet och försök igen. Inget har "
    "ändrats.",
    en="it is written by a newer version of the program. Upgrade the program and try again. Nothing has "
    "changed.",
)

EMPTY = Text(
    sv="den är tom. Spara den på nytt där den kommer ifrån och försök igen.",
    en="it is empty. Save it anew where it comes from and try again.",
)
NOT_A_WORKBOOK = Text(
    sv="den är inte en Excelarbetsbok (.xlsx). Spara den som Excelarbetsbok och försök igen.",
    en="it is not an Excel workbook (.xlsx). Save it as an Excel workbook and try again.",
)
TORN = Text(
    sv="den är inte hel. Hämta den på nytt där den kommer ifrån och försök igen.",
    en="it is not whole. Fetch it anew where it comes from and try again.",
)
TOO_LARGE = Text(
    sv="den är större än en arbetsbok härifrån kan bli. Kontrollera att det är rätt fil, "
    "och ta bort tomma rader och blad som inte behövs.",
    en="it is larger than a workbook from here can be. Check that it is the right file, "
    "and remove empty rows and sheets that are not needed.",
)
TOO_HEAVY = Text(
    sv="den tar för lång tid eller för mycket minne att läsa. Kontrollera att det är rätt fil, "
    "öppna den i Excel, spara den på nytt och försök igen.",
    en="it takes too long or too much memory to read. Check that it is the right file, "
    "open it in Excel, save it anew and try again.",
)
NOT_STARTED = Text(
    sv="läsningen gick inte att starta på den här datorn. Stäng andra program och försök igen.",
    en="the reading could not be started on this computer. Close other programs and try again.",
)
HAS_PROGRAMS = Text(
    sv="den innehåller makron eller inbäddade filer. Spara den som .xlsx utan dem och försök igen.",
    en="it holds macros or embedded files. Save it as .xlsx without them and try again.",
)
HAS_PASSWORD = Text(
    sv="den har lösenord. Öppna den i Excel, ta bort lösenordet, spara den och försök igen.",
    en="it has a password. Open it in Excel, remove the password, save it and try again.",
)
ODD = Text(
    sv="den är inte packad som Excel packar. Öppna den i Excel, spara den som .xlsx och försök igen.",
    en="it is not packed as Excel packs. Open it in Excel, save it as .xlsx and try again.",
)
MISSING = Text(
    sv="den saknar en del som varje arbetsbok har. Öppna den i Excel, spara den på nytt och försök igen.",
    en="it lacks a part that every workbook has. Open it in Excel, save it anew and try again.",
)
NO_SENSE = Text(
    sv="något i den går inte att tolka. Öppna den i Excel, spara den på nytt och försök igen.",
    en="something in it cannot be understood. Open it in Excel, save it anew and try again.",
)
STRICT = Text(
    sv="den är sparad som Strikt Open XML. Öppna den i Excel, spara den som Excelarbetsbok (.xlsx) "
    "och försök igen.",
    en="it is saved as Strict Open XML. Open it in Excel, save it as Excel Workbook (.xlsx) and try again.",
)

WHYS = {
    "torn": TORN,
    "large": TOO_LARGE,
    "heavy": TOO_HEAVY,
    "odd": ODD,
    "missing": MISSING,
    "sense": NO_SENSE,
    "strict": STRICT,
    "programs": HAS_PROGRAMS,
}
"""What the process that reads may say of a file: by these words alone, for its sentences are not trusted."""


def refusal(why: str, fact: str, name: str = "xlsx") -> FileUnfit:
    """Return a refusal by its word."""
    return FileUnfit(fact, file=name, why=WHYS[why])


def word_of(refused: FileUnfit) -> str:
    """Return the word of a refusal."""
    return next((word for word, why in WHYS.items() if why == refused.facts.get("why")), "sense")


def refuse_newer(head: Mapping[str, Any], name: str) -> None:
    """Go on only with a workbook of ours that tells nothing this program does not know.

    Raises:
        FileUnfit: If a newer program wrote it: what it adds would be lost without a word.
        ValueError: If its number is none.
    """
    if int(head.get("@schema") or 0) > SCHEMA:
        raise FileUnfit("newer", file=name, why=NEWER)
