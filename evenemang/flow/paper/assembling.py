"""The dossier as paper: the full version for the binder, without secret parts; the open one for the diary.

Each is gathered from a dossier that has been parted or let out first, so that what is not in it can stand
nowhere in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Language, Text
from evenemang.flow.letting_out import let_out
from evenemang.flow.paper import spoken
from evenemang.flow.paper.afterwards import evaluation, incidents, lessons
from evenemang.flow.paper.answers import answers
from evenemang.flow.paper.calculations import calculations
from evenemang.flow.paper.front import decision, front
from evenemang.flow.paper.on_site import on_site
from evenemang.flow.paper.parts import Block, Paper, Said, Section, Teller
from evenemang.flow.paper.plan import permits, time_plan
from evenemang.flow.paper.risks import risks, summary
from evenemang.flow.parting import open_part
from evenemang.flow.permitting import permit_lines
from evenemang.flow.reading import facts_of
from evenemang.flow.recording import Whole

FULL = Text(sv="Ärendet för pärmen", en="The dossier for the binder")
OPEN = Text(sv="Öppen version", en="Open version")
FULL_IS = Text(
    sv="Internt arbetsmaterial. Hemliga uppgifter står inte här.",
    en="Internal working material. Secret facts are not in it.",
)
OPEN_IS = Text(
    sv="Utan det som är internt eller hemligt. Personnamn och gruppens anteckningar står inte här.",
    en="Without what is internal or secret. Names of persons and the group's notes are not in it.",
)
HISTORY = Text(
    sv="Vem som ändrade vad och när står i arbetsboken, på bladet Historik.",
    en="Who changed what and when stands in the workbook, on the sheet History.",
)


def full_paper(whole: Whole, language: Language) -> Paper:
    """Return the dossier for the binder: without its secret parts, as its workbook is."""
    part = open_part(whole)
    facts = facts_of(part.dossier, part.content)
    today = part.as_of.astimezone(LOCAL).date()
    tell = Teller(part, permit_lines(part.dossier, part.content, facts, today), language)
    return _paper(tell, FULL, FULL_IS, public=False)


def open_paper(whole: Whole, language: Language) -> Paper:
    """Return the dossier for the diary: only what the public may see."""
    out = let_out(whole, "public")
    return _paper(Teller(out.whole, out.permits, language), OPEN, OPEN_IS, public=True)


def _paper(tell: Teller, kind: Text, about: Text, *, public: bool) -> Paper:
    dossier = tell.whole.dossier
    return Paper(
        language=tell.language,
        kind=tell.text(kind),
        about=tell.text(about),
        title=dossier.event.name,
        id=dossier.id,
        printed=tell.say(f"Utskrivet {tell.today}", f"Printed {tell.today}"),
        front=tuple(front(tell, public=public)),
        sections=tuple(_sections(tell, public=public)),
        sender=tell.whole.content.settings.name or "",
        arms=tell.whole.content.settings.arms or "",
        arms_are=tell.say("Kommunens vapen", "The municipality's arms"),
    )


def _sections(tell: Teller, *, public: bool) -> Iterator[Section]:
    """Yield every part that has something to say, in the order it is read."""
    found: tuple[tuple[str, Iterable[Block]], ...] = (
        (tell.say("Ställningstagande", "Decision"), decision(tell)),
        (tell.say("Riskbilden", "The risks in short"), summary(tell)),
        (tell.say("Risker och åtgärder", "Risks and actions"), risks(tell)),
        (tell.say("Frågor och svar", "Questions and answers"), answers(tell)),
        (tell.say("Beräkningar", "Calculations"), calculations(tell)),
        (tell.say("Tillstånd och skyldigheter", "Permits and duties"), permits(tell)),
        (tell.say("Tidplan", "Time plan"), time_plan(tell)),
        (tell.say("På plats", "On site"), on_site(tell)),
        (tell.say("Incidenter och tillbud", "Incidents and near misses"), incidents(tell)),
        (
            tell.say("Utvärdering", "Evaluation"),
            (*evaluation(tell), *spoken.occasions(tell), *spoken.organiser(tell)),
        ),
        (tell.say("Lärdomar", "Lessons"), lessons(tell)),
        (tell.say("Historik", "History"), () if public else (Said(tell.text(HISTORY)),)),
    )
    for title, blocks in found:
        kept = tuple(blocks)
        if kept:
            yield Section(title, kept)
