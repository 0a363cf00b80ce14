"""Crowds: how many fit, how they come in, move and leave."""
