"""Start the server from the command line, without Streamlit's own command."""

import socket

import streamlit as st

from evenemang.pages.door import furnish, parts

HOST = "127.0.0.1"
FIRST_PORT = 8501
LAST_PORT = 8599


def free_port() -> int:
    """Return the first port from 8501 that nobody listens on; 0 when all up to 8599 are taken."""
    return next((port for port in range(FIRST_PORT, LAST_PORT + 1) if _is_free(port)), 0)


def serve(port: int, *, browser: bool, address: str = HOST) -> None:
    """Serve the app at an address and port until stopped; `browser` opens it in one.

    Raises:
        NotOnThisAddress: If others could reach it, and nobody would have to sign in.
        SignInUnfit: If what is said of signing in cannot be used.
    """
    furnish()
    app = st.App(**parts(address))
    app.run(
        config={
            "server.address": address,
            "server.port": port,
            "server.headless": not browser,
            "server.fileWatcherType": "none",
            "logger.hideWelcomeMessage": True,
        }
    )


def _is_free(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex((HOST, port)) != 0
