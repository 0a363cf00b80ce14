"""The matrix picture: what it says, and that no mark hides another."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from evenemang.charts import MatrixMark, matrix_figure
from evenemang.charts.marks import placed
from evenemang.domain.matrix import Floor, Level, LevelId, Matrix, Scale, ScaleStep
from evenemang.domain.text import Text

WORDS: dict[LevelId, str] = {"low": "Låg", "medium": "Medel", "high": "Hög", "very-high": "Mycket hög"}
STEP_WORDS = ("Mycket begränsad", "Begränsad", "Allvarlig", "Mycket allvarlig", "Katastrofal")


def said(words: str) -> Text:
    return Text(sv=words, en=f"{words} (en)")


def scale(title: str, words: tuple[str, ...]) -> Scale:
    steps = tuple(
        ScaleStep(step=number, word=said(word), anchor=said("ankare")) for number, word in enumerate(words, 1)
    )
    return Scale(title=said(title), steps=steps)


def level_of(score: int) -> LevelId:
    if score >= 20:
        return "very-high"
    return "high" if score >= 10 else "medium" if score >= 5 else "low"


MATRIX = Matrix(
    matrix="test",
    version=date(2026, 11, 22),
    title=said("Matris"),
    sources=(),
    likelihood=scale("Sannolikhet", ("Mycket låg", "Låg", "Medel", "Hög", "Mycket hög")),
    vulnerability=scale("Sårbarhet", ("Väl skyddad", "Skyddad", "Delvis", "Svag", "Oskyddad")),
    consequence=scale("Konsekvens", STEP_WORDS),
    levels=tuple(
        Level(id=one, word=said(word), means=said("-"), demands=said("-")) for one, word in WORDS.items()
    ),
    grid=tuple(tuple(level_of(row * column) for column in range(1, 6)) for row in range(1, 6)),
    floors=(Floor(consequence=5, level="medium", because=said("-")),),
    decisions=(),
)

cells = st.tuples(st.integers(1, 5), st.integers(1, 5))
marks = st.lists(st.tuples(cells, cells), max_size=40).map(
    lambda pairs: [MatrixMark(f"R{number}", *pair) for number, pair in enumerate(pairs, 1)]
)


def test_every_cell_says_its_level_and_number_in_words() -> None:
    figure = matrix_figure([], MATRIX, "accident", dark=False, language="sv")

    texts = [one.text for one in figure.layout.annotations]

    assert len(texts) == len(figure.layout.shapes) == 25
    assert "Hög <b>15</b>" in texts
    assert "Mycket<br>hög <b>20</b>" in texts
    assert "Medel <b>5</b>" in texts


def test_a_lowered_risk_has_a_ring_before_a_filled_mark_after_and_an_arrow_between() -> None:
    figure = matrix_figure([MatrixMark("R3", (4, 3), (2, 3))], MATRIX, "accident", dark=False, language="sv")
    way, before, after, _ = figure.data

    assert list(before.text) == list(after.text) == ["R3"]
    assert (round(before.y[0]), round(after.y[0])) == (4, 2)
    assert way.y[:2] == (before.y[0], after.y[0])
    assert way.x[0] == way.x[1]  # straight down


def test_a_risk_that_nothing_lowers_is_only_filled() -> None:
    figure = matrix_figure([MatrixMark("R7", (3, 5), (3, 5))], MATRIX, "accident", dark=True, language="sv")
    _, before, after, _ = figure.data

    assert len(before.x) == 0
    assert list(after.text) == ["R7"]


def test_the_axis_reads_vulnerability_for_threats() -> None:
    accident = matrix_figure([], MATRIX, "accident", dark=False, language="sv")
    threat = matrix_figure([], MATRIX, "threat", dark=False, language="sv")

    assert accident.layout.yaxis.title.text == "Sannolikhet"
    assert threat.layout.yaxis.title.text == "Sårbarhet"


def test_long_axis_words_are_broken_by_hand_and_numbered() -> None:
    figure = matrix_figure([], MATRIX, "accident", dark=False, language="sv")

    assert figure.layout.xaxis.ticktext[0] == "1<br>Mycket<br>begrän-<br>sad"
    assert figure.layout.xaxis.ticktext[4] == "5<br>Kata-<br>strofal"


def test_a_full_cell_counts_the_risks_it_has_no_room_for() -> None:
    figure = matrix_figure(
        [MatrixMark(f"R{number}", (2, 2), (2, 2)) for number in range(1, 10)],
        MATRIX,
        "accident",
        dark=False,
        language="sv",
    )
    _, _, after, more = figure.data

    assert len(after.x) == 5
    assert list(more.text) == ["+4"]


def test_four_risks_of_one_cell_do_not_touch_on_a_phone() -> None:
    placing = placed([MatrixMark(f"R{number}", (2, 2), (2, 2)) for number in range(1, 5)])

    points = [one.after for one in placing.marks if one.after]

    assert len(points) == 4
    assert all(abs(a[0] - b[0]) > 0.5 or abs(a[1] - b[1]) > 0.3 for a, b in combinations(points, 2))


@given(marks)
def test_no_mark_stands_on_another_and_none_is_lost(given_marks: list[MatrixMark]) -> None:
    placing = placed(given_marks)

    points = [point for one in placing.marks for point in (one.before, one.after) if point]
    every = [*points, *placing.crowded]
    ends = sum(1 if one.before == one.after else 2 for one in given_marks)

    assert all(one != other for one, other in combinations(every, 2))
    assert len(points) + sum(placing.crowded.values()) == ends
    for mark, found in zip(given_marks, placing.marks, strict=True):
        if found.after:
            assert (round(found.after[1]), round(found.after[0])) == mark.after
