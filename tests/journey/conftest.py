"""What the journeys use of other tests: the command line as a shell sees it."""

from tests.commands.conftest import run

__all__ = ["run"]
