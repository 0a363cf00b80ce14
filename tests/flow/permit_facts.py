"""For each shipped permit and duty: an event that needs it, one that does not, and one where it is open."""

from typing import Any

Facts = dict[str, Any]
SQUARE: Facts = {"kind": "concert", "public_place": True, "rides": False}
HALL: Facts = {"kind": "concert", "public_place": False, "rides": False}

ALWAYS = ("organiser-duty", "fire-protection", "accessibility")

NEEDED: dict[str, Facts] = {
    "gathering-permit": SQUARE,
    "gathering-notice": HALL,
    "public-place": SQUARE,
    "guards": {"peak_visitors": 500},
    "tent-over-150": {"tent_over_150": True},
    "rides": {"rides": True},
    "pyro-police": {"pyrotechnics": True},
    "explosives-municipality": {"pyrotechnics": True},
    "flammable-gas": {"gas": True},
    "alcohol": {"alcohol": True},
    "food": {"food": True},
    "noise": {"amplified_sound": True},
    "traffic-plan": {"street_closed": False, "parade_route": True},
    "road-race": {"kind": "sport", "parade_route": True},
    "overnight": {"overnight": True},
    "building": {"stage": True, "days": 15, "stands": False, "tent_over_150": False},
    "drone-specific": {"drones": True},
    "aerial-images": {"drones": True},
    "laser": {"lasers": True},
    "cameras": {"cameras": True},
    "personal-data": {"personal_data": False, "cameras": True},
    "secrecy": {"peak_visitors": 1000},
    "film-shoot": {"kind": "film-shoot"},
    "work-environment": {"stage": True},
    "published-documents": {"organiser": "own"},
    "crime-prevention": {"controversial": True},
    "animals": {"animals": True},
}
NOT_NEEDED: dict[str, Facts] = {
    "gathering-permit": HALL,
    "gathering-notice": SQUARE,
    "public-place": HALL,
    "guards": {"peak_visitors": 499, "alcohol": False, "controversial": False},
    "tent-over-150": {"tent_over_150": False},
    "rides": {"rides": False},
    "pyro-police": {"pyrotechnics": False},
    "explosives-municipality": {"pyrotechnics": False},
    "flammable-gas": {"gas": False},
    "alcohol": {"alcohol": False},
    "food": {"food": False},
    "noise": {"amplified_sound": False},
    "traffic-plan": {"street_closed": False, "parade_route": False},
    "road-race": {"kind": "parade", "parade_route": True},
    "overnight": {"overnight": False},
    "building": {"stage": True, "days": 14, "stands": False, "tent_over_150": False},
    "drone-specific": {"drones": False},
    "aerial-images": {"drones": False},
    "laser": {"lasers": False},
    "cameras": {"cameras": False},
    "personal-data": {"personal_data": False, "cameras": False},
    "secrecy": {"peak_visitors": 999, "controversial": False, "vip": False},
    "film-shoot": {"kind": "concert", "filming": False},
    "work-environment": {
        "stage": False,
        "tents": False,
        "rides": False,
        "stands": False,
        "filming": False,
    },
    "published-documents": {"organiser": "external"},
    "crime-prevention": {"alcohol": False, "controversial": False, "peak_visitors": 999},
    "animals": {"animals": False},
}
