"""The verbs on a database of a server: named by URL, and nowhere does its password show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run, Said
from tests.postgres import Server


@pytest.fixture
def url(postgres: Server) -> str:
    return postgres.database()


def test_a_dossier_is_opened_answered_and_shown_on_a_server_and_the_folder_has_its_workbook(
    run: Run, url: str, tmp_path: Path
) -> None:
    (tmp_path / "new.json").write_text('{"name": "Loppis", "areas": ["crowds"]}', "utf-8")
    where = ("--database", url)

    made = run("new", "new.json", "--by", "Sara Lind", *where)
    assert made.code == 0, made.err
    handle = made.out.strip()

    assert run("answer", handle, "crowds.stop-level", "yes", "--by", "Sara Lind", *where).code == 0
    assert [one["name"] for one in run("list", "--json", *where).json] == ["Loppis"]
    assert "crowds.stop-level" in run("show", handle, *where).out
    assert run("verify", *where).code == 0
    assert list((tmp_path / "data" / "workbooks").rglob(f"*({handle}).xlsx"))
    assert not (tmp_path / "data" / "evenemang.db").exists()
    assert run("list", "--json").json == []  # the data folder's own database is another

    copied = run("copy", "--from", url, "--to", "flyttad")
    assert (copied.code, copied.out) == (0, ""), copied.err
    assert "jämfört rad för rad: 1 poster" in copied.err
    assert [one["id"] for one in run("list", "--json", "--data", "flyttad").json] == [handle]
    assert run("copy", "--from", url, "--to", "flyttad").code == 1


def test_the_example_year_is_not_played_into_a_database_that_holds_something(
    run: Run, url: str, tmp_path: Path
) -> None:
    (tmp_path / "new.json").write_text('{"name": "Loppis", "areas": ["crowds"]}', "utf-8")
    run("new", "new.json", "--by", "Sara Lind", "--database", url)

    refused = run("demo", "--database", url, "--data", "annan")

    assert refused.code == 1
    assert "inte tom" in refused.err
    assert run("demo", "--if-empty", "--database", url).code == 0


def test_a_password_opens_the_database_and_is_never_shown(run: Run, postgres: Server) -> None:
    right = postgres.locked_database()
    before, _, password = right.partition("@")[0].rpartition(":")
    asked = f"{before}@{right.partition('@')[2]}&password={password}"

    said = [
        run("doctor", "--database", right),
        run("doctor", "--database", asked),
        run("doctor", "--database", right.replace("s3kret", "fel-s3kret")),
        run("list", "--database", right.replace("s3kret", "fel-s3kret")),
        run("list", "--database", right.replace("postgresql", "mysql")),
        run("list", "--database", right.replace("?host=", "-finns-inte?host=")),
        run("verify", "--database", f"postgresql://sara:{password}@[fel/databas"),
    ]

    assert [one.code for one in said] == [0, 0, 1, 1, 1, 1, 1], [one.err for one in said]
    assert "släpper inte in" in said[2].err + said[3].err
    assert "finns inte på servern" in said[5].err
    for one in said:
        assert "s3kret" not in one.out + one.err


def test_a_server_that_does_not_answer_is_told_in_a_sentence(run: Run) -> None:
    away = ("--database", "postgresql://sara:s3kret@127.0.0.1:1/evenemang")

    said: list[Said] = [run("list", *away), run("--no-browser", *away), run("demo", "--if-empty", *away)]

    assert [one.code for one in said] == [1, 1, 1]
    for one in said:
        assert "postgresql://sara@127.0.0.1:1/evenemang" in one.err
        assert "svarar inte" in one.err
        assert "s3kret" not in one.err
