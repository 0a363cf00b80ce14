"""The steps of a dossier, one file each: render(desk)."""
