"""A blank form to PDF."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

from evenemang.domain.source import Source
from evenemang.domain.text import Language, Text
from evenemang.flow.blank_form import Chapter, Form, Item
from evenemang.outreach.forms import words
from evenemang.outreach.forms.typesetting import typeset


def write(form: Form, language: Language) -> bytes:
    """Return a form as PDF."""
    return typeset("form.typ", told_of(form, language))


def told_of(form: Form, language: Language) -> dict[str, Any]:
    """Return what the template is told: plain words in one language."""

    def say(text: Text | None) -> str:
        return text.say(language) if text else ""

    dated = words.VERSION if form.items and form.items[0].depth else words.PRINTED
    return {
        "language": language,
        "labels": {name: say(text) for name, text in words.LABELS.items()},
        "kind": say(form.kind),
        "title": say(form.title),
        "head": [[say(label), say(value)] for label, value in form.head],
        "notes": list(_notes(form, language)),
        "dated": say(dated).format(of=form.of) if form.of else "",
        "sender": form.sender,
        "arms": list(b64decode(form.arms)),
        "arms_are": words.ARMS.say(language),
        "chapters": [_chapter(one, language) for one in form.chapters],
        "sources": [_source(one, language) for one in form.sources],
    }


def _notes(form: Form, language: Language) -> list[str]:
    notes = [words.SAFE.say(language), _how(form).say(language)]
    if form.left_out:
        notes.append(words.LEFT_OUT.say(language).format(count=form.left_out))
    if any(one.secret for one in form.items):
        notes.append(words.KEEP_SAFE.say(language))
    return notes


def _how(form: Form) -> Text:
    if any(one.depth for one in form.items):
        return words.DEPTHS
    return words.SEEN if any(one.walked for one in form.chapters) else words.GROUNDS


def _chapter(chapter: Chapter, language: Language) -> dict[str, Any]:
    return {
        "title": chapter.title.say(language),
        "about": chapter.about.say(language) if chapter.about else "",
        "walked": chapter.walked,
        "groups": [
            {"title": group.title.say(language), "items": [_item(one, language) for one in group.items]}
            for group in chapter.groups
        ],
    }


def _item(item: Item, language: Language) -> dict[str, Any]:
    def say(text: Text | None) -> str:
        return text.say(language) if text else ""

    labels = words.LABELS
    boxes = {"yes-no": (words.YES, words.PARTLY, words.NO), "choice": item.choices}.get(item.kind, ())
    small = [item.id, f"{say(labels['depth'])} {item.depth}" if item.depth else ""]
    if item.sources:
        small.append(f"{say(labels['source'])} {', '.join(map(str, sorted(item.sources)))}")
    small.append(say(labels["secret"]) if item.secret else "")
    return {
        "number": str(item.number),
        "ask": say(item.ask),
        "why": say(item.why),
        "help": say(item.help),
        "asked_if": say(item.asked_if),
        "kind": item.kind,
        "boxes": [say(one) for one in boxes],
        "not_relevant": say(words.NOT_RELEVANT),
        "unit": say(item.unit),
        "limits": say(item.limits),
        "small": " · ".join(one for one in small if one),
    }


def _source(source: Source, language: Language) -> str:
    labels = words.LABELS
    if source.checked:
        how = f"{labels['checked'].say(language)} {source.checked}"
    else:
        how = labels["memory"].say(language)
    return f"{source.title}. {source.at} ({how})"
