"""The floor of reading: calamine alone reads every cell in a folder; prints its peak memory in MB."""

import resource
import sys
from pathlib import Path

from python_calamine import load_workbook


def read(folder: Path) -> None:
    """Read every cell of every workbook, and keep none."""
    for file in folder.rglob("*.xlsx"):
        with load_workbook(file) as book:
            for name in book.sheet_names:
                book.get_sheet_by_name(name).to_python()


if __name__ == "__main__":
    read(Path(sys.argv[1]))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
