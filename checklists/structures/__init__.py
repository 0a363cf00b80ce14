"""Tents, stages and other temporary structures."""
