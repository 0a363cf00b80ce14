"""What the reader takes, and what it refuses: nothing that two readers would read in two ways."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang.catalogue.reader import LARGEST, read, read_text


def told(text: str) -> list[str]:
    return [fault.say("sv") for fault in read_text(text, "x.yaml")[1]]


def test_words_and_numbers_are_read_as_written() -> None:
    document, faults = read_text("a: ord\nb: -30\nc: 0.5\nd: true\ne: 2026-11-22\nf:\n  - x\n", "x.yaml")

    assert not faults
    assert document.data == {"a": "ord", "b": -30, "c": 0.5, "d": True, "e": "2026-11-22", "f": ["x"]}


def test_every_value_has_its_line() -> None:
    document, _ = read_text("a:\n  - b: 1\n  - b: 2\n", "x.yaml")

    assert document.line(("a", 1, "b")) == 3
    assert document.line(("a", 1, "missing")) == 3


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("when: no", 'Skriv "no"'),
        ("when: On", 'Skriv "On"'),
        ("opens: 18:30", 'Skriv "18:30"'),
        ("count: 0x1F", '"0x1F"'),
        ("count: 007", '"007"'),
        ("count: 1_000", '"1_000"'),
        ("count: 1e3", '"1e3"'),
        ("count: .inf", '".inf"'),
        ("count:", "Värdet saknas"),
        ("count: null", "Värdet saknas"),
        ("a: &x 1", "Ankare"),
        ("a: *x", "Ankare"),
        ("a: !!python/object x", "Taggen"),
        ("a: 1\na: 2", "står redan på rad 1"),
        ("a: 1\n---\nb: 1", "flera dokument"),
        ("? [a]\n: 1", "inte ett ord"),
        ("", "tom"),
        ("a: {b: c: d}", "tolka"),
        ("a: '\x07'", "styrtecken"),
        ("[" * 100, "nivåer"),
    ],
)
def test_what_readers_disagree_about_is_refused_with_a_way_out(written: str, said: str) -> None:
    (fault,) = told(written)

    assert said in fault


@pytest.mark.parametrize("word", ["no", "18:30", "007", "0x1F", "~", "&x"])
def test_in_quotes_everything_is_text(word: str) -> None:
    document, faults = read_text(f'a: "{word}"', "x.yaml")

    assert not faults
    assert document.data == {"a": word}


def test_all_faults_come_at_once_each_with_its_line() -> None:
    faults = told("a: no\nb:\n  - c: 18:30\n    c: 2\n")

    assert [fault.split(":")[1] for fault in faults] == ["1", "3", "4"]
    assert "b[0].c" in faults[1]


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes("a: 1\nb: Räddning\n".encode("latin-1"))

    (fault,) = read(file)[1]

    assert fault.line == 2
    assert "UTF-8" in fault.do.sv


def test_a_file_no_person_wrote_is_not_even_opened(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"a" * (LARGEST + 1))

    (fault,) = read(file)[1]

    assert "256 kB" in fault.do.sv


def test_an_alias_bomb_is_refused_in_no_time() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )

    assert all("Ankare" in fault for fault in told(bomb))


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fall(text: str) -> None:
    read_text(text, "x.yaml")
