"""The monthly meeting: its agenda out of what changed, how it is held, and what is written of it."""
