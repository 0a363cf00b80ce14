"""Parts of the step På plats."""
