"""Taking in what was accepted of a returned workbook: all at once by one button, and its receipt."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.errors import ChangedMeanwhile, EvenemangError
from evenemang.domain.text import Text
from evenemang.flow.returning.looking import Difference, Looked
from evenemang.flow.returning.taking import accept
from evenemang.pages import refusing
from evenemang.pages.book.holding import Held, Receipt
from evenemang.pages.book.settling import ALL_IN, settle_taken
from evenemang.pages.desk import SAY_WHO, Desk
from evenemang.pages.showing import escaped

FOUND = Text(sv="{count} skillnader", en="{count} differences")
FOUND_ONE = Text(sv="En skillnad", en="One difference")
ALL = Text(sv="Godta alla ({count})", en="Accept all ({count})")
SURE = Text(sv="Godta alla utan krock ({count})", en="Accept all without conflict ({count})")
NONE = Text(sv="Avstå från alla", en="Refuse all")
SENDER = Text(sv="Vem skickade filen?", en="Who sent the file?")
TAKE = Text(sv="Ta in {count} ändringar", en="Take in {count} changes")
TAKE_ONE = Text(sv="Ta in en ändring", en="Take in one change")
COUNTS = Text(
    sv="Godtagna: {accepted}. Avstådda: {refused}. Inte valda: {left}. Bara de godtagna tas in.",
    en="Accepted: {accepted}. Refused: {refused}. Not chosen: {left}. Only those accepted are taken in.",
)
CHOOSE = Text(
    sv="Välj först vad som ska tas in. Inget är ändrat.",
    en="First choose what to take in. Nothing has changed.",
)
SAY_SENDER = Text(
    sv="Skriv först vem som skickade filen. Det står sedan i historiken vid varje ändring.",
    en="First write who sent the file. The history then says so at each change.",
)
MOVED_ON = Text(
    sv="Någon har ändrat i ärendet medan du valde, så inget togs in. Här är den nya jämförelsen. "
    "Det som inte är berört är valt som förut.",
    en="Somebody changed the dossier while you chose, so nothing was taken in. Here is the new comparison. "
    "What is not concerned is chosen as before.",
)
TAKING = Text(sv="Tar in ändringarna …", en="Taking the changes in …")
TAKEN = Text(
    sv="Ändringar intagna ur {file}, från {sender}: {count}. De står under Historik.",
    en="Changes taken in from {file}, by {sender}: {count}. They stand under History.",
)
LEFT = Text(
    sv="Skillnader som inte togs in: {count}. I ärendet står det kvar som förut.",
    en="Differences not taken in: {count}. In the dossier that stands as before.",
)
AGAIN = Text(sv="Visa dem som är kvar", en="Show those that are left")
MORE = Text(sv="… och {count} till.", en="… and {count} more.")
LISTED = 20  # changes that the receipt names


def show_bulk(desk: Desk, found: Held) -> None:
    """Show how many there are, and ways to choose the same for all."""
    every = found.looked.differences
    clear = tuple(one for one in every if one.outcome == "theirs")
    said = FOUND_ONE if len(every) == 1 else FOUND
    st.subheader(desk.say(said).format(count=len(every)), anchor=False)
    with st.container(horizontal=True):
        if clear and len(clear) < len(every):
            _all(desk, found, SURE, (True, clear), "utan-krock")
        _all(desk, found, ALL, (True, every), "alla")
        _all(desk, found, NONE, (False, every), "inga")


def _all(desk: Desk, found: Held, label: Text, choice: tuple[bool, tuple[Difference, ...]], key: str) -> None:
    st.button(
        desk.say(label).format(count=len(choice[1])),
        key=f"retur-{key}",
        on_click=found.choose,
        args=choice,
    )


def show_button(desk: Desk, found: Held) -> None:
    """Show what is chosen, who sent it, and the button that takes it in."""
    accepted = len(found.accepted)
    left = len(found.looked.differences) - accepted - found.refused
    with st.container(border=True, key="retur-ta-in"):
        sender = st.text_input(desk.say(SENDER), key=f"retur-avsandare-{found.mark}", max_chars=200)
        st.caption(desk.say(COUNTS).format(accepted=accepted, refused=found.refused, left=left))
        label = desk.say(TAKE_ONE if accepted == 1 else TAKE).format(count=accepted)
        if st.button(label, type="primary", key="retur-ta-in-nu", icon=":material/move_to_inbox:"):
            _take(desk, found, sender.strip())


def show_notice(desk: Desk, found: Held) -> None:
    """Say that the comparison is a new one, where somebody changed the dossier meanwhile."""
    if found.moved_on:
        st.warning(desk.say(MOVED_ON), icon=":material/sync_problem:")


def _take(desk: Desk, found: Held, sender: str) -> None:
    wants = (
        CHOOSE if not found.accepted else SAY_SENDER if not sender else SAY_WHO if not desk.actor else None
    )
    if wants:
        st.info(desk.say(wants))
        return
    try:
        with st.spinner(desk.say(TAKING)):
            taken = _taken(desk, found, sender)
    except EvenemangError as refused:
        refusing.tell(refused, desk.language, "take-in-return", dossier=desk.dossier.id)
        return
    if taken:
        desk.house.changed()
    st.rerun()


def _taken(desk: Desk, found: Held, sender: str) -> bool:
    """Take it in, if what was chosen still looks as it did; else there is a new comparison to choose in."""
    assert desk.actor is not None
    chosen = found.accepted
    now = desk.house.look_at_returned(found.content, found.name)
    found.moved_on = _of(now, chosen) != chosen
    keys = [one.key for one in chosen]
    if not found.moved_on:
        try:
            accept(desk.house.workspace, now, keys, desk.actor, sender=sender)
        except ChangedMeanwhile:  # between the look and the change
            now = desk.house.look_at_returned(found.content, found.name)
            found.moved_on = True
    if found.moved_on:
        found.looked_anew(now)
        return False
    settled = settle_taken(desk, now, found.content, keys)
    found.receipt = Receipt(sender, chosen, len(now.differences) - len(chosen), settled)
    return True


def _of(looked: Looked, chosen: tuple[Difference, ...]) -> tuple[Difference, ...]:
    keys = {one.key for one in chosen}
    return tuple(one for one in looked.differences if one.key in keys)


def show_receipt(desk: Desk, found: Held) -> None:
    """Show what was taken in, and the way to what was not."""
    receipt = found.receipt
    assert receipt is not None
    said = desk.say(TAKEN).format(file=found.name, sender=receipt.sender, count=len(receipt.taken))
    st.success(escaped(said), icon=":material/task_alt:")
    lines = [f"- {escaped(f'{one.where} {one.about} · {one.heading}')}" for one in receipt.taken[:LISTED]]
    st.markdown("\n".join(lines))
    if len(receipt.taken) > LISTED:
        st.write(desk.say(MORE).format(count=len(receipt.taken) - LISTED))
    if receipt.settled:
        st.write(escaped(desk.say(ALL_IN).format(path=receipt.settled)))
    if receipt.left:
        st.write(desk.say(LEFT).format(count=receipt.left))
        if st.button(desk.say(AGAIN), key="retur-igen"):
            found.looked_anew(desk.house.look_at_returned(found.content, found.name))
            found.receipt = None
            found.moved_on = False
            st.rerun(scope="fragment")
