"""Showing some parts of a page anew from another part of it.

`st.rerun` takes parts by name only in what a button calls; a part that listens has no button. What it would
ask of the running page is asked here, in the one place that knows Streamlit from within.
"""

from __future__ import annotations

from collections.abc import Iterable

from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData


def alone() -> bool:
    """Return whether the part that runs was asked for by itself, and the page around it is whole.

    To ask for parts while the page is first drawn cuts that short, and the browser is then sent parts of a
    page that it has not got: it shows nothing at all.
    """
    context = get_script_run_ctx()
    return bool(context and context.fragment_ids_this_run)


def show_anew(parts: Iterable[str]) -> None:
    """Ask for parts to be shown anew when this one is done; those that are not on the page are left out."""
    context = get_script_run_ctx()
    if context is None or context.script_requests is None:
        return
    ids: list[str] = []
    for part in parts:
        try:
            ids.extend(context.fragment_storage.resolve_target(part))
        except StreamlitAPIException:
            continue
    if ids:
        context.script_requests.request_rerun(
            RerunData(
                query_string=context.query_string,
                page_script_hash=context.page_script_hash,
                fragment_id_queue=ids,
                is_fragment_scoped_rerun=True,
                cached_message_hashes=context.cached_message_hashes,
                context_info=context.context_info,
            )
        )
