"""A municipality's own list of past events: read, mapped, tried, and kept as dossiers all at once."""
