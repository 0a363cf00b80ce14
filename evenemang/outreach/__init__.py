"""Outreach: the only home of the network."""
