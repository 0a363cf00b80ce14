"""Backups: made while others work, proved without being put back, and put back whole or not at all."""
