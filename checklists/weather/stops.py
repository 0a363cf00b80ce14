"""At what weather an event is watched closer, or stopped: gusts for what stands there, lightning and heat."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.norm import NormRow
from evenemang.domain.review import UnderReview
from evenemang.domain.stop import Limit, Stop, is_known_not
from evenemang.domain.text import Text

# What may stand there: the row of wind-steps, the facts that tell of it, and the answer with its own limit.
STANDING: tuple[tuple[str, tuple[str, ...], str | None], ...] = (
    ("inflatable", ("inflatables",), "structures.inflatable-wind"),
    ("party-tent", ("tents",), "weather.tent-limit"),
    ("engineered-tent", ("tent_over_150",), "weather.tent-limit"),
    ("stage-roof", ("stage",), None),
)
GUST = Text(sv="Vindby: {what}", en="Gust: {what}")
CLEAR = Text(
    sv="Stäng av runt om och töm på människor. Vid {leave} m/s lämnar alla platsen intill.",
    en="Close it off and clear it of people. At {leave} m/s everybody leaves the place beside it.",
)
LIGHTNING = Text(sv="Åska: från blixt till knall", en="Lightning: from flash to thunder")
SHELTER = Text(
    sv="Stoppa programmet och led publiken till skydd. Börja om tidigast {minutes} minuter efter sista "
    "knallen.",
    en="Stop the programme and lead the audience to shelter. Begin again no sooner than {minutes} minutes "
    "after the last thunder.",
)
HEAT = Text(sv="Värme", en="Heat")


def gusts(under: UnderReview) -> Iterator[Limit]:
    """Yield the gusts at which each thing that may stand there is watched and cleared."""
    rows = {row.code("id"): row for row in under.norms["wind-steps"].table}
    for name, facts, question in STANDING:
        row = rows.get(name)
        if row is not None and row.title and all(under.facts.event.get(fact) is True for fact in facts):
            yield _gust(under, name, row, question)


def _gust(under: UnderReview, name: str, row: NormRow, question: str | None) -> Limit:
    cells = row.model_extra or {}
    stop, leave = row.figure("act_over" if "act_over" in cells else "act"), row.figure("leave")
    said = under.number(question) if question else None
    if said is not None:  # what it withstands by its supplier: never stopped later than that
        stop, leave = min(stop, said), min(leave, said)
    assert row.title is not None
    return Limit(
        id=f"weather.gust-{name}",
        title=_with(GUST, what=row.title),
        watch=min(row.figure("watch"), stop),
        stop=stop,
        unit="m/s",
        do=Text(
            sv=CLEAR.sv.format(leave=f"{leave:g}".replace(".", ",")), en=CLEAR.en.format(leave=f"{leave:g}")
        ),
        norms=("wind-steps",),
        source=row.source,
        questions=(question,) if question and said is not None else (),
    )


def lightning(under: UnderReview) -> Iterator[Limit]:
    """Yield how near the lightning may come, for what is held outdoors."""
    if is_known_not(under, "outdoors"):
        return
    minutes = f"{under.norms['lightning-resume'].figure:g}"
    yield Limit(
        id="weather.lightning",
        title=LIGHTNING,
        stop=under.norms["lightning-suspend"].figure,
        unit="s",
        below=True,
        do=Text(sv=SHELTER.sv.format(minutes=minutes), en=SHELTER.en.format(minutes=minutes)),
        norms=("lightning-suspend", "lightning-resume"),
    )


def heat(under: UnderReview) -> Iterator[Limit]:
    """Yield at which air temperatures more is done, for what is held outdoors and not in winter."""
    if is_known_not(under, "outdoors") or under.facts.event.get("season") == "winter":
        return
    rows = sorted(under.norms["heat-operations"].table, key=lambda one: one.figure("at_least"))
    first, last = rows[0], rows[-1]
    yield Limit(
        id="weather.heat",
        title=HEAT,
        watch=first.figure("at_least"),
        stop=last.figure("at_least"),
        unit="°C",
        do=_done(first, last),
        norms=("heat-operations",),
    )


def _done(*rows: NormRow) -> Text:
    """Return what is done at each step, the first first."""
    told = [((row.model_extra or {}).get("do") or {}, row.figure("at_least")) for row in rows]
    return Text(
        sv=" ".join(f"Från {at:g} °C: {do.get('sv', '–').lower()}." for do, at in told)
        + " Korta eller stoppa det som anstränger.",
        en=" ".join(f"From {at:g} °C: {do.get('en', '–').lower()}." for do, at in told)
        + " Shorten or stop what is strenuous.",
    )


def _with(text: Text, what: Text) -> Text:
    return Text(
        sv=text.sv.format(what=what.sv[0].lower() + what.sv[1:]),
        en=text.en.format(what=what.en[0].lower() + what.en[1:]),
    )


STOPS = (
    Stop(id="weather.gusts", look=gusts, norms=("wind-steps",)),
    Stop(id="weather.lightning", look=lightning, norms=("lightning-suspend", "lightning-resume")),
    Stop(id="weather.heat", look=heat, norms=("heat-operations",)),
)
