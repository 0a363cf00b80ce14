"""How many toilets and urinals are needed for those present at the same time."""

from __future__ import annotations

from checklists.food.counting import one_per
from checklists.food.toilets_fields import Row, ToiletsInput, ToiletsOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import NormRow
from evenemang.domain.text import Text

NO_SUCH_ROW = Text(
    sv="Toalettabellen saknar raden som gäller här. Kontrollera normen.",
    en="The table of toilets has no row for this. Check the norm.",
)


def toilets(asked: ToiletsInput, norms: Norms) -> ToiletsOutput:
    """Return how many toilets for women and men and how many urinals are needed, and what is missing.

    Raises:
        CalculationRefused: If the table of the norm lacks the row that applies.

    Source:
        The Purple Guide, as printed by Dover and Hastings; docs/calculators.md.
    """
    rows = {one.code("id"): one for one in norms["toilet-table"].table}
    name = _row(asked, rows)
    if name not in rows:
        raise CalculationRefused(f"no row {name}", why=NO_SUCH_ROW)
    women = asked.visitors * asked.female_share
    men = asked.visitors - women
    needs = (
        one_per(women, rows[name].figure("women_wc")),
        one_per(men, rows[name].figure("men_wc")),
        one_per(men, rows[name].figure("urinals")),
    )
    have = (asked.have_women_wc, asked.have_men_wc, asked.have_urinals)
    given = [one for one in have if one is not None]
    missing = (
        sum(max(0, need - there) for need, there in zip(needs, given, strict=True))
        if len(given) == len(needs)
        else None
    )
    return ToiletsOutput(
        row=name,
        women_wc=needs[0],
        men_wc=needs[1],
        urinals=needs[2],
        missing=missing,
        ok=None if missing is None else missing == 0,
    )


def _row(asked: ToiletsInput, rows: dict[str, NormRow]) -> Row:
    if asked.camp:
        return "camp"
    if "short" in rows and asked.hours < rows["short"].figure("under_hours"):
        return "short"
    return "long-alcohol" if asked.alcohol else "long"


TOILETS = Calculator(
    id="food.toilets",
    area="food",
    title=Text(sv="Toaletter", en="Toilets"),
    purpose=Text(
        sv="Räknar ut hur många toaletter och urinoarer som behövs för dem som är där samtidigt.",
        en="Works out how many toilets and urinals are needed for those present at the same time.",
    ),
    input=ToiletsInput,
    output=ToiletsOutput,
    norms=("toilet-table", "toilet-female-share"),
    formula=(
        "row = camp if camp, else short if hours < 6, else long-alcohol if alcohol, else long",
        "women = visitors * female_share;  men = visitors - women",
        "women_wc = ceil(women / row.women_wc);  men_wc = ceil(men / row.men_wc);  urinals = ceil(men / "
        "row.urinals)",
        "missing = sum of the shortfalls, each counted by itself; none unless all three are given",
    ),
    caveats=(
        Text(
            sv="Under sex timmar tar tabellen inte hänsyn till alkohol: välj den längre raden om mycket "
            "serveras.",
            en="Below six hours the table ignores alcohol: choose the longer row if much is served.",
        ),
        Text(
            sv="Tillgängliga toaletter kommer utöver: minst en per delområde. Könsneutrala toaletter: "
            "summan av kvinnors och mäns.",
            en="Accessible toilets come on top: at least one per zone. Unisex toilets: the sum of women's "
            "and men's.",
        ),
        Text(
            sv="Tabellen är brittisk; kommunens miljökontor kan kräva annat.",
            en="The table is British; the environment office may demand otherwise.",
        ),
    ),
    sources=("toilet-table",),
    compute=toilets,
    examples=(
        Example(
            inputs={
                "visitors": 2300,
                "hours": 7,
                "alcohol": False,
                "female_share": 0.55,
                "have_women_wc": 12,
                "have_men_wc": 3,
                "have_urinals": 8,
            },
            outputs={
                "row": "long",
                "women_wc": 15,
                "men_wc": 3,
                "urinals": 9,
                "missing": 4,
                "ok": False,
            },
            arithmetic=(
                "2300*0.55 = 1265; 1265/85 = 14.88 -> 15; 1035/425 = 2.44 -> 3; 1035/125 = 8.28 -> 9; "
                "missing 3+0+1 = 4"
            ),
        ),
        Example(
            inputs={"visitors": 450, "hours": 72, "alcohol": True, "camp": True},
            outputs={
                "row": "camp",
                "women_wc": 3,
                "men_wc": 2,
                "urinals": 1,
                "missing": None,
                "ok": None,
            },
            arithmetic="225/75 = 3; 225/150 = 1.5 -> 2; 225/250 = 0.9 -> 1",
        ),
    ),
)
