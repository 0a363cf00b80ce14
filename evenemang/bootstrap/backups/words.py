"""What is said of backups that cannot be made or used."""

from __future__ import annotations

from evenemang.domain.text import Text

NOTHING = Text(
    sv="det finns ingen databas i {data}. Ange rätt datamapp med --data.",
    en="there is no database in {data}. Name the right data folder with --data.",
)
PLAN = Text(
    sv="det går inte att förstå. EVENEMANG_BACKUP är ett klockslag, som 02:30, och EVENEMANG_BACKUP_KEEP ett "
    "antal nätter, minst 1.",
    en="it cannot be understood. EVENEMANG_BACKUP is a time of day, such as 02:30, and EVENEMANG_BACKUP_KEEP "
    "a number of nights, at least 1.",
)
NONE_YET = Text(
    sv="Ingen nattlig säkerhetskopia är gjord än. Låt appen vara igång, eller kör evenemang backup.",
    en="No nightly backup is made yet. Let the app run, or run evenemang backup.",
)
OLD = Text(
    sv="Den senaste nattliga säkerhetskopian är gammal: {file} i {folder}. Kör evenemang doctor.",
    en="The newest nightly backup is old: {file} in {folder}. Run evenemang doctor.",
)
ON_SERVER = Text(
    sv="{named} pekar ut en databasserver, men i en säkerhetskopia ligger databasen i en fil. Kör utan den "
    "variabeln, och flytta sedan till servern med evenemang copy.",
    en="{named} names a database server, but in a backup the database is a file. Run without {named}, and "
    "then move to the server by evenemang copy.",
)
EXISTS = Text(
    sv="det finns redan en fil där. Välj ett annat namn, eller skriv över den med --force.",
    en="there is a file there already. Choose another name, or write over it with --force.",
)
INSIDE = Text(
    sv="den skulle ligga bland det som kopieras. Välj mappen backups, eller hellre en annan disk.",
    en="it would lie among what is copied. Choose the folder backups, or better another disk.",
)
NO_FILE = Text(
    sv="filen finns inte, eller får inte läsas av programmet. Kontrollera namnet och rättigheterna.",
    en="there is no such file, or the program may not read it. Check the name and the rights.",
)
NOT_ONE = Text(
    sv="filen är ingen säkerhetskopia härifrån. Välj en som evenemang backup har gjort.",
    en="the file is no backup from here. Choose one that evenemang backup has made.",
)
TORN = Text(
    sv="filen är inte hel. Hämta den på nytt där den förvaras, eller ta en äldre.",
    en="the file is not whole. Fetch it anew from where it is kept, or take an older one.",
)
TOO_NEW = Text(
    sv="den är gjord av en nyare version av programmet. Uppgradera programmet först.",
    en="it is made by a newer version of the program. Upgrade the program first.",
)
ODD = Text(
    sv="den är inte packad som programmet packar ({path}). Någon annan kan ha gjort den. Inget är uppackat.",
    en="it is not packed as the program packs ({path}). Somebody else may have made it. Nothing is unpacked.",
)
CHANGED = Text(
    sv="{path} är inte som när kopian gjordes. Ta en annan kopia.",
    en="{path} is not as when the backup was made. Take another one.",
)
NO_ROOM = Text(
    sv="det som finns i den ({needed} MB) får inte plats på disken ({free} MB ledigt). Frigör utrymme.",
    en="what is in it ({needed} MB) does not fit on the disk ({free} MB free). Make room.",
)
HAS_PROGRAMS = Text(
    sv="databasen i den innehåller egna program (utlösare eller vyer), som programmet aldrig lägger dit.",
    en="the database in it holds programs of its own (triggers or views), which we never put there.",
)
NO_ATTACHMENT = Text(
    sv="Bilagan {file} till ärendet {dossier} finns inte i kopian.",
    en="The attachment {file} of dossier {dossier} is not in the backup.",
)
OTHER_ATTACHMENT = Text(
    sv="Bilagan {file} till ärendet {dossier} var ändrad redan när kopian gjordes.",
    en="The attachment {file} of dossier {dossier} was changed already when the backup was made.",
)
LEFT_OUT = Text(
    sv="{path} är inte med i kopian: namnet går inte att packa, eller så är den en länk. Byt namn, "
    "eller lägg filen själv i mappen.",
    en="{path} is not in the backup: its name cannot be packed, or it is a link. Rename it, or put the file "
    "itself in the folder.",
)


def filled(text: Text, **facts: object) -> Text:
    """Return a sentence with its facts in."""
    return Text(sv=text.sv.format(**facts), en=text.en.format(**facts))
