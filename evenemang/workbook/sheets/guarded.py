"""Who is named to see what is secret, and what is marked: stands in the secret workbook only."""

from __future__ import annotations

from evenemang.domain.secret import Marking
from evenemang.domain.text import Text
from evenemang.flow.deeds import place
from evenemang.flow.paragraphs import PARAGRAPHS
from evenemang.workbook.layout import Page, Table, coded, column, shown, stamped
from evenemang.workbook.words import PARAGRAPH_NAMES


def _what(page: Page, one: Marking) -> str:
    return place(one.id, page.whole.content, page.language, page.named)


def _protects(page: Page, one: Marking) -> str | None:
    found = PARAGRAPHS.get(one.paragraph)
    return page.say(found.protects) if found else None


SECRECY_TABLES = (
    Table(
        "markings",
        Text(
            sv="Sekretessmarkeringar (prövas på nytt vid varje begäran)",
            en="Secrecy marks (tried anew at each request)",
        ),
        (
            shown("what", "Del", "Part", 46, _what),
            column("because", "Därför att", "Because", 48),
            column("paragraph", "Bestämmelse", "Paragraph", 20, "coded", PARAGRAPH_NAMES),
            shown("protects", "Skyddar", "Protects", 40, _protects),
            *stamped("given"),
            coded("id"),
        ),
        lambda page: page.whole.dossier.markings,
    ),
    Table(
        "named",
        Text(sv="Utsedda att se det hemliga", en="Named to see what is secret"),
        (column("name", "Vem", "Who", 46, "person"), *stamped("let_in")),
        lambda page: page.whole.dossier.named,
    ),
)
