"""Alcohol and order: questions for the group and the organiser, and what bad answers raise."""
