"""Our sign: in the browser's tab, and in the corner of every page."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Logo_pb2 import Logo
from streamlit.proto.PageConfig_pb2 import PageConfig
from streamlit.runtime.scriptrunner import get_script_run_ctx

ICON = Path(__file__).parents[1] / "static" / "icon.svg"


def show() -> None:
    """Put the sign on the page.

    `st.logo` and `page_icon` would send the same two messages, after importing numpy and Pillow to look at
    the picture: a tenth of a second that the first page would wait for.
    """
    context = get_script_run_ctx()
    if context is not None:
        context.enqueue(ForwardMsg(page_config_changed=PageConfig(favicon=_picture())))
        logo = Logo(image=_picture(), image_type=Logo.ImageType.IMAGE, size="large")
        context.enqueue(ForwardMsg(logo=logo))


@cache
def _picture() -> str:
    return f"data:image/svg+xml;base64,{b64encode(ICON.read_bytes()).decode()}"
