"""Letters as Word files; the only home of python-docx."""
