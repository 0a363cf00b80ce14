"""Blank forms and dossiers as PDF; the only home of typst."""
