"""Retention (gallring): what the rules say goes now, and removing it, with the fact of it in the journal."""
