"""The dossier on paper: what stands in it, in which order, in one language; nothing of how it is set."""
