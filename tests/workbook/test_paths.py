"""No id and no name leads out of the data folder, whatever an id may hold."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from evenemang.catalogue import KeptVersions
from evenemang.domain.actor import Actor, stamp
from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Id
from evenemang.workbook.returns import returns_of
from evenemang.workbook.saving import id_in_name, safe_name

DATA = Path("/srv/data")
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,119}", fullmatch=True)


@given(one=ids)
@example(one="a/../../etc/passwd")
@example(one="a/..")
@example(one="a..")
@example(one="x//y")
def test_an_id_is_one_part_of_a_path_wherever_it_becomes_one(one: str) -> None:
    TypeAdapter(Id).validate_python(one)

    for folder in returns_of(DATA, one):
        assert folder.parent.parent == DATA
        assert ".." not in folder.parts
    assert Path(id_in_name(one)).name == id_in_name(one)


@given(name=st.text())
@example(name="../../../etc/passwd")
@example(name="..\\..\\x")
@example(name="/")
def test_a_name_is_one_part_of_a_path(name: str) -> None:
    part = safe_name(name)

    assert Path(part).name == part
    assert "\\" not in part


@given(area=ids | st.text())
@example(area="../../etc")
@example(area="a/../..")
@example(area="..")
def test_a_version_of_an_area_is_read_in_its_own_folder_only(area: str) -> None:
    kept = KeptVersions(DATA)._place(area, date(2027, 1, 1))

    assert kept is None or (kept.parent.parent == DATA and ".." not in kept.parts)


@pytest.mark.parametrize(
    "file", ["../evenemang.db", "/etc/passwd", "a/b.png", f"{'a' * 64}.png/../x", "x.svg"]
)
def test_an_attachment_is_named_by_its_content_and_nothing_else(file: str) -> None:
    added = stamp(Actor(name="Sara Lind"), datetime.now(LOCAL))
    facts = {"name": "x", "size": 1, "added": added}
    AttachmentNote.model_validate({**facts, "file": f"{'a' * 64}.png"})

    with pytest.raises(ValidationError):
        AttachmentNote.model_validate({**facts, "file": file})
