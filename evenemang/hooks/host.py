"""The host: finds the plugins by their entry points, asks each what it brings, and refuses what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import pluggy

from evenemang.domain.calculator import Calculator
from evenemang.domain.errors import ContentFaulty
from evenemang.domain.review import Rule
from evenemang.domain.stop import Stop
from evenemang.domain.text import Text
from evenemang.flow.reviewing import OURS
from evenemang.hooks import specs
from evenemang.hooks.contributions import (
    AreaFile,
    MatrixFile,
    NormsFile,
    PermitsFile,
    ProfileFile,
    Registrations,
)


def collect() -> Registrations:
    """Return what all installed plugins bring.

    Raises:
        ContentFaulty: If a plugin does not load, uses an unknown hook, brings something else than its
            hook asks for, or an id twice.
    """
    manager = _manager()
    found = Registrations(
        areas=_brought(manager, "register_areas", AreaFile),
        matrices=_brought(manager, "register_matrices", MatrixFile),
        norms=_brought(manager, "register_norms", NormsFile),
        profiles=_brought(manager, "register_profiles", ProfileFile),
        permits=_brought(manager, "register_permits", PermitsFile),
        calculators=_brought(manager, "register_calculators", Calculator),
        rules=_rules(manager),
        stops=_stops(manager),
    )
    _refuse_clashing((one.id for one in found.calculators), Text(sv="Beräkningen", en="The calculation"))
    ids = (*OURS, *(one.id for one in found.rules))
    _refuse_clashing(ids, Text(sv="Regeln", en="The rule"))
    _refuse_clashing((one.id for one in found.stops), Text(sv="Stoppkriteriet", en="The stop criterion"))
    return found


def _manager() -> pluggy.PluginManager:
    manager = pluggy.PluginManager(specs.PROJECT)
    manager.add_hookspecs(specs)
    for entry in _entries():
        _register(manager, entry)
    _refuse_unknown_hooks(manager)
    return manager


def _entries() -> list[EntryPoint]:
    """Return the entry points by name; the same one met twice on the path counts once."""
    found = {(entry.name, entry.value): entry for entry in entry_points(group=specs.PROJECT)}
    twice = [name for name, count in Counter(name for name, _ in found).items() if count > 1]
    if twice:
        raise _fault(
            Text(
                sv=f"Två installerade tillägg heter båda ”{twice[0]}”. Avinstallera det ena.",
                en=f"Two installed plugins are both called “{twice[0]}”. Uninstall one of them.",
            )
        )
    return [found[key] for key in sorted(found)]


def _register(manager: pluggy.PluginManager, entry: EntryPoint) -> None:
    try:
        plugin = entry.load()
        manager.register(plugin, name=entry.name)
    except Exception as error:  # whatever a stranger's code does, it is told as that plugin's fault
        raise _does_not_load(entry.name, error) from error
    if not manager.get_hookcallers(plugin):
        raise _fault(
            Text(
                sv=f"Tillägget ”{entry.name}” bidrar inte med något. Märk dess funktioner med @hookimpl.",
                en=f"The plugin “{entry.name}” brings nothing. Mark its functions with @hookimpl.",
            )
        )


def _refuse_unknown_hooks(manager: pluggy.PluginManager) -> None:
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        name = manager.get_name(error.plugin) or "?"
        raise _unknown_hook(name, _unknown_names(manager, error.plugin)) from error


def _unknown_names(manager: pluggy.PluginManager, plugin: object) -> list[str]:
    callers = manager.get_hookcallers(plugin) or []
    return sorted(caller.name for caller in callers if not caller.has_spec())


def _brought(manager: pluggy.PluginManager, hook: str, kind: type[Any]) -> tuple[Any, ...]:
    return tuple(one for _, found in _brought_by_each(manager, hook, kind) for one in found)


def _rules(manager: pluggy.PluginManager) -> tuple[Rule, ...]:
    """Return the rules, each with the plugin that answers for it."""
    brought = _brought_by_each(manager, "register_rules", Rule)
    return tuple(one.model_copy(update={"brought_by": name}) for name, found in brought for one in found)


def _stops(manager: pluggy.PluginManager) -> tuple[Stop, ...]:
    """Return the stop criteria, each with the plugin that answers for it."""
    brought = _brought_by_each(manager, "register_stops", Stop)
    return tuple(one.model_copy(update={"brought_by": name}) for name, found in brought for one in found)


def _brought_by_each(
    manager: pluggy.PluginManager, hook: str, kind: type[Any]
) -> Iterator[tuple[str, list[Any]]]:
    for caller in sorted(manager.list_name_plugin(), key=lambda one: one[0]):
        yield caller[0], _brought_by(manager, caller, hook, kind)


def _brought_by(
    manager: pluggy.PluginManager, named: tuple[str, Any], hook: str, kind: type[Any]
) -> list[Any]:
    name, plugin = named
    others = [other for _, other in manager.list_name_plugin() if other is not plugin]
    try:
        answers = manager.subset_hook_caller(hook, others)()
    except Exception as error:  # the same: a stranger's code
        raise _does_not_load(name, error) from error
    for answer in answers:
        if not isinstance(answer, list) or not all(isinstance(one, kind) for one in answer):
            raise _fault(
                Text(
                    sv=f"Tillägget ”{name}” svarar fel på {hook}. Lämna en lista av {kind.__name__}.",
                    en=f"The plugin “{name}” answers {hook} wrongly. Return a list of {kind.__name__}.",
                )
            )
    return [one for answer in answers for one in answer]


def _refuse_clashing(ids: Iterable[str], kind: Text) -> None:
    for name, count in Counter(ids).items():
        if count > 1:
            raise _fault(
                Text(
                    sv=f"{kind.sv} ”{name}” finns redan. Ge den ena ett annat id.",
                    en=f"{kind.en} “{name}” is there already. Give one of them another id.",
                )
            )


def _does_not_load(name: str, error: Exception) -> ContentFaulty:
    told = f"{type(error).__name__}: {error}"
    return _fault(
        Text(
            sv=f"Tillägget ”{name}” går inte att ladda ({told}). Rätta eller avinstallera det.",
            en=f"The plugin “{name}” cannot be loaded ({told}). Mend or uninstall it.",
        )
    )


def _unknown_hook(plugin: str, hooks: list[str]) -> ContentFaulty:
    known = [name for name in vars(specs) if name.startswith("register_")]
    told = ", ".join(hooks)
    near = [match for hook in hooks for match in get_close_matches(hook, known, n=1)]
    meant = ", ".join(near or known)
    return _fault(
        Text(
            sv=f"Tillägget ”{plugin}” använder en krok som inte finns: {told}. Menas {meant}?",
            en=f"The plugin “{plugin}” uses a hook that does not exist: {told}. Is {meant} meant?",
        )
    )


def _fault(told: Text) -> ContentFaulty:
    return ContentFaulty(told.en, count=1, faults=told)
