"""An area of risk as a workbook that people write in, and back: `writing` and `reading` stand apart."""
