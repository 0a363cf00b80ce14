"""From what stands in the fields of the full evaluation to the deed that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evenemang.domain.dossier import Dossier
from evenemang.domain.evaluation import Evaluation
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.journal import Json
from evenemang.flow.occasions import counts_by_occasion

Said = Mapping[str, Any]  # field → what it holds


def evaluation(said: Said, dossier: Dossier, seen: Json) -> Evaluate:
    """Return the whole evaluation; what the form does not ask for stays as it was.

    Raises:
        ValidationError: If a number is negative or a text too long.
    """
    before = dossier.evaluation
    return Evaluate.model_validate(
        {
            "nothing_happened": bool(said.get("nothing")),
            "visitors": _visitors(said, dossier),
            "peaks": _peaks(said, before),
            "weather": _weather(said, before),
            "medical": _medical(said),
            "worked": lines(said.get("worked")),
            "change": lines(said.get("change")),
            "risks": _outcomes(said, "risk", "happened"),
            "actions": _outcomes(said, "action", "helped"),
            "costs": _costs(said),
            "seen": seen,
        }
    )


def lines(typed: str | None) -> tuple[str, ...]:
    """Return what was typed, one thing a line; empty lines are nothing."""
    return tuple(line.strip() for line in (typed or "").splitlines() if line.strip())


def _costs(said: Said) -> dict[str, Any] | None:
    found = {"safety_sek": said.get("cost_safety"), "damage_sek": said.get("cost_damage")}
    note = said.get("cost_note") or ""
    return {**found, "note": note} if note or any(one is not None for one in found.values()) else None


def _visitors(said: Said, dossier: Dossier) -> dict[str, Any]:
    kept = dict(dossier.evaluation.visitors) if dossier.evaluation else {}
    by_occasion = counts_by_occasion(dossier)
    return {
        **kept,
        **({"by_occasion": by_occasion} if by_occasion else {}),
        "method": said.get("method"),
        "total": said.get("visitors"),
        "sure": said.get("sure"),
        "note": said.get("visitors_note") or "",
    }


def _peaks(said: Said, before: Evaluation | None) -> list[dict[str, Any]]:
    earlier = [dict(one) for one in before.peaks] if before else []
    people = said.get("peak")
    if people is None:
        return earlier[1:]
    first = {**(earlier[0] if earlier else {}), "people": people, "note": said.get("peak_note") or ""}
    return [{**first, "zone": said.get("peak_zone")}, *earlier[1:]]


def _weather(said: Said, before: Evaluation | None) -> dict[str, Any] | None:
    earlier = before.weather if before else None
    found = {
        name: _seen(said, name, dict(seen) if (seen := getattr(earlier, name, None)) else {})
        for name in ("forecast", "actual")
    }
    return found if any(found.values()) else None


def _seen(said: Said, name: str, earlier: dict[str, Any]) -> dict[str, Any] | None:
    found = {
        **earlier,
        "text": said.get(name) or "",
        "temperature_c": said.get(f"{name}_temperature"),
        "gust_m_s": said.get(f"{name}_gust"),
    }
    return found if any(value not in (None, "") for value in found.values()) else None


def _medical(said: Said) -> dict[str, Any] | None:
    counted = said.get("medical")
    if counted is None:
        return None
    if not counted:
        return {"counted": False}
    return {"counted": True, "patients": said.get("patients"), "transports": said.get("transports")}


def _outcomes(said: Said, kind: str, verb: str) -> list[dict[str, Any]]:
    """Rows that nobody judged are left out: an outcome is never guessed."""
    return [
        {kind: key, verb: found, "note": said.get(f"{kind}_note", {}).get(key) or ""}
        for key, found in said.get(kind, {}).items()
        if found is not None
    ]
