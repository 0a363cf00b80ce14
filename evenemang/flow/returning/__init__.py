"""A workbook that comes back: what differs, and how it is taken in."""
