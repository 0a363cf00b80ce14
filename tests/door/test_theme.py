"""The theme is told as Streamlit would tell it, though it is worked out once."""

from streamlit import config
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session

from evenemang.pages.door.furnish import furnish
from evenemang.pages.door.theme import NAME, keep_theme, told_once

PARTS = ("light", "dark", "sidebar")


def told(populate: object) -> bytes:
    """Return what a run of a page is told, put together as Streamlit does."""
    assert callable(populate)
    theme = NewSession().custom_theme
    populate(theme)
    for part in PARTS:
        populate(getattr(theme, part), f"theme.{part}")
    for part in PARTS[:2]:
        populate(getattr(theme, part).sidebar, f"theme.{part}.sidebar")
    said: bytes = theme.SerializeToString(deterministic=True)
    return said


def test_every_run_is_told_the_theme_that_streamlit_would_work_out() -> None:
    furnish()
    ours = getattr(app_session, NAME)
    theirs = next(cell.cell_contents for cell in ours.__closure__ if callable(cell.cell_contents))

    assert len(told(theirs)) > 500
    assert told(ours) == told(ours) == told(theirs)
    assert set(ours.worked_out) >= {"theme", "theme.light", "theme.dark.sidebar"}


def test_a_setting_that_is_read_anew_is_told_and_keeping_twice_is_keeping_once() -> None:
    asked: list[str] = []
    once = told_once(lambda _message, section: asked.append(section))
    told(once)
    told(once)
    assert len(asked) == len(set(asked)) == 6

    furnish()
    ours = getattr(app_session, NAME)
    keep_theme()
    assert getattr(app_session, NAME) is ours
    told(ours)
    config.get_config_options(force_reparse=True)
    assert ours.worked_out == {}
