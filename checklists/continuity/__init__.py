"""Continuity and plan B: questions for the group and the organiser, and what bad answers raise."""
