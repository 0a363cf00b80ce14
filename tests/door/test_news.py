"""The door says whether a page has anything new: by a name that only the page knows, and never what."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from starlette.routing import Route

from evenemang.domain.errors import NotAdmitted, StoreUnfit
from evenemang.domain.text import Text
from evenemang.pages.door import news
from evenemang.pages.listeners import listen
from tests.door.asking import Answer, ask

WHY = Text(sv="nej", en="no")


@dataclass
class Page:
    news: bool | Exception

    def has_news(self) -> bool:
        if isinstance(self.news, Exception):
            raise self.news
        return self.news


def asked(key: str) -> Answer:
    return ask(Route("/nytt", news.tell), "/nytt", headers={"x-nyckel": key})


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (False, 204),
        (True, 200),
        (NotAdmitted("ended", why=WHY), 200),  # the page is run, and leads its reader out
        (StoreUnfit("away", where="x", why=WHY), 204),  # what is shown stands
    ],
)
def test_a_page_that_has_shown_all_there_is_need_not_be_run(said: bool | Exception, status: int) -> None:
    listen("a-name", Page(said))

    answer = asked("a-name")

    assert answer.status == status
    assert b"".join(one.get("body", b"") for one in answer.messages) == b""


def test_a_page_that_is_not_known_here_is_run() -> None:
    assert asked("guessed").status == 200
    assert asked("").status == 200
