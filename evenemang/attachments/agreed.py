"""What the app and the process apart have agreed on: a letter for each work, and one for how it went.

It stands alone, so that the app need not bring in what reads pictures and PDFs.
"""

from __future__ import annotations

CLEAN, SMALL, LOOK = b"c", b"s", b"l"  # write a picture anew, make it small, look through a PDF
DONE, REFUSED = b"+", b"-"
