"""Which incidents were foreseen, and by which area and question."""

from __future__ import annotations

from evenemang.domain.share import Share
from evenemang.domain.text import Text
from evenemang.flow.foresight.foreseen import ByQuestion
from evenemang.flow.foresight.words import interval, of, percent, spoken
from evenemang.flow.words import INCIDENT_TYPES, capital
from evenemang.pages.foresight_parts.scene import Scene, Table, part

SOME = Text(
    sv="{of} händelser hörde till en risk som gruppen hade sett",
    en="{of} incidents had a risk that the group had seen",
)
NOTHING = Text(sv="Inga händelser är loggade", en="No incidents are logged")
UNIT = Text(sv="Tillbud och incidenter. {spoken}", en="Near misses and incidents. {spoken}")
UNJUDGED = Text(
    sv="För {count} har ingen sagt om de var förutsedda; de räknas som inte förutsedda.",
    en="For {count} nobody has said whether they were foreseen; they count as not foreseen.",
)
SET_ASIDE = Text(
    sv="{count} hörde till en risk som hade avfärdats.", en="{count} had a risk that had been dismissed."
)
SECRET = Text(
    sv="{count} hemliga är räknade i andelen och i slagen, och visas bara i sina ärenden.",
    en="{count} secret ones are counted in the share and the kinds, and shown in their dossiers only.",
)
BY_QUESTION = Text(sv="Riskområden och frågor som förutsåg", en="Areas and questions that foresaw")
BY_KIND = Text(sv="Slag av händelser", en="Kinds of incidents")
AREA = Text(sv="Riskområde", en="Area of risk")
QUESTION = Text(sv="Fråga", en="Question")
AREA_AND_QUESTION = Text(sv="Riskområde och fråga", en="Area of risk and question")
OWN = Text(sv="Egen risk, ingen fråga", en="Own risk, no question")
FORESEEN = Text(sv="Förutsedda", en="Foreseen")
OUT_OF = Text(sv="Av", en="Of")
SHARE = Text(sv="Andel", en="Share")
LOWEST = Text(sv="Lägst (95 %)", en="Lowest (95%)")
HIGHEST = Text(sv="Högst (95 %)", en="Highest (95%)")
COUNTED = Text(sv="{of}: {share} ({interval})", en="{of}: {share} ({interval})")
KIND = Text(sv="Slag", en="Kind")


def show(scene: Scene) -> None:
    """Show the part."""
    found = scene.found.foreseen
    if found.share is None:
        part(scene, "forutsedda", scene.say(NOTHING), "", ())
        return
    finding = scene.say(SOME).format(of=of(found.share, scene.language))
    part(scene, "forutsedda", finding, _unit(scene), (_by_question(scene), _by_kind(scene)))


def _unit(scene: Scene) -> str:
    found = scene.found.foreseen
    said = [scene.say(UNIT).format(spoken=spoken(found.share, scene.language))] if found.share else []
    counts = ((UNJUDGED, found.unjudged), (SET_ASIDE, found.set_aside), (SECRET, found.secret))
    return " ".join([*said, *(scene.say(text).format(count=count) for text, count in counts if count)])


def _by_question(scene: Scene) -> Table:
    found = scene.found.foreseen.questions

    def asked(one: ByQuestion) -> str:
        return scene.question(one.question) if one.question else scene.say(OWN)

    return Table(
        "forutsedda-per-fraga",
        (AREA_AND_QUESTION, FORESEEN),
        [(f"{scene.area(one.area)}: {asked(one)}", _counted(one.share, scene)) for one in found],
        (AREA, QUESTION, FORESEEN, OUT_OF, SHARE, LOWEST, HIGHEST),
        [(scene.area(one.area), asked(one), *_figures(one.share)) for one in found],
        BY_QUESTION,
    )


def _by_kind(scene: Scene) -> Table:
    found = [(scene.say(capital(INCIDENT_TYPES[one.kind])), one.share) for one in scene.found.foreseen.kinds]
    return Table(
        "forutsedda-per-slag",
        (KIND, FORESEEN),
        [(kind, _counted(share, scene)) for kind, share in found],
        (KIND, FORESEEN, OUT_OF, SHARE, LOWEST, HIGHEST),
        [(kind, *_figures(share)) for kind, share in found],
        BY_KIND,
    )


def _counted(found: Share, scene: Scene) -> str:
    language = scene.language
    return scene.say(COUNTED).format(
        of=of(found, language), share=percent(found.share, language), interval=interval(found, language)
    )


def _figures(found: Share) -> tuple[int, int, float, float, float]:
    return found.part, found.whole, found.share, found.lower, found.upper
