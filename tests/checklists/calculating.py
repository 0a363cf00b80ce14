"""What the tests of sums share: the figures as installed, one of them replaced, numbers with decimals."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from evenemang.bootstrap import content
from evenemang.domain.norm import Norm

NORMS = content().norms
SOURCES = content().norm_sources


def replaced(norm_id: str, **changes: Any) -> dict[str, Norm]:
    """Return the figures with one of them as an authority or the group has replaced it."""
    return {**NORMS, norm_id: Norm.model_validate(NORMS[norm_id].model_dump() | changes)}


def decimals(low: str, high: str, places: int = 2) -> st.SearchStrategy[Decimal]:
    """Return numbers from low to high with so many decimals."""
    return st.decimals(Decimal(low), Decimal(high), places=places)
