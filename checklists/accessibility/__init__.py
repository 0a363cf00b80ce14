"""Accessibility: everyone should be able to get there, take part, understand and get out safely."""
