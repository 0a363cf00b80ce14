"""What the summary says of the event and the decision."""

from __future__ import annotations

from collections.abc import Iterable

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.workbook.layout import Page
from evenemang.workbook.sheets.decisions import view_said

LINE = 66  # characters beside a label
Said = tuple[str, str]  # label and text


def say(page: Page, sv: str, en: str) -> str:
    """Return our own words in the workbook's language."""
    return page.say(Text(sv=sv, en=en))


def short(text: str, length: int) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut).rstrip(".,:; ") + "…"


def facts(page: Page) -> Iterable[Said]:
    """Yield what the event is, label and text."""
    standing = page.whole.reading.standing
    yield from event_facts(page)
    yield say(page, "Klass", "Class"), _class(page, standing.at_least, standing.at_most)


def event_facts(page: Page) -> Iterable[tuple[str, str]]:
    """Yield when, where and whose it is, who has the dossier, and how many are expected."""
    whole = page.whole
    dossier, event = whole.dossier, whole.dossier.event
    unknown = say(page, "inte känt än", "not known yet")
    yield say(page, "När", "When"), _when(page) or unknown
    yield say(page, "Var", "Where"), short(_where(page) or unknown, 2 * LINE)
    organiser = whole.organiser.name if whole.organiser else event.organiser or unknown
    yield say(page, "Arrangör", "Organiser"), short(organiser, LINE)
    officer = whole.name_of(dossier.officer) if dossier.officer else unknown
    yield say(page, "Handläggare", "Officer"), short(officer, LINE)
    visits = _visits(page)
    counted = unknown if visits is None else f"{visits:,}".replace(",", "\u00a0")
    yield say(page, "Väntade besök", "Expected visits"), counted


def _where(page: Page) -> str:
    """Return the place and those of its zones that its name does not already say."""
    whole, event = page.whole, page.whole.dossier.event
    place = next((one.name for one in whole.places if one.id == event.place), event.place or "")
    zones = dict.fromkeys(whole.zone_name(one) for one in event.zones)
    return ", ".join(filter(None, [place, *(one for one in zones if one not in place)]))


def _visits(page: Page) -> int | None:
    found = page.whole.reading.facts.event.get("total_visitors")
    return int(found) if isinstance(found, int | float) and not isinstance(found, bool) else None


def _when(page: Page) -> str:
    occasions = page.whole.dossier.event.each_occasion()
    if not occasions:
        return _when_held(page)
    first, last = occasions[0], occasions[-1]
    if len(occasions) == 1:
        return f"{first.date} {say(page, 'kl.', 'at')} {first.starts}–{first.ends}"
    count = say(page, f"{len(occasions)} tillfällen", f"{len(occasions)} occasions")
    return f"{first.date} {say(page, 'till', 'to')} {last.date}, {count}"


def _when_held(page: Page) -> str:
    held = page.whole.dossier.event.held
    if held is None:
        return ""
    if not held.exact:
        return held.said
    return (
        f"{held.first} {say(page, 'till', 'to')} {held.last}" if held.last > held.first else f"{held.first}"
    )


def _class(page: Page, at_least: int, at_most: int) -> str:
    classes = page.whole.content.profile.classification.classes
    name = next((page.say(one.name) for one in classes if one.id == at_most), "")
    depth = say(page, f"frågedjup {page.whole.reading.depth}", f"depth {page.whole.reading.depth}")
    if at_least == at_most:
        return f"{at_least}, {name} ({depth})"
    return (
        say(page, f"{at_least}, kan bli {at_most} {name}", f"{at_least}, may become {at_most} {name}")
        + f" ({depth})"
    )


def _undecided(page: Page) -> str:
    without = page.whole.dossier.assessment.not_needed
    if without is None:
        return say(page, "Inte beslutat än", "Not decided yet")
    because = short(without.because, 110)
    return say(page, f"Ingen bedömning behövs: {because}", f"No assessment needed: {because}")


def decision(page: Page, length: int) -> Iterable[Said]:
    """Yield what was decided, label and text of so many characters; the conditions stand apart."""
    whole = page.whole
    found = whole.dossier.decision
    if whole.dossier.cancelled:
        yield say(page, "Inställt", "Cancelled"), short(whole.dossier.cancelled.because, length)
    if found is None:
        yield say(page, "Gruppen", "The group"), _undecided(page)
        return
    view = f"{view_said(page, found.group_view)}, {found.given.at.astimezone(LOCAL):%Y-%m-%d}"
    yield say(page, "Gruppen", "The group"), view
    if whole.dossier.reconsider and whole.dossier.asks_for_new_decision:
        lifted = say(page, "En risk har höjts sedan beslutet: ", "A risk was lifted since: ")
        risks = ", ".join(whole.dossier.reconsider.risks)
        yield say(page, "Omprövas", "Reconsider"), short(lifted + risks, LINE)
    if found.motive:
        yield say(page, "Motivering", "Reason"), short(found.motive, length)
    view = f": {view_said(page, found.officer_view)}" if found.officer_view else ""
    yield say(page, "Handläggare", "Officer"), short(whole.name_of(found.officer), 30) + view


def conditions(page: Page, most: int, length: int) -> Iterable[Said]:
    """Yield the first conditions of the decision that holds; a last one says how many more there are."""
    found = page.whole.dossier.decision
    every = found.conditions if found else ()
    for number, condition in enumerate(every[:most], 1):
        yield say(page, f"Villkor {number}", f"Condition {number}"), short(condition, length)
    left = len(every) - most
    if left > 0:
        more = say(
            page, f"… och {left} till, se bladet Beslut", f"… and {left} more, see the sheet Decisions"
        )
        yield "", more
