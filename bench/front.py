"""The first page by itself, for AppTest; the house is installed by whoever measures."""

from evenemang.pages import house, overview

overview.render(house.current(), "sv", None)
