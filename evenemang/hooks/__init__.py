"""Hooks: the public way in for plugins, and the only home of pluggy."""
