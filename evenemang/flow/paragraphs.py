"""The paragraphs of the secrecy act (OSL) that a part may be marked with, as data: text and source."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.source import Source
from evenemang.domain.text import Frozen, Id, Text

OSL = Source(
    id="osl",
    title="Offentlighets- och sekretesslagen (2009:400)",
    at="Sveriges riksdag",
    sure="high",
)

# OSL 5 kap. 5 § says what a marking holds: the paragraph, the day, and the authority that made it.
REMINDS = Text(
    sv="En sekretessmarkering är en påminnelse. Om något ska lämnas ut prövas på nytt varje gång någon begär "
    "det, oavsett hur det är märkt.",
    en="A secrecy mark is a reminder. Whether something is handed out is tried anew each time somebody asks "
    "for it, however it is marked.",
)
NOT_HERE = Text(
    sv="Säkerhetsskyddsklassificerade uppgifter (säkerhetsskyddslagen 2018:585) hör inte hemma här, märkta "
    "eller inte. Fråga kommunens säkerhetsskyddschef.",
    en="Information classified under the Protective Security Act (2018:585) does not belong here, marked or "
    "not. Ask the municipality's head of protective security.",
)


class Paragraph(Frozen):
    """A paragraph: what it is called, and what it protects in short; the act's own words count."""

    id: Id
    name: Text
    protects: Text
    source: Source = OSL


def _paragraph(one: str, chapter: int, section: int, sv: str, en: str) -> Paragraph:
    name = Text(sv=f"OSL {chapter} kap. {section} §", en=f"OSL chapter {chapter}, section {section}")
    return Paragraph(id=one, name=name, protects=Text(sv=sv, en=en))


PARAGRAPHS: Mapping[str, Paragraph] = {
    one.id: one
    for one in (
        _paragraph(
            "osl-18-8",
            18,
            8,
            "säkerhets- och bevakningsåtgärder, om syftet med åtgärden motverkas av att uppgiften röjs",
            "security and guarding measures, where telling would defeat what the measure is for",
        ),
        _paragraph(
            "osl-18-13",
            18,
            13,
            "risk- och sårbarhetsanalyser och planer för fredstida kriser, om det försvårar för det allmänna "
            "att förebygga och hantera dem att uppgiften röjs",
            "risk analyses and plans for peacetime crises, where telling would hinder preventing or handling "
            "them",
        ),
        _paragraph(
            "osl-18-1",
            18,
            1,
            "förundersökning och annan verksamhet för att förebygga brott, om verksamheten skadas av att "
            "uppgiften röjs",
            "investigation and prevention of crime, where telling would harm that work",
        ),
        _paragraph(
            "osl-18-2",
            18,
            2,
            "underrättelseverksamhet, där uppgiften bara får röjas om det står klart att det inte skadar",
            "intelligence, which may be told only where it is clear that no harm is done",
        ),
        _paragraph(
            "osl-21-3",
            21,
            3,
            "bostadsadress och liknande för den som kan bli utsatt för hot eller våld",
            "the address and the like of somebody who may be threatened or attacked",
        ),
        _paragraph(
            "osl-15-2",
            15,
            2,
            "försvaret och totalförsvaret, om det skadar landets försvar att uppgiften röjs",
            "defence and total defence, where telling would harm the defence of the country",
        ),
    )
}

# What an area is proposed to be marked with; a person confirms, with a reason of their own.
PROPOSED: Mapping[str, Id] = {"threats": "osl-18-8"}
