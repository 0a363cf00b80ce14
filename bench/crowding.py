"""A person at a page, without a browser: what the front end sends and waits for, and asks by itself."""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import httpx
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 120.0  # seconds for one answer, with everybody at it
CHOICES = 2  # of each question, by turns
ASKS, SELDOM = 3.0, 30.0  # seconds between two questions about the others, as pages/static/listening.js
NOTHING_NEW = 204
NAMED = re.compile(r'data-nyckel="([^"]+)"')


@dataclass
class Choice:
    """A question as the page sent it: what its widget takes, and in which fragment it stands."""

    id: str
    values: tuple[str, ...]
    fragment: str
    many: bool  # a group of buttons is a list of one


@dataclass
class Person:
    """One person at one page, who answers one question again and again."""

    address: str
    path: str
    place: int  # which of the page's questions is this person's
    socket: Any = None
    choices: dict[str, Choice] = field(default_factory=dict)
    clicks: int = 0
    asked_by: str = ""  # the name by which the page is asked about; a bare page has none
    button: Choice | None = None  # that is pressed where there is something new
    gone: bool = False
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)  # one run at a time: the page waits for each

    async def open(self) -> None:
        """Ask for the page, and read all of it."""
        self.socket = await websockets.connect(
            f"{self.address.replace('http', 'ws')}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
            origin=None,
            ping_interval=None,  # a server that is busy is waited for
            additional_headers={"Cookie": f"namn=Person%20{self.place}"},
        )
        asked = BackMsg()
        page, _, query = self.path.partition("?")
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        await self._finished(asked)

    async def click(self) -> float:
        """Choose the next answer, and return the seconds until the page has said all it has to say."""
        mine = list(self.choices.values())
        choice = mine[self.place % len(mine)]
        said, widget = _asking(choice)
        value = choice.values[(self.clicks + 1) % CHOICES]  # they stand at the first
        if choice.many:
            widget.string_array_value.data.append(value)
        else:
            widget.string_value = value
        self.clicks += 1
        start = time.perf_counter()
        async with self.turn:
            await self._finished(said)
        return time.perf_counter() - start

    async def listen(self) -> None:
        """Ask for news as our page does, until cancelled; a bare page has nobody to hear of."""
        async with httpx.AsyncClient(base_url=self.address, timeout=PATIENCE) as client:
            wait = ASKS
            while self.asked_by and not self.gone:
                await asyncio.sleep(wait)
                began, status = time.perf_counter(), 0
                with suppress(httpx.HTTPError):  # then the page is run, as in the browser
                    status = (await client.get("/nytt", headers={"X-Nyckel": self.asked_by})).status_code
                wait = max(ASKS, min(10 * (time.perf_counter() - began), SELDOM))
                if status != NOTHING_NEW:
                    async with self.turn:
                        await self._press()

    async def _press(self) -> None:
        assert self.button
        said, widget = _asking(self.button)
        widget.trigger_value = True
        await self._finished(said)

    async def leave(self) -> None:
        """Close the page."""
        await self.socket.close()

    async def _finished(self, said: BackMsg) -> None:
        await self.socket.send(said.SerializeToString())
        while True:
            heard = ForwardMsg()
            heard.ParseFromString(await asyncio.wait_for(self.socket.recv(), PATIENCE))
            kind = heard.WhichOneof("type")
            if kind == "delta" and heard.delta.WhichOneof("type") == "new_element":
                self._note(heard.delta.new_element, heard.delta.fragment_id)
            if kind == "script_finished" and heard.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return

    def _note(self, element: Any, fragment: str) -> None:
        """Keep a question's widget, and not what a page has beside them, the choice of area."""
        kind = element.WhichOneof("type")
        if kind == "html":
            named = NAMED.search(element.html.body)
            self.asked_by = named[1] if named else self.asked_by
            return
        if kind == "button" and element.button.id.endswith("-lyssna"):
            self.button = Choice(element.button.id, (), fragment, many=False)
            return
        if kind == "button_group":
            shown = element.button_group
            values = tuple(f"{one.content_icon} {one.content}".strip() for one in shown.options)
        elif kind == "radio" and "omradesval" not in element.radio.id:
            shown, values = element.radio, tuple(element.radio.options)
        else:
            return
        name = shown.id.partition("-")[2].partition("-")[2]  # the same question, whatever its page made of it
        self.choices[name] = Choice(shown.id, values, fragment, many=kind == "button_group")


def _asking(choice: Choice) -> tuple[BackMsg, Any]:
    """Return what asks for a run of a part, and the widget in it that somebody has touched."""
    said = BackMsg()
    said.rerun_script.fragment_id = choice.fragment
    widget = said.rerun_script.widget_states.widgets.add()
    widget.id = choice.id
    return said, widget
