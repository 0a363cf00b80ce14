"""What is said of a rebuilding, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.text import Text
from evenemang.flow.ballots import Sealed
from evenemang.flow.journal import Kind

REGISTERS: Mapping[Kind, Text] = {
    "place": Text(sv="Platser", en="Places"),
    "organiser": Text(sv="Arrangörer", en="Organisers"),
    "lesson": Text(sv="Lärdomar", en="Lessons"),
    "meeting": Text(sv="Möten", en="Meetings"),
    "function": Text(sv="Funktioner", en="Functions"),
    "setting": Text(sv="Inställningar", en="Settings"),
}


def older(thing: str, kept: str, left: str) -> Text:
    """Say which of two workbooks of one thing was the newer."""
    return Text(
        sv=f"Två arbetsböcker gäller {thing}. Den nyare är använd: {kept}. Äldre: {left}.",
        en=f"Two workbooks are of {thing}. The newer one is used: {kept}. Older: {left}.",
    )


def two_of_one(thing: str, kept: str, left: str) -> Text:
    """Say that two workbooks of one version differ."""
    return Text(
        sv=f"Två arbetsböcker gäller samma version av {thing} men säger olika. Använd: {kept}. "
        f"Jämför med {left}, och bygg om utan den som är fel.",
        en=f"Two workbooks are of the same version of {thing} but differ. Used: {kept}. "
        f"Compare with {left}, and rebuild without the one that is wrong.",
    )


def no_register(kind: Kind) -> Text:
    """Say that a register's workbook is not there."""
    name = REGISTERS[kind]
    return Text(
        sv=f"Registret {name.sv} finns inte i mappen: det är tomt i den nya databasen. "
        "Hämta arbetsboken ur en säkerhetskopia och bygg om igen.",
        en=f"The register {name.en} is not in the folder: it is empty in the new database. "
        "Fetch the workbook from a backup and rebuild anew.",
    )


def no_open_part(thing: str, file: str) -> Text:
    """Say that only the secret part of something was found."""
    return Text(
        sv=f"Ärendet {thing} är inte återbyggt: bara dess skyddade del finns ({file}). "
        "Hämta den vanliga arbetsboken ur en säkerhetskopia.",
        en=f"Dossier {thing} is not rebuilt: only its protected part is here ({file}). "
        "Fetch the ordinary workbook from a backup.",
    )


def not_the_same_day(thing: str, plain: int, secret: int) -> Text:
    """Say that the two parts are of different versions."""
    return Text(
        sv=f"Ärendet {thing} är sammanfogat av två delar med olika versioner: den vanliga {plain}, "
        f"den skyddade {secret}. Gå igenom de skyddade uppgifterna.",
        en=f"Dossier {thing} is joined from two parts of different versions: the ordinary {plain}, "
        f"the protected {secret}. Look the protected facts over.",
    )


def broken_past(thing: str) -> Text:
    """Say that rows of a journal are nowhere."""
    return Text(
        sv=f"Historiken för {thing} är inte hel: rader saknas, eller står bara i den skyddade mappen "
        "(workbooks-secret). Bygg om med den, annars är databasen inte lik den förlorade.",
        en=f"The history of {thing} is not whole: rows are missing, or stand only in the protected folder "
        "(workbooks-secret). Rebuild with it, or the database does not equal the lost one.",
    )


def without_values(thing: str, count: int) -> Text:
    """Say that rows of a journal tell no values, and nothing tells why."""
    return Text(
        sv=f"Historiken för {thing} har {count} rader utan värden, och ingen gallring berättar om det. De "
        "står bara i den skyddade mappen, eller är borttagna för hand.",
        en=f"The history of {thing} has {count} rows without values, and no removal tells of it. They stand "
        "only in the protected folder, or were taken away by hand.",
    )


def still_sealed(one: Sealed) -> Text:
    """Say that what somebody judged alone cannot be opened."""
    return Text(
        sv=f"Det som {one.who} bedömde för sig om {one.risk} i {one.event} (möte {one.meeting}) går inte att "
        "öppna: andra halvan står inte i den skyddade mappen (workbooks-secret). Bygg om med den, eller "
        "låt gruppen bedöma en gång till.",
        en=f"What {one.who} judged alone of {one.risk} in {one.event} (meeting {one.meeting}) cannot be "
        "opened: the other half is not in the protected folder (workbooks-secret). Rebuild with it, or let "
        "the group judge once more.",
    )


def not_read(file: str, why: Text) -> Text:
    """Say that a workbook could not be read."""
    return Text(sv=f"{file} är inte återbyggd: {why.sv}", en=f"{file} is not rebuilt: {why.en}")


def no_attachment(thing: str, file: str) -> Text:
    """Say that an attachment's file is not beside the workbooks."""
    return Text(
        sv=f"Bilagan {file} till {thing} finns inte bredvid mappen. Ärendet nämner den, men den går inte "
        "att öppna. Hämta den ur en säkerhetskopia till attachments.",
        en=f"The attachment {file} of {thing} is not beside the folder. The dossier names it, but it "
        "cannot be opened. Fetch it from a backup into attachments.",
    )


def changed_attachment(thing: str, file: str) -> Text:
    """Say that an attachment's file beside the workbooks is not as it was kept."""
    return Text(
        sv=f"Bilagan {file} till {thing} är ändrad bredvid mappen, så den togs inte med. Hämta den ur en "
        "säkerhetskopia till attachments.",
        en=f"The attachment {file} of {thing} has been changed beside the folder, so it was not taken along. "
        "Fetch it from a backup into attachments.",
    )


def no_area_version(area: str, version: str) -> Text:
    """Say that a version of an area which dossiers answer is not kept."""
    return Text(
        sv=f"Checklistan {area} från {version} finns inte bredvid mappen. Ärenden som svarar på den visas i "
        "den installerade versionen. Hämta checklists ur en säkerhetskopia.",
        en=f"The checklist {area} of {version} is not beside the folder. Dossiers that answer it are shown "
        "in the installed version. Fetch checklists from a backup.",
    )


def only_open() -> Text:
    """Say that no secret folder was given."""
    return Text(
        sv="Ingen skyddad mapp (workbooks-secret) är med. Det som är hemligt i ärendena är inte återbyggt.",
        en="No protected folder (workbooks-secret) is given. What is secret in the dossiers is not rebuilt.",
    )
