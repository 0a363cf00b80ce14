"""Foresight: what was seen coming, what never came, and what the checklists should therefore ask."""
