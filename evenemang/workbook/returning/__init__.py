"""A workbook that comes back, read as a person filled it in: sheet by sheet, cell by cell."""
