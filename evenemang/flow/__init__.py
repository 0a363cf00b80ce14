"""The user's verbs: each a pure operation on a dossier, done through a workspace by somebody."""
