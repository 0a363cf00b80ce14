"""What is said of attachments whose files are not as they were kept."""

from __future__ import annotations

from evenemang.domain.text import Text

GONE = Text(
    sv="den saknas i datamappen. Be den som sköter servern hämta den ur en säkerhetskopia.",
    en="it is missing from the data folder. Ask whoever runs the server to fetch it from a backup.",
)
CHANGED = Text(
    sv="den är ändrad utanför programmet. Be den som sköter servern hämta den ur en säkerhetskopia.",
    en="it has been changed outside the program. Ask whoever runs the server to fetch it from a backup.",
)
MISSING = Text(
    sv="Bilagan {name} till ärendet {dossier} saknas ({file}). Hämta filen ur en säkerhetskopia till "
    "attachments.",
    en="The attachment {name} of dossier {dossier} is missing ({file}). Fetch the file from a backup into "
    "attachments.",
)
NOT_AS_KEPT = Text(
    sv="Bilagan {name} till ärendet {dossier} är ändrad ({file}). Hämta filen ur en säkerhetskopia till "
    "attachments.",
    en="The attachment {name} of dossier {dossier} has been changed ({file}). Fetch the file from a backup "
    "into attachments.",
)
STRAY = Text(
    sv="{file} i attachments är ingen bilaga härifrån. Flytta den ur mappen.",
    en="{file} in attachments is no attachment from here. Move it out of the folder.",
)
A_SECRET_ONE = Text(sv="(hemlig)", en="(secret)")
