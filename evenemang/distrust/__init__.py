"""Distrust: what any file from outside meets before a parser, and the process apart that then parses it."""
