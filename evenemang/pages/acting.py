"""Who acts for which function of the group: said under Behörigheter; what is handed to it finds them."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.role import Member
from evenemang.domain.text import Language, Text
from evenemang.flow.membership import tie_to_posts
from evenemang.pages import refusing
from evenemang.pages.house import House
from evenemang.pages.people import People, people_of
from evenemang.pages.showing import escaped

TITLE = Text(sv="Funktioner i gruppen", en="Posts of the group")
MEANS = Text(
    sv="Det som en funktion ska göra väntar på den som är knuten till den. Funktionen ger ingen behörighet.",
    en="What a post is to do waits for whoever is tied to it. The post gives no role.",
)
NO_POSTS = Text(
    sv="Det finns inga funktioner i bruk. En administratör lägger upp dem under Inställningar.",
    en="There are no posts in use. An administrator enters them under Settings.",
)
LINE = Text(sv="{name} · {posts}", en="{name} · {posts}")
WHO = Text(sv="Vem?", en="Who?")
CHOOSE = Text(sv="Välj en person", en="Choose a person")
ACTS_FOR = Text(sv="Knuten till", en="Tied to")
NONE = Text(sv="Ingen funktion", en="No post")
SEEN = "knyt-sett"  # who acted for what when somebody began to say otherwise
KEEP = Text(sv="Spara funktioner", en="Save posts")


def show(house: House, everyone: tuple[Member, ...], language: Language, actor: Actor) -> None:
    """Show who acts for what, and the way to say it."""
    people = people_of(house)
    st.header(TITLE.say(language), anchor=False)
    st.write(MEANS.say(language))
    for one in everyone:
        if one.posts:
            posts = escaped(", ".join(map(people.say, one.posts)))
            st.markdown(LINE.say(language).format(name=f"**{escaped(one.name)}**", posts=posts))
    if not people.in_use:
        st.info(NO_POSTS.say(language))
        return
    with st.container(border=True, key="knyt"):
        _form(house, people, everyone, language, actor)


def _form(
    house: House, people: People, everyone: tuple[Member, ...], language: Language, actor: Actor
) -> None:
    members = {one.id: one for one in everyone}
    left, right = st.columns(2)
    who = left.selectbox(
        WHO.say(language),
        list(members),
        index=None,
        format_func=lambda one: members[one].name,
        placeholder=CHOOSE.say(language),
        key="knyt-vem",
    )
    if who is None:
        return
    held = [one for one in members[who].posts if one in people.posts]  # one out of use can only be let go
    posts = right.multiselect(
        ACTS_FOR.say(language),
        list(dict.fromkeys([*people.in_use, *held])),
        default=held,
        format_func=people.say,
        placeholder=NONE.say(language),
        key=f"knyt-till-{who}",
    )
    whose, saw = st.session_state.get(SEEN, (None, ()))
    if whose != who:
        saw = members[who].posts
        st.session_state[SEEN] = (who, saw)
    if st.button(KEEP.say(language), key="knyt-spara"):
        st.session_state.pop(SEEN)  # what is told of now counts as seen
        try:
            tie_to_posts(house.workspace, who, tuple(posts), actor, seen=saw)
        except EvenemangError as refused:
            refusing.tell(refused, language, "members")
            return
        st.rerun()
