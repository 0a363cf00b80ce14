"""A dossier with more of everything than an A4 holds: 60 risks, 80 actions, names without end."""

from __future__ import annotations

from itertools import product

from evenemang.domain.dossier import Dossier
from evenemang.domain.risk import Judgement

ENDLESS = "Sommarkvällsfestivalsinvigningsceremonin " * 6
RISKS, ACTIONS, CONDITIONS = 60, 80, 12


def crowded(dossier: Dossier) -> Dossier:
    """Return the dossier, full: every cell of the matrix has its risks, accidents and threats."""
    steps = [
        Judgement(likelihood=up, consequence=along)
        for _, up, along in product(range(3), range(1, 6), range(1, 6))
    ]
    risk, action = dossier.risks[1], dossier.actions[0]
    risks = tuple(
        risk.model_copy(
            update={
                "id": f"R{number}",
                "title": f"{ENDLESS}{number}",
                "axis": "threat" if number % 4 == 0 else "accident",
                "area": "weather",
                "before": steps[number],
                "after": steps[-number] if number % 2 else None,
                "state": "accepted" if number % 3 else "proposed",
            }
        )
        for number in range(1, RISKS + 1)
    )
    actions = tuple(
        action.model_copy(
            update={
                "id": f"A{number}",
                "do": ENDLESS,
                "owner": ENDLESS[:150],
                "risk": f"R{number % RISKS + 1}",
                "due_days": -number,
                "history": dossier.actions[0].history[:1],
            }
        )
        for number in range(1, ACTIONS + 1)
    )
    decision = dossier.decisions[0].model_copy(
        update={"conditions": (ENDLESS,) * CONDITIONS, "motive": ENDLESS, "officer": ENDLESS[:150]}
    )
    event = dossier.event.model_copy(
        update={"name": ENDLESS[:150].strip(), "organiser": None, "place": None, "zones": ()}
    )
    return dossier.model_copy(
        update={
            "event": event,
            "officer": ENDLESS[:150].strip(),
            "diary_number": ENDLESS[:60].strip(),
            "risks": risks,
            "actions": actions,
            "decisions": (decision,),
            "incidents": (),
        }
    )
