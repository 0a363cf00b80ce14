"""Durations: how long things take while some are not done yet. The only home of scipy."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from math import isnan
from typing import Any

import numpy as np
from scipy.stats import CensoredData, ecdf

from evenemang.flow.year_times import Durations

LEVEL = 0.95


def time_to_close(closed: Sequence[int], still_open: Sequence[int]) -> Durations | None:
    """Return the Kaplan–Meier curve of days to close; the open ones count for as long as they have been open.

    Args:
        closed: Days from decision to done, one for each that is done, 0 or more.
        still_open: Days since decision, one for each that is open.

    Returns:
        None where nothing is closed: there is no curve, which is not a curve of zero days.

    Source:
        E. L. Kaplan & P. Meier 1958, JASA 53:457–481; interval by the log of the log (Greenwood);
        docs/methods.md#time-to-close.
    """
    if not closed:
        return None
    sample = CensoredData(uncensored=np.asarray(closed, float), right=np.asarray(still_open, float))
    curve = ecdf(sample).sf
    band = _band(curve)
    days, left = np.asarray(curve.quantiles), np.asarray(curve.probabilities)
    stepped = np.isin(days, np.asarray(closed, float))  # a day when something only was still open is no step
    lower, upper = _filled(band[0], left, at_end=0.0), _filled(band[1], left, at_end=None)
    return Durations(
        days=_floats(days[stepped]),
        still_open=_floats(left[stepped]),
        lower=_floats(lower[stepped]),
        upper=_floats(upper[stepped]),
        median=_first_at_half(days, left),
        median_lower=_first_at_half(days, lower),
        median_upper=_first_at_half(days, upper),
        closed=len(closed),
        censored=len(still_open),
    )


def _band(curve: Any) -> tuple[Any, Any]:
    with np.errstate(divide="ignore", invalid="ignore"), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "The confidence interval is undefined", RuntimeWarning)
        found = curve.confidence_interval(LEVEL, method="log-log")
    return found.low.probabilities, found.high.probabilities


def _filled(side: Any, left: Any, *, at_end: float | None) -> Any:
    """Return a side of the band, also where its formula has no value: 1 while all are left; when none is,
    `at_end`, or as wide as before.
    """
    found: list[float] = []
    for value, share in zip(side, left, strict=True):
        if not isnan(value):
            found.append(float(value))
        elif share > 0:
            found.append(1.0)
        else:
            found.append(at_end if at_end is not None else next(reversed(found), 1.0))
    return np.asarray(found)


def _first_at_half(days: Any, left: Any) -> float | None:
    """Return the first day when at most half were left; None while more than half are."""
    at = [float(day) for day, share in zip(days, left, strict=True) if not isnan(share) and share <= 0.5]
    return at[0] if at else None


def _floats(values: Iterable[Any]) -> tuple[float, ...]:
    return tuple(float(one) for one in values)
