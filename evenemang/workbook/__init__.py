"""The workbook of a dossier: the only home of XlsxWriter (writing), openpyxl (reading) and calamine.

Reading stands apart in `evenemang.workbook.reading`, so that writing never loads openpyxl.
"""

from __future__ import annotations

from evenemang.workbook.saving import file_name, save_atomically
from evenemang.workbook.writing import has_secret, write

__all__ = ["file_name", "has_secret", "save_atomically", "write"]
