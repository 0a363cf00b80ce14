"""Ratios of what people wait for, against the least that the same libraries could do."""
