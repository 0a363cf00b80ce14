"""The floors: the least that the same libraries could do, with no work of ours in it."""
