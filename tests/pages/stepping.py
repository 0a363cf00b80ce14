"""Walking through a page as a member: every widget that can be used is used, and what was refused is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, time
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1 import element_tree as tree

from bench.answering import empty_house, main_given_back
from evenemang import bootstrap, charts
from evenemang.bootstrap.comparing import changes_between
from evenemang.bootstrap.meetings import MeetingFiles
from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.role import RISING, Member
from evenemang.domain.text import Text
from evenemang.flow.rights import ByRole
from evenemang.pages.house import install
from tests.builders import deed

SCRIPT = Path(__file__).with_name("as_member.py")
PATIENCE = 60  # seconds for a run of a page
ASK = Text(sv="säkerhetssamordnaren, 033-00 00 00", en="the security coordinator, 033-00 00 00")


@dataclass
class Walk:
    """A house with one member of each role, by its name; `refused` are the verbs that were refused."""

    opened: bootstrap.Opened
    refused: list[str] = field(default_factory=list)
    used: set[tuple[str, str]] = field(default_factory=set)

    def page(self, who: str, address: Mapping[str, str]) -> AppTest:
        """Open a page as somebody."""
        page = AppTest.from_file(str(SCRIPT), default_timeout=PATIENCE)
        for name, value in {**address, "vem": who}.items():
            page.query_params[name] = value
        return _whole(page.run())

    def use_all(self, page: AppTest, who: str) -> None:
        """Use every widget that nobody has used before as this person, and those that come up by it."""
        while True:
            left = [one for one in widgets(page) if (who, key_of(one)) not in self.used]
            if not left:
                return
            self.used.add((who, key_of(left[0])))
            _use(left[0])
            page = _whole(page.run())


@contextmanager
def walk(data: Path) -> Iterator[Walk]:
    """Open a data folder for pages run in this process, with sign-in's rulings."""
    opened = bootstrap.open_data(data)
    work, found = opened.workspace, Walk(opened)
    for role in RISING:
        opened.store.save("member", Member(id=role, name=role, role=role), expected=0, deeds=[deed()])
    work.access = ByRole(opened.store, ASK)
    require = work.require

    def noting(by: Actor, verb: str, dossier: str | None = None) -> None:
        try:
            require(by, verb, dossier)
        except EvenemangError:
            found.refused.append(verb)
            raise

    work.require = noting  # type: ignore[method-assign]  # listens to what is refused
    house = replace(
        empty_house(work),
        data=data,
        charts=charts,
        meetings=lambda: MeetingFiles(work),
        copy_name=opened.copy_name,
        workbook_file=opened.workbook_file,
        changes=lambda old, new: changes_between(old, new, work.content),
    )
    install(house)
    with main_given_back():
        yield found


def widgets(page: AppTest) -> list[tree.Widget]:
    """Return every widget of a page that can be used; what is downloaded is no deed."""
    return [
        one
        for one in _nodes(page._tree)
        if isinstance(one, tree.Widget) and not isinstance(one, tree.DownloadButton) and not one.disabled
    ]


def words_of(page: AppTest) -> str:
    """Return all that a page sends: its words among what they stand in."""
    return "\n".join(str(one.proto) for one in _nodes(page._tree) if not isinstance(one, tree.Block))


def key_of(widget: tree.Widget) -> str:
    """Return what a widget is called by: its key, or its label where it has none."""
    return str(widget.key or widget.label)


def _nodes(block: tree.Block) -> Iterator[tree.Node]:
    for one in block.children.values():
        yield one
        if isinstance(one, tree.Block):
            yield from _nodes(one)


def _whole(page: AppTest) -> AppTest:
    assert not page.exception, page.exception
    return page


def _use(widget: Any) -> None:
    match widget:
        case tree.Button():
            widget.click()
        case tree.Checkbox() | tree.Toggle():
            widget.set_value(True)
        case tree.TextInput() | tree.TextArea():
            widget.set_value("Prov")
        case tree.NumberInput():
            widget.set_value(widget.min if widget.min is not None else 1)
        case tree.DateInput():
            widget.set_value(date(2024, 5, 1))
        case tree.TimeInput():
            widget.set_value(time(12))
        case tree.Multiselect():
            widget.set_value(widget.options[:1])
        case tree.ButtonGroup() | tree.Radio() | tree.Selectbox():
            widget.set_value(widget.options[0])
