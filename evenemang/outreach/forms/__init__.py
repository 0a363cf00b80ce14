"""Blank forms as PDF; the only home of typst."""
