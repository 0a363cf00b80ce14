"""Checklists as data: one folder per area of risk, beside the questions about the event itself."""
