"""The follow-up page by itself, for AppTest; the house is installed by whoever measures."""

from evenemang.pages import follow_up, house

follow_up.render(house.current(), "sv", None)
