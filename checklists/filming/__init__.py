"""Film shoots: protects the public, cast and crew when film is shot among other people."""
