"""Colours that stand beside each other are told apart in grey and by those who see fewer of them.

Numbers: lightness L* and distance in CIE Lab; colour blindness by Machado, Oliveira & Fernandes 2009
(severity 1.0), in linear light.
"""

from itertools import combinations
from math import dist

import pytest

from evenemang.charts.template import DARK, LIGHT, Ink
from evenemang.domain.matrix import LEVELS

Colour = tuple[float, float, float]
Rows = tuple[Colour, Colour, Colour]

SIGHTS: dict[str, Rows] = {
    "all three": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ: Rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE: Colour = (0.95047, 1.0, 1.08883)
INKS = pytest.mark.parametrize("ink", [LIGHT, DARK], ids=["light", "dark"])
SEEN = 15  # distance in Lab; 2.3 is just seen side by side
GREY = 10  # steps of lightness, of 100


def linear(colour: str) -> Colour:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return red, green, blue


def times(rows: Rows, colour: Colour) -> Colour:
    first, second, third = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in rows)
    return first, second, third


def lab(colour: str, sight: str = "all three") -> Colour:
    seen = times(SIGHTS[sight], linear(colour))
    clear = (max(0.0, seen[0]), max(0.0, seen[1]), max(0.0, seen[2]))
    x, y, z = (_root(one / white) for one, white in zip(times(XYZ, clear), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return float(value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116)


def apart(one: str, other: str, sight: str) -> float:
    return dist(lab(one, sight), lab(other, sight))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((times(XYZ, linear(each))[1] for each in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def together(ink: Ink) -> dict[str, tuple[str, ...]]:
    """Return the fills that stand in one chart and are told apart by nothing else."""
    return {
        "severities and days of the calendar": (*ink.severity,),
        "kept, late, not done, waiting": ink.kept,
        "two series of bars": (ink.series[0], ink.series[2]),
        "open actions": (ink.series[2], ink.plum),
        "few and many": ink.heat,
    }


@INKS
@pytest.mark.parametrize("sight", SIGHTS)
def test_fills_of_one_chart_are_far_apart_for_every_sight(ink: Ink, sight: str) -> None:
    for name, fills in together(ink).items():
        for one, other in combinations(fills, 2):
            assert apart(one, other, sight) >= SEEN, (name, one, other, sight)


@INKS
def test_fills_of_one_chart_are_told_apart_in_grey(ink: Ink) -> None:
    for name, fills in together(ink).items():
        for one, other in combinations(fills, 2):
            assert abs(lab(one)[0] - lab(other)[0]) >= GREY, (name, one, other)


@INKS
def test_levels_of_risk_are_in_order_of_lightness_and_their_words_are_read(ink: Ink) -> None:
    lightness = [lab(ink.levels[level][0])[0] for level in LEVELS]

    assert lightness in (sorted(lightness), sorted(lightness, reverse=True))
    assert all(contrast(*ink.levels[level]) >= 4.5 for level in LEVELS)


@INKS
def test_text_in_a_bar_or_a_cell_is_read(ink: Ink) -> None:
    in_bars = [(ink.kept[0], ink.text), (ink.kept[1], ink.page), (ink.kept[2], ink.page)]
    in_cells = [(ink.heat[0], ink.text), (ink.heat[1], ink.page)]

    for fill, text in (*in_bars, *in_cells):
        assert contrast(fill, text) >= 4.5, (fill, text)
