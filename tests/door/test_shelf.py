"""The files that Streamlit's page is made of, handed out at once."""

import re
from typing import Any

import pytest

from evenemang.pages.door.shelf import STATIC, Shelf
from evenemang.pages.door.shell import page
from tests.door.asking import Answer, ask, house


def handed(path: str, **said: Any) -> Answer:
    return ask(Shelf(house), path, **said)


PARTS = sorted(set(re.findall(r'"\./(static/[^"]+)"', page("sv"))))


def test_all_that_the_page_names_comes_whole_in_one_piece_and_may_be_kept_for_good() -> None:
    assert len(PARTS) > 20
    for part in PARTS:
        answer = handed(f"/{part}")

        assert answer.status == 200
        assert [message["type"] for message in answer.messages] == [
            "http.response.start",
            "http.response.body",
        ]
        assert answer.messages[1]["body"] == (STATIC / part).read_bytes()
        assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"


def test_a_script_is_said_to_be_one() -> None:
    script = next(part for part in PARTS if part.endswith(".js"))

    assert handed(f"/{script}").headers["content-type"] == "text/javascript; charset=utf-8"


def test_who_has_a_part_already_is_not_sent_it_again() -> None:
    had = handed(f"/{PARTS[0]}").headers["etag"]

    assert handed(f"/{PARTS[0]}", headers={"if-none-match": had}).status == 304


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/static/js/finns-inte.js", {}),
        ("/static/../../../etc/passwd", {}),
        ("/static/js/../../index.html", {}),
        ("/nytt", {}),
        (f"/{PARTS[0]}", {"method": "HEAD"}),
        (f"/{PARTS[0]}", {"headers": {"range": "bytes=0-9"}}),
        ("/_stcore/stream", {"kind": "websocket"}),
    ],
)
def test_all_else_is_for_the_app_to_answer(path: str, said: dict[str, Any]) -> None:
    last = handed(path, **said).messages[-1]

    assert last.get("body") == b"ok" or last["type"] == "websocket.accept"
