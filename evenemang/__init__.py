"""The shared memory of a municipality's event-safety group."""

import os

# Pydantic asks every installed package whether it wants to listen in on what is checked. None of ours does,
# and nobody else's may. Said here: before any model is made.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
