"""Words that tell of somebody's health, and names: data for a warning, never for a refusal.

A word counts with any ending. The list is kept short on purpose: it names what is written of one person
rather than of a site (so not ”första hjälpen”, ”sjukvårdstält” or ”ambulansväg”), and each group says why.
"""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.text import Text

WHY: Mapping[str, Text] = {
    "illness": Text(sv="en sjukdom eller diagnos", en="an illness or a diagnosis"),
    "mental": Text(sv="psykisk hälsa", en="mental health"),
    "hurt": Text(sv="en skada eller ett akut tillstånd", en="an injury or an acute state"),
    "substances": Text(sv="påverkan av alkohol, droger eller läkemedel", en="alcohol, drugs or medicines"),
    "disability": Text(sv="en funktionsnedsättning", en="a disability"),
    "pregnancy": Text(sv="graviditet", en="pregnancy"),
    "care": Text(sv="vård av någon", en="somebody's care"),
}

STEMS: Mapping[str, tuple[str, ...]] = {
    "illness": (
        "allergi", "allergy", "anafyla", "astma", "asthma", "cancer", "covid", "diabet", "diagnos", "epilep",
        "hepatit", "hiv-", "hjärtinfarkt", "hjärtfel", "hjärtsjuk", "infarkt", "leukemi", "magsjuk",
        "smittad", "stroke", "tbc", "tuberkul", "tumör",
    ),
    "mental": (
        "anorexi", "bipolär", "dement", "demens", "depress", "deprim", "panikatta", "panikång", "psykisk",
        "psykos", "psykot", "schizo", "självmord", "självskad", "suicid", "ångest",
    ),
    "hurt": (
        "andnöd", "avsvimm", "blödde", "bröt armen", "bröt benet", "bruten arm", "brutet ben", "fraktur",
        "hjärnskak", "hjärtstopp", "hjärtstillestånd", "kramper", "krampade", "kräktes", "medvetslös",
        "skadad", "skadade sig", "svimma", "unconscious", "värmeslag",
    ),
    "substances": (
        "abstinens", "alkoholi", "berusad", "drogad", "full och", "insulin", "intoxik", "missbruk",
        "narkotika", "onykter", "overdose", "påverkad", "överdos",
    ),
    "disability": ("adhd", "autis", "blind", "döv", "funktionsneds", "förlamad", "rullstolsbur", "synskad"),
    "pregnancy": ("gravid", "missfall", "pregnant"),
    "care": (
        "avled", "dog av", "fördes till sjukhus", "inlagd", "patient", "sjukskriv", "till akuten",
        "till sjukhus",
    ),
}  # fmt: skip

FIRST_NAMES = frozenset(
    """
    Abdi Adam Agneta Ahmed Alexander Ali Alice Amanda Amir Anders Andreas Anita Ann Anna Anneli Annika Anton
    Arne Astrid Barbro Bengt Birgitta Björn Bo Britt Camilla Carina Carl Caroline Cecilia Charlotte Christer
    Christian Christina Daniel David Ebba Elin Elisabeth Ella Elsa Emelie Emil Emma Erik Eva Fatima Filip
    Fredrik Gabriel Gun Gunilla Gunnar Gustav Göran Hanna Hans Hassan Helen Helena Henrik Håkan Ida Ingrid
    Inger Isabelle Jakob Jan Jenny Jens Jessica Joakim Johan Johanna John Jonas Josefin Julia Karin Karl
    Katarina Kerstin Kjell Klara Kristina Lars Leif Lena Leo Linda Linnea Linus Lisa Louise Lucas Magnus
    Maja Malin Marcus Margareta Maria Marianne Marie Martin Matilda Mats Mattias Mikael Mohamed Mona Monica
    Mustafa Niklas Nils Nina Olle Olof Olov Omar Oskar Ove Patrik Per Pernilla Peter Petra Pia Rebecka
    Rickard Robert Robin Roger Rolf Sandra Sara Sebastian Siv Sofia Stefan Stig Susanne Sven Therese Thomas
    Tobias Tomas Tommy Ulf Ulla Ulrika Victor Victoria Viktor Yusuf Yvonne Åke Åsa
    """.split()
)
"""Common first names in Sweden (from memory of public name statistics): one alone points at somebody."""

NO_SURNAMES = (
    "torget", "gatan", "vägen", "scenen", "parken", "platsen", "hallen", "huset", "kyrkan", "korset",
    "kommun", "arena", "festivalen", "marknaden", "loppet", "tältet", "sjukhus", "sjukhuset", "väst",
    "norr", "söder",
)  # fmt: skip
"""A pair of capitalised words that ends so is a place or an organisation."""
