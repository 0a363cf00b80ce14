"""The sheets of a twin, in the order they are filled in."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.workbook.twin.form import Sheet, both, column
from evenemang.workbook.twin.questions import CONDITION, QUESTIONS
from evenemang.workbook.twin.words import AXES, HARMS, PHASES, SECRECIES, SURE

GUIDE = Text(sv="Så här gör du", en="How to")
LISTS = Text(sv="Listor", en="Lists")

AREA = Sheet(
    "area",
    Text(sv="Område", en="Area"),
    CONDITION,
    (
        column(
            "area", "Områdets id", "Id of the area", 0, "name",
            "Små bokstäver a–z, siffror och bindestreck. Byts aldrig när området är publicerat.",
            "Lower case a–z, digits and hyphens. Never changed once the area is published.", required=True,
        ),
        column(
            "version", "Version", "Version", 0, "day",
            "Dagen för den här versionen, år-månad-dag.", "The day of this version, year-month-day.",
            required=True,
        ),
        column(
            "order", "Plats i listan", "Place in the list", 0, "whole",
            "1–999, lägst först. Tomt räknas som 500.", "1–999, lowest first. Empty counts as 500.",
            low=1, high=999,
        ),
        *both("title", ("Rubrik", "Title"), 0, ("Vad området heter.", "What the area is called.")),
        *both(
            "summary", ("Sammanfattning", "Summary"), 0,
            ("En mening: vad området skyddar.", "One sentence: what the area protects."),
        ),
        column(
            "axis", "Axel", "Axis", 0, "word",
            "Olycka (sannolikhet och konsekvens) eller hot (sårbarhet och konsekvens).",
            "Accident (likelihood and consequence) or threat (vulnerability and consequence).",
            required=True, words=AXES,
        ),
        column(
            "secrecy", "Sekretess", "Secrecy", 0, "word",
            "Gäller frågor som inte säger något annat.", "For questions that do not say otherwise.",
            required=True, words=SECRECIES,
        ),
        column(
            "proposed_when", "Föreslås när", "Proposed when", 0, "condition",
            "Villkoret för att området ska föreslås.", "The condition for the area to be proposed.",
            required=True,
        ),
        *both(
            "because", ("Skäl till förslaget", "Reason for proposing"), 0,
            ("Visas när området föreslås.", "Shown when the area is proposed."),
        ),
    ),
    is_form=True,
)  # fmt: skip

SOURCES = Sheet(
    "sources",
    Text(sv="Källor", en="Sources"),
    Text(
        sv="Var frågor och risker kommer ifrån. En källa utan dag visas som återgiven ur minnet.",
        en="Where questions and risks come from. A source without a day of checking is shown as from memory.",
    ),
    (
        column(
            "id", "Källans id", "Id of the source", 22, "name",
            "Kort namn som frågorna pekar på.", "A short name that questions point at.", required=True,
        ),
        column(
            "title", "Källans titel", "Title of the source", 70, "text",
            "Titel, utgåva och år.", "Title, edition and year.", required=True,
        ),
        column(
            "at", "Utgivare eller adress", "Publisher or address", 50, "text",
            "Vem som står bakom, eller var den finns.", "Who stands behind it, or where it is.",
            required=True,
        ),
        column(
            "checked", "Kontrollerad", "Checked", 14, "day",
            "Dagen någon läste källan. Lämna tomt om den är återgiven ur minnet.",
            "The day someone read the source. Leave empty when from memory.",
        ),
        column(
            "sure", "Säkerhet", "How sure", 12, "word",
            "Hur säkert det är.", "How sure it is.", required=True, words=SURE,
        ),
    ),
)  # fmt: skip

SECTIONS = Sheet(
    "sections",
    Text(sv="Avsnitt", en="Sections"),
    Text(
        sv="Frågor som hör ihop, i den ordning avsnitten visas.",
        en="Questions that belong together, in the order the sections are shown.",
    ),
    (
        column(
            "id", "Avsnittets id", "Id of the section", 24, "name",
            "Kort namn som frågorna pekar på.", "A short name that questions point at.", required=True,
        ),
        *both("title", ("Rubrik", "Title"), 50, ("Avsnittets rubrik.", "The heading of the section.")),
    ),
)  # fmt: skip

QUESTION = column(
    "question", "Frågans id", "Id of the question", 30, "name",
    "Välj frågan som raden hör till.", "Choose the question this row belongs to.",
    required=True, among="questions",
)  # fmt: skip

CHOICES = Sheet(
    "choices",
    Text(sv="Svarsval", en="Choices"),
    Text(
        sv="Svaren på frågor vars svarstyp är val, i den ordning de visas.",
        en="The answers to questions whose kind of answer is choice, in the order they are shown.",
    ),
    (
        QUESTION,
        column(
            "id", "Svarets id", "Id of the answer", 24, "name",
            "Kort namn som villkor kan fråga efter.", "A short name that conditions may ask for.",
            required=True,
        ),
        *both("text", ("Svar", "Answer"), 50, ("Svaret som det visas.", "The answer as it is shown.")),
    ),
)  # fmt: skip

RISKS = Sheet(
    "risks",
    Text(sv="Risker", en="Risks"),
    Text(
        sv="Vad dåliga svar väcker. Vid ja eller nej väljs svaren; annars skrivs ett villkor om svaret, "
        "till exempel answer > 10.",
        en="What bad answers raise. For yes or no, choose the answers; otherwise write a condition about the "
        "answer, such as answer > 10.",
    ),
    (
        column(
            "key", "Risk", "Risk", 30, "name",
            "Ett namn som raderna på bladet Åtgärder pekar på. Skriv vad du vill.",
            "A name that the rows of the sheet Actions point at. Write what you like.",
        ),
        QUESTION,
        column(
            "when", "Väcks av", "Raised by", 32, "when",
            "Vid ja eller nej: svaren. Annars ett villkor, till exempel answer > 10.",
            "For yes or no: the answers. Otherwise a condition, such as answer > 10.", required=True,
        ),
        *both(
            "hazard", ("Riskkälla", "Hazard"), 46,
            ("Vad som kan hända.", "What may happen."),
        ),
        column(
            "harm", "Skada på", "Harm to", 14, "word",
            "Vad som skadas.", "What is harmed.", required=True, words=HARMS,
        ),
        column(
            "likelihood", "Sannolikhet", "Likelihood", 12, "whole",
            "1–5 när svaret är nej; ett steg lägre när det är delvis. För hot: sårbarhet.",
            "1–5 when the answer is no; one step lower when it is partly. For threats: vulnerability.",
            required=True, low=1, high=5,
        ),
        column(
            "consequence", "Konsekvens", "Consequence", 12, "whole",
            "1–5, där 5 är dödsfall.", "1–5, where 5 is deaths.", required=True, low=1, high=5,
        ),
    ),
)  # fmt: skip

ACTIONS = Sheet(
    "actions",
    Text(sv="Åtgärder", en="Actions"),
    Text(
        sv="Vad som föreslås mot varje risk, i den ordning det visas.",
        en="What is suggested about each risk, in the order it is shown.",
    ),
    (
        column(
            "risk", "Risk", "Risk", 30, "name",
            "Välj en risk ur bladet Risker.", "Choose a risk from the sheet Risks.",
            required=True, among="risks",
        ),
        *both("do", ("Åtgärd", "Action"), 60, ("Vad som ska göras.", "What is to be done.")),
        column(
            "due", "Dagar från evenemanget", "Days from the event", 14, "whole",
            "-30 är trettio dagar före evenemangets första dag, 0 är samma dag.",
            "-30 is thirty days before the first day of the event, 0 is that day.", required=True,
        ),
        column(
            "phase", "Skede", "Phase", 15, "word",
            "Bara när det skiljer sig från frågans.", "Only where it differs from the question's.",
            words=PHASES,
        ),
    ),
)  # fmt: skip

SHEETS = (AREA, SOURCES, SECTIONS, QUESTIONS, CHOICES, RISKS, ACTIONS)

FORM_HEADINGS = (
    Text(sv="Uppgift", en="Fact"),
    Text(sv="Värde", en="Value"),
    Text(sv="Förklaring", en="Explanation"),
)
