"""The documents say what is so: rooms, words, decisions and links are held against the code."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from evenemang import bootstrap
from evenemang.__main__ import GROUPS, VERBS
from evenemang.commands.speaking import Exit
from evenemang.domain.personal import Kind, models, rulings
from evenemang.flow.journal import JournalEntry
from evenemang.flow.reviewing import titles
from evenemang.flow.storing import Record

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "checklists" / "README.md",
    *sorted(DOCS.rglob("*.md")),
]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def said(page: str) -> str:
    return (DOCS / page).read_text("utf-8")


def contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def rooms() -> list[str]:
    layers = next(one["layers"] for one in contracts() if one.get("containers") == ["evenemang"])
    return [room.strip() for layer in layers for room in layer.split("|")]


def homes() -> list[tuple[str, str]]:
    """The libraries that one room is alone with, each with that room."""
    allowed = {tuple(arrow.split(" -> ")) for one in contracts() for arrow in one.get("ignore_imports", ())}
    return sorted({(library, importer.split(".")[1]) for importer, library in allowed})


def row(page: str, first: str) -> str:
    return next((line for line in said(page).splitlines() if line.startswith(f"| `{first}` |")), "")


@cache
def code() -> str:
    folders = (ROOT / "evenemang", ROOT / "checklists")
    return "\n".join(file.read_text("utf-8") for folder in folders for file in sorted(folder.rglob("*.py")))


@cache
def spoken() -> tuple[str, ...]:
    """Everything the program says in Swedish, as it is written: Text(sv=…), or a pair of words."""
    found = re.findall(r'sv=f?"([^"]+)"|\("([^"]+)", "', code())
    content = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "checklists").rglob("*.yaml")))
    written = re.findall(r"^ *sv: (.+)$", content, flags=re.MULTILINE)
    return tuple(one.lower() for one in (*("".join(pair) for pair in found), *written))


def glossary() -> list[tuple[str, str]]:
    """The English and the Swedish word of each row."""
    rows = [line.split("|") for line in said("glossary.md").splitlines() if line.startswith("| `")]
    return [(cells[1].strip().strip("`"), cells[2].strip()) for cells in rows]


@pytest.mark.parametrize("room", rooms())
def test_every_room_of_the_import_contract_is_described(room: str) -> None:
    assert row("architecture.md", room)


@pytest.mark.parametrize(("library", "room"), homes())
def test_every_library_with_one_home_is_named_at_its_home(library: str, room: str) -> None:
    called = {"ruamel": "ruamel.yaml", "python_calamine": ""}.get(library, library)  # calamine: not used yet

    assert called.lower() in row("architecture.md", room).lower()


def test_every_verb_of_the_command_line_is_in_the_architecture() -> None:
    page = said("architecture.md")
    grouped = [f"{name} {verb}" for name, (_, verbs) in GROUPS.items() for verb in verbs]

    assert [verb for verb in (*VERBS, *grouped) if not re.search(rf"`{verb}[ `]", page)] == []
    assert [int(code) for code in Exit if f"{int(code)} (" not in page] == []


def rules() -> list[list[str]]:
    lines = [line.split("|")[1:-1] for line in said("rules.md").splitlines() if line.startswith("| `")]
    return [[cell.strip().strip("`") for cell in line] for line in lines]


def test_every_rule_is_told_with_its_severity_and_whose_it_is() -> None:
    content = bootstrap.content()
    brought_by = {one.id: one.brought_by for one in content.rules}
    installed = [
        [rule, severity, brought_by.get(rule, "the matrix")]
        for rule, (severity, _) in titles(content).items()
    ]

    assert sorted(line[:3] for line in rules()) == sorted(installed)


def test_the_figures_of_rules_are_told_as_they_are() -> None:
    content, page = bootstrap.content(), said("rules.md")
    named = [norm for rule in content.rules for norm in rule.norms]

    assert [one for one in named if f"`{one}` ({content.norms[one].figure:g}" not in page] == []


@pytest.mark.parametrize("word", [english for english, _ in glossary()])
def test_every_word_of_the_glossary_is_in_the_code(word: str) -> None:
    assert re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", code())


@pytest.mark.parametrize("word", sorted({swedish for _, swedish in glossary() if swedish}))
def test_every_swedish_word_of_the_glossary_is_said_by_the_program(word: str) -> None:
    assert any(word in text for text in spoken())


def test_no_word_of_the_glossary_is_explained_twice() -> None:
    words = [english for english, _ in glossary()]

    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("kind", "called"),
    [("name", "namn"), ("contact", "kontakt"), ("health", "hälsa"), ("free", "fri text")],
)
def test_the_register_of_processing_lists_the_fields_that_are_marked(kind: Kind, called: str) -> None:
    lines = [line for line in said("personuppgifter.md").splitlines() if line.startswith(f"| {called} |")]
    kept = models(*get_args(Record), JournalEntry)
    marked = {
        f"{one.__name__}.{field}" for one in kept for field, found in rulings(one).items() if kind in found
    }

    assert [set(re.findall(r"`(\w+\.\w+)`", line)) for line in lines] == [marked]


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [file.name[:4] for file in DECISIONS] == [f"{one:04d}" for one in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_a_decision_is_short_and_has_its_parts(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines()
    parts = [line.removeprefix("## ") for line in lines if line.startswith("## ")]

    assert len(lines) <= 40
    assert re.fullmatch(rf"# {file.name[:4]} [A-Z].*[^.]", lines[0])
    assert re.fullmatch(r"Status: (accepted|superseded by \d{4}), \d{4}-\d{2}-\d{2}", lines[2])
    assert parts == ["Context", "Decision", "Consequences", "Not chosen"]


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_what_a_decision_names_is_in_the_code(file: Path) -> None:
    named = re.findall(r"`((?:evenemang|checklists|tests|docs)/[\w/.-]+)`", file.read_text("utf-8"))

    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(FENCED.sub("", page.read_text("utf-8")))
    here = [link.split("#")[0] for link in links if "://" not in link]

    assert [link for link in here if link and not (page.parent / link).exists()] == []
