"""Whether the workbooks of the registers are in the folder, and fresh."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from evenemang.domain.text import Text

if TYPE_CHECKING:
    from evenemang.flow.storing import Store


def stale_registers(store: Store, data: Path) -> Iterator[Text]:
    """Return a sentence for each register whose workbook lags or is gone."""
    from evenemang.flow.registers import REGISTERS
    from evenemang.flow.storing import REGISTER

    for kind in REGISTERS:
        versions = [one.version for one in store.all(kind)]
        written = store.file_of(kind, REGISTER)
        if versions and (written is None or written[0] != sum(versions)):
            yield Text(
                sv=f"Registrets arbetsbok ({kind}) är inte färsk. Starta appen, så skrivs den.",
                en=f"The workbook of the register {kind} is not fresh. Start the app and it is written.",
            )
        elif written and not (data / "workbooks" / written[1]).is_file():
            yield missing(written[1])


def missing(file: str) -> Text:
    """Say that a workbook is gone."""
    return Text(
        sv=f"Arbetsboken {file} saknas i mappen.", en=f"The workbook {file} is missing from the folder."
    )
