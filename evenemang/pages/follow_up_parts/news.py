"""A first look: what changed since last month, in words."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.saying import in_words
from evenemang.flow.words import sentence
from evenemang.flow.year_news import News, Span
from evenemang.pages.follow_up_parts.scene import Scene
from evenemang.pages.periods import between

QUIET = Text(sv="Inget har ändrats den senaste månaden", en="Nothing has changed in the last month")
FEWER = Text(
    sv="Färre händelser än månaden före: {now} mot {before}",
    en="Fewer incidents than the month before: {now} against {before}",
)
MORE = Text(
    sv="Fler händelser än månaden före: {now} mot {before}",
    en="More incidents than the month before: {now} against {before}",
)
AS_MANY = Text(
    sv="Lika många händelser som månaden före: {now}", en="As many incidents as the month before: {now}"
)
NO_INCIDENTS = Text(
    sv="Inga händelser den senaste månaden, och inte månaden före",
    en="No incidents in the last month, nor in the month before",
)
SPAN = Text(sv="{now}, jämfört med månaden före.", en="{now}, compared with the month before.")
SERIOUS = Text(
    sv="Allvarliga händelser: {now}, mot {before}.", en="Serious incidents: {now}, against {before}."
)
HELD = Text(
    sv="Evenemang som började: {now}, mot {before}.", en="Events that began: {now}, against {before}."
)
ACTIONS = Text(
    sv="Åtgärder: {decided} beslutade och {done} klara, mot {decided_before} och {done_before}.",
    en="Actions: {decided} decided and {done} done, against {decided_before} and {done_before}.",
)
OVERDUE = Text(
    sv="Försenade åtgärder: {now}, mot {before} en månad tidigare.",
    en="Overdue actions: {now}, against {before} a month earlier.",
)
EVALUATED = Text(
    sv="Utvärderingar som lämnades: {now}, mot {before}.", en="Evaluations given: {now}, against {before}."
)
COUNTED: tuple[tuple[Text, str], ...] = (
    (SERIOUS, "serious"),
    (HELD, "held"),
    (OVERDUE, "overdue"),
    (EVALUATED, "evaluated"),
)


def show(found: News, scene: Scene) -> None:
    """Show the last month beside the one before it; what neither had is not said."""
    with st.container(key="forsta-blick"):
        st.header(heading(found, scene), anchor=False)
        now = between(found.now.first, found.now.last, scene.language)
        st.caption(scene.say(SPAN).format(now=sentence(now)))
        said = lines(found, scene)
        if said:
            st.markdown("\n".join(f"- {one}" for one in said))


def heading(found: News, scene: Scene) -> str:
    """Return how the number of incidents changed; that is what the group asks first."""
    now, before = found.now.incidents, found.before.incidents
    if found.now.is_empty and found.before.is_empty:
        return scene.say(QUIET)
    if not now and not before:
        return scene.say(NO_INCIDENTS)
    said = FEWER if now < before else MORE if now > before else AS_MANY
    return scene.say(said).format(now=in_words(now, scene.language), before=in_words(before, scene.language))


def lines(found: News, scene: Scene) -> list[str]:
    """Return a sentence for each thing that either month had some of."""
    said = [
        scene.say(text).format(now=getattr(found.now, name), before=getattr(found.before, name))
        for text, name in COUNTED
        if getattr(found.now, name) or getattr(found.before, name)
    ]
    actions = _actions(found.now, found.before, scene)
    return [*([actions] if actions else []), *said]


def _actions(now: Span, before: Span, scene: Scene) -> str:
    if not any((now.decided, now.done, before.decided, before.done)):
        return ""
    return scene.say(ACTIONS).format(
        decided=now.decided, done=now.done, decided_before=before.decided, done_before=before.done
    )
