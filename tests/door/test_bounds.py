"""What a request may be like: another site's page, too much, too many."""

import pytest

from evenemang.pages.door.bounds import LARGEST_OTHER, LARGEST_UPLOAD, MOST_FILES, Bounds
from tests.door.asking import ask, house

UPLOAD = "/_stcore/upload_file/visit/{}"


@pytest.mark.parametrize(
    "origin",
    [
        "https://ond.example",
        "http://127.0.0.1:9999",
        "http://localhost:8501",
        "http://evenemang.example.ond.example",
        "null",
        "http://[::1",
    ],
)
def test_a_page_of_another_site_opens_no_connection_and_uploads_nothing(origin: str) -> None:
    said = {"origin": origin}

    assert not ask(Bounds(house), "/_stcore/stream", kind="websocket", headers=said).is_open
    assert ask(Bounds(house), UPLOAD.format("a"), method="PUT", headers=said).status == 403


def test_our_own_pages_open_a_connection_also_behind_a_proxy_that_speaks_tls() -> None:
    said = {"origin": "https://evenemang.example"}

    assert ask(Bounds(house), "/_stcore/stream", kind="websocket", headers=said).is_open
    assert ask(Bounds(house), UPLOAD.format("a"), method="PUT", headers=said).status == 200


@pytest.mark.parametrize("length", [str(LARGEST_UPLOAD + 1), "9" * 400, "-1", "1e3", "", "٣"])
def test_an_upload_that_says_it_is_too_large_is_refused_before_it_is_read(length: str) -> None:
    said = {"content-length": length.encode().decode("latin-1")}

    assert ask(Bounds(house), UPLOAD.format("a"), method="PUT", headers=said).status == 413


def test_an_upload_that_does_not_say_how_large_it_is_is_cut_off() -> None:
    answer = ask(Bounds(house), UPLOAD.format("a"), method="PUT", body=(b"x" * 4_000_000,) * 5)

    assert answer.messages == []


def test_nothing_but_an_upload_may_be_large() -> None:
    said = {"content-length": str(LARGEST_OTHER + 1)}

    assert ask(Bounds(house), "/jag", method="POST", headers=said).status == 413


def test_a_visit_holds_so_many_files_and_may_bring_another_when_it_takes_one_back() -> None:
    door = Bounds(house)
    kept = [ask(door, UPLOAD.format(number), method="PUT").status for number in range(MOST_FILES)]

    assert set(kept) == {200}
    assert ask(door, UPLOAD.format("one-more"), method="PUT").status == 429
    assert ask(door, "/_stcore/upload_file/another-visit/a", method="PUT").status == 200
    ask(door, UPLOAD.format(0), method="DELETE")
    assert ask(door, UPLOAD.format("one-more"), method="PUT").status == 200


def test_odd_headers_are_refused() -> None:
    assert ask(Bounds(house), "/", headers={"cookie": "x=" + "a" * 40_000}).status == 431
    assert ask(Bounds(house), "/", query="id=" + "a" * 9_000).status == 414
    assert ask(Bounds(house), "/", headers={"cookie": "namn=%00%ff\xff;;=;\x01"}).status == 200
