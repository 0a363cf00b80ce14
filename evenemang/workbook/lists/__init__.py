"""Any list that a municipality keeps, workbook or CSV, as rows of plain cells."""
