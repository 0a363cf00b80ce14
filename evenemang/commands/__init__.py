"""The command line's verbs. What it prints on stdout, and its exit codes, do not change."""
