"""The contract of a store: whatever keeps the records, the rest of the house sees this."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain, combinations, pairwise, product
from typing import Any

import pytest

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import Ambiguous, LostRace, NotFound
from evenemang.domain.incident import FORESEEN_BY_NONE
from evenemang.domain.past import FromList
from evenemang.flow.action_counts import ACTION_DAYS, ActionTrait, count_actions
from evenemang.flow.books import Book, Footprint, Held, Lease, Returned
from evenemang.flow.incident_counts import Trait, count_rows
from evenemang.flow.journal import Source, first_broken
from evenemang.flow.risk_counts import count_risks
from evenemang.flow.storing import Removal, Save, Search, Store
from tests.builders import GIVEN, action, deed, dossier, incident, lesson, place, projection, risk

NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
MIDSUMMER = date(2027, 6, 25)


def keep(store: Store, one: Dossier, *, expected: int = 0, **row: Any) -> Dossier:
    rows = projection(one, **row)
    store.save("dossier", one, expected=expected, deeds=[deed()], projection=rows)
    return one


def listed(store: Store, **search: Any) -> list[str]:
    return [row.id for row in store.dossiers(Search(**search))]


def test_what_is_saved_is_read_back_with_its_version(store: Store) -> None:
    one = keep(store, dossier("a3k9", on=MIDSUMMER, risks=(risk(),), actions=(action(due_days=-14),)))

    assert store.load("dossier", "a3k9").record == one
    assert store.load("dossier", "a3k9").version == 1


def test_a_stamp_is_another_after_each_deed_and_what_is_not_here_has_none(store: Store) -> None:
    one = keep(store, dossier("a3k9"))
    keep(store, dossier("a3m2"))
    first = store.stamps("dossier", ["a3k9", "a3m2", "a3zz"])

    keep(store, one.model_copy(update={"diary_number": "KS 2027-1"}), expected=1)
    second = store.stamps("dossier", ["a3k9", "a3m2"])

    assert set(first) == {"a3k9", "a3m2"}
    assert first["a3m2"] == second["a3m2"]
    assert second["a3k9"] not in first.values()
    assert second["a3k9"] == store.journal("dossier", "a3k9")[-1].hash
    assert store.stamps("place", ["a3k9"]) == {}
    assert store.stamps("dossier", []) == {}


def test_a_handle_is_an_id_an_alias_or_a_prefix_that_fits_one(store: Store) -> None:
    keep(store, dossier("a3k9", alias="hostfest-2027"))
    keep(store, dossier("a3m2"))

    assert store.identify("dossier", "a3k9") == "a3k9"
    assert store.identify("dossier", "hostfest-2027") == "a3k9"
    assert store.identify("dossier", "a3m") == "a3m2"


def test_a_prefix_that_fits_several_names_them(store: Store) -> None:
    keep(store, dossier("a3k9"))
    keep(store, dossier("a3m2"))

    with pytest.raises(Ambiguous) as refused:
        store.identify("dossier", "a3")

    assert "a3k9, a3m2" in refused.value.say("sv")


def test_an_id_counts_before_another_that_begins_with_it(store: Store) -> None:
    keep(store, dossier("a3"))
    keep(store, dossier("a3m2"))

    assert store.identify("dossier", "a3") == "a3"


@pytest.mark.parametrize("handle", ["", "b", "%", "a3k9 ", "a_", "A3K9", "å\u0000"])
def test_what_answers_to_nothing_is_not_found(store: Store, handle: str) -> None:
    keep(store, dossier("a3k9"))

    with pytest.raises(NotFound):
        store.identify("dossier", handle)
    with pytest.raises(NotFound):
        store.load("dossier", "a3")


def test_the_same_id_may_stand_in_two_registers(store: Store) -> None:
    store.save("place", place("torget"), expected=0, deeds=[deed()])

    with pytest.raises(NotFound):
        store.identify("organiser", "torget")
    assert [one.record.id for one in store.all("place")] == ["torget"]


def test_a_lost_race_writes_nothing(store: Store) -> None:
    first = keep(store, dossier("a3k9", on=MIDSUMMER))
    newer = keep(store, dossier("a3k9", on=MIDSUMMER, name="Vårfesten", risks=(risk(),)), expected=1)
    journal = store.journal("dossier", "a3k9")

    with pytest.raises(LostRace):
        keep(store, first, expected=1)
    with pytest.raises(LostRace):
        keep(store, first, expected=0)
    with pytest.raises(LostRace):
        keep(store, dossier("never"), expected=3)

    assert store.load("dossier", "a3k9").record == newer
    assert store.journal("dossier", "a3k9") == journal
    assert [row.name for row in store.dossiers(Search())] == ["Vårfesten"]
    assert [row.id for row in store.risks()] == ["R1"]


def test_the_journal_is_one_whole_chain(store: Store) -> None:
    one = dossier("a3k9")
    deeds = [deed("risks/R1", {"text": "å 👩‍👩‍👧", "n": 1.5}, None), deed("actions/A1", None, ["a"])]
    store.save("dossier", one, expected=0, deeds=deeds)
    store.save("dossier", one, expected=1, deeds=deeds[:1])

    rows = store.journal("dossier", "a3k9")

    assert [(row.version, row.number) for row in rows] == [(1, 0), (1, 1), (2, 0)]
    assert [row.deed for row in rows] == [*deeds, deeds[0]]
    assert first_broken(rows) is None
    assert store.verify() == []


def test_ids_come_in_the_order_they_were_made_and_registers_by_id(store: Store) -> None:
    for name in ("c", "a", "b"):
        store.save("place", place(name), expected=0, deeds=[deed()])

    assert store.ids("place") == ("c", "a", "b")
    assert [one.record.id for one in store.all("place")] == ["a", "b", "c"]


def test_dossiers_are_listed_soonest_first_and_without_a_date_last(store: Store) -> None:
    keep(store, dossier("later", on=MIDSUMMER + timedelta(days=3)))
    keep(store, dossier("undated"))
    keep(store, dossier("b", on=MIDSUMMER))
    keep(store, dossier("a", on=MIDSUMMER))

    assert listed(store) == ["a", "b", "later", "undated"]


def test_pages_follow_each_other_without_gap_or_repeat(store: Store) -> None:
    for number in range(23):
        on = MIDSUMMER + timedelta(days=number % 4) if number % 5 else None
        keep(store, dossier(f"d{number:02}", on=on))

    pages: list[str] = []
    after = None
    while rows := store.dossiers(Search(limit=4, after=after)):
        pages.extend(row.id for row in rows)
        after = (rows[-1].starts, rows[-1].id)

    assert len(set(pages)) == 23
    assert pages == listed(store)


def test_the_list_turned_round_begins_with_the_latest_and_its_pages_follow_too(store: Store) -> None:
    for number in range(9):
        on = MIDSUMMER + timedelta(days=number % 4) if number % 5 else None
        keep(store, dossier(f"d{number}", name="Festen", on=on))
    straight = listed(store)

    pages: list[str] = []
    after = None
    while rows := store.dossiers(Search(text="fest", limit=4, after=after, newest_first=True)):
        pages.extend(row.id for row in rows)
        after = (rows[-1].starts, rows[-1].id)

    assert pages == listed(store, newest_first=True) == straight[::-1]
    assert listed(store, newest_first=True, starts_to=MIDSUMMER, limit=1) == ["d8"]


def test_what_a_dossier_is_found_by_follows_its_name_and_its_day(store: Store) -> None:
    keep(store, dossier("a", name="Vårfesten", on=MIDSUMMER))
    keep(store, dossier("b", name="Vårmarknaden", on=MIDSUMMER))
    keep(store, dossier("a", name="Höstfesten", on=MIDSUMMER + timedelta(days=1)), expected=1)

    assert listed(store, text="vår") == ["b"]
    assert listed(store, text="höst") == ["a"]
    assert (
        listed(store, text="", newest_first=True) == listed(store, text="e", newest_first=True) == ["a", "b"]
    )


def test_a_search_narrows_by_what_is_given(store: Store) -> None:
    facts = {"series": "host", "place": "torget"}
    keep(store, dossier("a", on=MIDSUMMER, officer="Sara Lind", event=facts), stage="decided")
    keep(store, dossier("b", on=MIDSUMMER + timedelta(days=1)), stage="assessing")
    keep(store, dossier("c"))

    assert listed(store, officer="Sara Lind") == ["a"]
    assert listed(store, officers=("Bo", "Sara Lind")) == ["a"]
    assert listed(store, officers=("Bo",)) == []
    assert listed(store, series="host") == listed(store, place="torget") == ["a"]
    assert listed(store, stage=("decided", "assessing")) == ["a", "b"]
    assert listed(store, starts_from=MIDSUMMER + timedelta(days=1)) == ["b"]
    assert listed(store, starts_to=MIDSUMMER) == ["a"]
    assert listed(store, officer="Sara Lind", stage=("draft",)) == []


def test_an_event_is_found_at_every_place_of_which_it_uses_a_zone(store: Store) -> None:
    both = dossier("a", event={"place": "torget", "zones": ("torget/scenen", "parken/backen")})
    keep(store, both)
    keep(store, dossier("b", event={"zones": ("parken/scenen",)}))

    assert listed(store, place="torget") == ["a"]
    assert listed(store, place="parken") == ["a", "b"]

    moved = both.model_copy(update={"event": dossier("a").event})
    store.save("dossier", moved, expected=1, deeds=[deed()], projection=projection(moved))
    assert (listed(store, place="torget"), listed(store, place="parken")) == ([], ["b"])


def test_a_search_finds_words_in_any_case_and_takes_signs_as_they_are(store: Store) -> None:
    keep(store, dossier("a", name="ÅRETS Ölfestival 100 %", diary_number="KS 2027/14", alias="ol-2027"))
    keep(store, dossier("b", name="Körfestivalen"))

    assert listed(store, text="årets öl") == listed(store, text="ks 2027") == ["a"]
    assert listed(store, text="OL-2027") == listed(store, text=" 100 % ") == ["a"]
    assert listed(store, text="%r_e") == listed(store, text="\\") == []
    assert sorted(listed(store, text="FESTIVAL")) == ["a", "b"]
    assert listed(store, text="\ud800") == []


def test_a_row_comes_back_as_it_was_projected(store: Store) -> None:
    one = keep(store, dossier("a", on=MIDSUMMER, risks=(risk(),), incidents=(incident(),)))
    rows = projection(one)

    assert store.dossiers(Search()) == (rows.row,)
    assert store.risks() == rows.risks
    assert store.incidents() == rows.incidents
    found = store.dossiers(Search())[0].starts
    assert found is not None
    assert f"{found:%H:%M}" == "12:00"


def test_rows_follow_the_newest_version(store: Store) -> None:
    keep(store, dossier("a", risks=(risk("R1"), risk("R2")), actions=(action("A1"), action("A2"))))
    keep(store, dossier("a", risks=(risk("R1"), risk("R2")), actions=(action("A2", owner="Bo"),)), expected=1)
    keep(store, dossier("a", risks=(risk("R2"),), actions=(action("A2", owner="Bo"),)), expected=2)

    assert [row.id for row in store.risks()] == ["R2"]
    assert [(row.id, row.owner) for row in store.actions()] == [("A2", "Bo")]


def test_actions_come_soonest_due_first_and_without_a_day_last(store: Store) -> None:
    keep(
        store, dossier("b", actions=(action("A1"), action("A2", due=MIDSUMMER), action("A10", due=MIDSUMMER)))
    )
    keep(store, dossier("a", actions=(action("A1", due=date(2027, 1, 2)), action("A2", status="verified"))))

    found = [(row.dossier, row.id) for row in store.actions()]

    assert found == [("a", "A1"), ("b", "A10"), ("b", "A2"), ("a", "A2"), ("b", "A1")]
    assert len(store.actions(open_only=True)) == 4
    assert [row.id for row in store.actions(dossiers=["a"], open_only=True)] == ["A1"]
    due = [row.due for row in store.actions() if row.due]
    early = store.actions(due_before=max(due))
    assert early == tuple(row for row in store.actions() if row.due and row.due < max(due))
    assert 0 < len(early) < len(store.actions())
    assert store.actions(dossiers=[]) == ()


def test_actions_are_counted_as_their_rows_would_be(store: Store) -> None:
    model = projection(dossier("a", actions=(action(),))).actions[0]
    days = (None, MIDSUMMER - timedelta(days=1), MIDSUMMER)
    each = enumerate(product(days, days, (None, "yes"), ("decided", "done", "dropped")))
    every = [
        model.model_copy(
            update={
                "id": f"A{n}",
                "due": day,
                "decided_on": day,
                "done_on": done,
                "helped": helped,
                "status": at,
            }
        )
        for n, (day, done, helped, at) in each
    ]
    for name, rows in (("a", every[::2]), ("b", every[1::2]), ("c", [])):
        one = dossier(name, actions=(action(),))
        mine = tuple(row.model_copy(update={"dossier": name}) for row in rows)
        told = projection(one).model_copy(update={"actions": mine})
        store.save("dossier", one, expected=0, deeds=[deed()], projection=told)
    traits: tuple[ActionTrait, ...] = ("status", "helped", *ACTION_DAYS)

    for by in chain.from_iterable(combinations(traits, many) for many in range(1, len(traits) + 1)):
        for spans in (
            (),
            (MIDSUMMER,),
            (MIDSUMMER - timedelta(days=9), MIDSUMMER, MIDSUMMER + timedelta(days=9)),
        ):
            for of in (None, ["b", "c"], []):
                found = store.action_counts(by=by, dossiers=of, spans=spans)
                assert set(found) == set(count_actions(store.actions(dossiers=of), by, spans))
                assert len(found) == len(set(found))

    since = {one.due for one in store.action_counts(by=["due"], spans=(MIDSUMMER,))}
    assert since == {None, date.min, MIDSUMMER}


def test_risks_are_counted_as_their_rows_would_be(store: Store) -> None:
    model = projection(dossier("a", risks=(risk(),))).risks[0]
    each = enumerate(product(("accident", "threat"), (1, 5), (1, 2, 1), ("low", "high")))
    every = [
        model.model_copy(update={"id": f"R{n}", "axis": axis, "likelihood_before": was, "level_after": level})
        for n, (axis, was, _, level) in each
    ]
    for name, rows in (("a", every[::2]), ("b", every[1::2]), ("c", [])):
        one = dossier(name, risks=(risk(),))
        mine = tuple(row.model_copy(update={"dossier": name}) for row in rows)
        told = projection(one).model_copy(update={"risks": mine})
        store.save("dossier", one, expected=0, deeds=[deed()], projection=told)

    for of in (None, ["b", "c"], []):
        found = store.risk_counts(dossiers=of)
        assert set(found) == set(count_risks(store.risks(dossiers=of)))
        assert len(found) == len(set(found))
    assert sum(one.count for one in store.risk_counts()) == len(every)


def test_what_a_search_finds_is_counted_whole_whatever_its_page(store: Store) -> None:
    facts = {"place": "torget"}
    matter: dict[str, Any] = {"risks": (risk(),), "actions": (action(),), "incidents": (incident(),)}
    keep(store, dossier("a", name="Tågdagen", on=MIDSUMMER, event=facts, **matter))
    keep(store, dossier("b", on=MIDSUMMER, event=facts, **matter))
    keep(store, dossier("c", on=MIDSUMMER + timedelta(days=1), **matter), stage="cancelled")

    def counted(**search: Any) -> set[int]:
        asked = Search(limit=1, newest_first=True, **search)
        every = (
            store.action_counts(by=["status"], dossiers=asked),
            store.risk_counts(dossiers=asked),
            store.incident_counts(by=["type"], dossiers=asked),
        )
        return {sum(one.count for one in found) for found in every}

    assert counted() == {3}
    assert counted(place="torget") == counted(starts_to=MIDSUMMER) == {2}
    assert counted(stage=("cancelled",)) == counted(among=("a",)) == counted(text="tåg") == {1}
    assert counted(among=()) == {0}


def test_a_search_finds_what_was_evaluated_from_a_day_on(store: Store) -> None:
    for name, on in (("a", MIDSUMMER), ("b", MIDSUMMER - timedelta(days=1)), ("c", None)):
        keep(store, dossier(name, on=MIDSUMMER), evaluated_on=on)

    assert listed(store, evaluated_from=MIDSUMMER) == ["a"]
    assert listed(store, evaluated_from=MIDSUMMER - timedelta(days=1)) == ["a", "b"]


def test_incidents_come_oldest_first_with_both_days_included(store: Store) -> None:
    late = datetime(2027, 6, 25, 21, 59, tzinfo=UTC)  # 23:59 where the events are
    after = late + timedelta(minutes=2)
    keep(store, dossier("a", incidents=(incident("I1", at=after), incident("I2", at=late))))

    assert [row.id for row in store.incidents()] == ["I2", "I1"]
    assert [row.id for row in store.incidents(until=MIDSUMMER)] == ["I2"]
    assert [row.id for row in store.incidents(since=MIDSUMMER + timedelta(days=1))] == ["I1"]
    assert store.incidents(dossiers=["b"]) == ()
    keep(store, dossier("c", incidents=(incident("I1", at=after), incident("I2", closed=MIDSUMMER))))
    assert [row.id for row in store.incidents(dossiers=["c"], open_only=True)] == ["I1"]


def test_incidents_are_counted_as_their_rows_would_be(store: Store) -> None:
    last = datetime(2027, 5, 31, 21, 59, tzinfo=UTC)  # 23:59 where the events are
    moments = (
        last,
        last + timedelta(minutes=1),
        datetime(2026, 12, 31, 23, tzinfo=UTC),
        last.replace(month=3),
    )
    kinds, judged = ("crowding", "fire"), (None, FORESEEN_BY_NONE, "R1")
    each = enumerate(product(moments, kinds, judged))
    happened = [
        incident(f"I{n}", at=at, type=kind, foreseen=by, severity=n % 5) for n, (at, kind, by) in each
    ]
    keep(store, dossier("a", risks=(risk("R1"),), incidents=tuple(happened[::2])))
    keep(store, dossier("b", risks=(risk("R1"),), incidents=tuple(happened[1::2])))
    keep(store, dossier("c"))
    months = [date(2027, number, 1) for number in range(1, 13)]
    traits: tuple[Trait, ...] = ("dossier", "type", "severity", "foreseen")

    for by in chain.from_iterable(combinations(traits, many) for many in range(len(traits) + 1)):
        for spans, until in (((), None), (months, None), (months[4:], date(2027, 5, 31)), (months[:1], None)):
            for of in (None, ["b", "c"], []):
                found = store.incident_counts(by=by, dossiers=of, spans=spans, until=until)
                assert set(found) == set(count_rows(store.incidents(dossiers=of, until=until), by, spans))
                assert len(found) == len(set(found))

    in_may = store.incident_counts(by=(), spans=months, until=date(2027, 5, 31))
    assert [(one.since, one.count) for one in in_may if one.since == date(2027, 5, 1)] == [(months[4], 6)]
    assert sum(one.count for one in store.incident_counts(by=traits)) == len(happened)


def test_lessons_are_those_that_name_no_other_place_or_organiser(store: Store) -> None:
    lessons = [
        lesson("everywhere", days=3),
        lesson("torget", days=1, place="torget"),
        lesson("parken", place="parken"),
        lesson("ours", days=2, place="torget", organiser="kultur"),
        lesson("theirs", organiser="koren"),
    ]
    for one in lessons[:4]:
        store.save("lesson", one, expected=0, deeds=[deed()])

    assert [one.id for one in store.lessons_for(["torget"], "kultur")] == ["torget", "ours", "everywhere"]
    assert [one.id for one in store.lessons_for([], None)] == ["everywhere"]


def test_a_setting_is_kept_changed_and_taken_away(store: Store) -> None:
    assert store.setting("example_as_of") is None
    store.set("example_as_of", "2024-01-31")
    store.set("example_as_of", "2024-02-01")
    assert store.setting("example_as_of") == "2024-02-01"
    store.set("example_as_of", None)
    assert store.setting("example_as_of") is None


def test_removing_the_example_leaves_what_is_ones_own(store: Store) -> None:
    store.set("example_loading", "1")
    keep(store, dossier("ex", example=True, risks=(risk(),), actions=(action(),), incidents=(incident(),)))
    store.save("place", place("kulturhuset"), expected=0, deeds=[deed()])
    store.set("example_loading", None)
    store.save("place", place("kulturhuset", "Huset"), expected=1, deeds=[deed()])
    store.save("place", place("torget"), expected=0, deeds=[deed()])
    keep(store, dossier("own"))

    assert store.remove_example() == 2

    assert store.ids("dossier") == ("own",)
    assert store.ids("place") == ("torget",)
    assert listed(store) == ["own"]
    assert (store.actions(), store.risks(), store.incidents()) == ((), (), ())
    assert store.journal("dossier", "ex") == ()
    assert store.stale() == 2  # one's own dossier, and the register that the example's place is gone from
    assert store.remove_example() == 0
    assert keep(store, dossier("ex")) == store.load("dossier", "ex").record


def test_workbooks_are_leased_oldest_first_and_to_one_at_a_time(store: Store) -> None:
    for one in ("b", "a"):
        keep(store, dossier(one))
    keep(store, dossier("b"), expected=1)

    leases = [store.lease(NOW, 60) for _ in range(3)]

    assert [(one.record, one.version) for one in leases if one] == [("b", 2), ("a", 1)]
    assert store.stale() == 2


def test_a_lease_that_ran_out_is_taken_over_and_says_nothing_more(store: Store) -> None:
    keep(store, dossier("a"))
    slow = store.lease(NOW, 60)
    quick = store.lease(NOW + timedelta(seconds=60), 60)
    assert slow is not None
    assert quick is not None

    store.written(slow, "slow.xlsx")
    assert (store.stale(), store.files()) == (1, {})
    store.written(quick, "2027/a.xlsx")
    assert (store.stale(), store.files()) == (0, {("dossier", "a"): (1, "2027/a.xlsx")})


def test_a_workbook_changed_while_written_stays_stale_behind_the_others(store: Store) -> None:
    keep(store, dossier("a"))
    keep(store, dossier("b"))
    lease = store.lease(NOW, 60)
    assert lease is not None
    keep(store, dossier("a"), expected=1)
    store.written(lease, "a.xlsx")

    assert store.stale() == 2
    assert store.files() == {("dossier", "a"): (1, "a.xlsx")}
    following = [store.lease(NOW, 60), store.lease(NOW, 60)]
    assert [(one.record, one.version) for one in following if one] == [("b", 1), ("a", 2)]


def test_versions_go_up_one_at_a_time(store: Store) -> None:
    one = dossier("a")
    versions = [
        store.save("dossier", one, expected=number, deeds=[deed()], projection=projection(one))
        for number in range(5)
    ]

    assert all(later == earlier + 1 for earlier, later in pairwise(versions))


def test_a_workbook_is_written_anew_when_something_around_its_record_has_changed(store: Store) -> None:
    keep(store, dossier("d1"))
    lease = store.lease(NOW, 30)
    assert lease is not None
    store.written(lease, "2027/d1.xlsx")
    assert store.stale() == 0

    store.restale("dossier", "d1")

    assert store.stale() == 1
    again = store.lease(NOW, 30)
    assert again is not None
    store.restale("dossier", "d1")  # while it is being written: that picture is already old
    store.written(again, "2027/d1.xlsx")
    assert store.stale() == 1


def test_several_records_are_kept_together_or_not_at_all(store: Store) -> None:
    keep(store, dossier("a3k9"))
    new, taken = dossier("b2b2", on=MIDSUMMER), dossier("a3k9", name="En annan")
    both = [Save("dossier", one, 0, [deed()], projection(one)) for one in (new, taken)]

    with pytest.raises(LostRace):
        store.save_all(both)
    assert store.ids("dossier") == ("a3k9",)
    assert listed(store) == ["a3k9"]

    store.save_all([both[0], Save("place", place("torget"), 0, [deed()])])
    assert store.load("dossier", "b2b2").version == 1
    assert [one.record.id for one in store.all("place")] == ["torget"]
    assert len(store.journal("place", "torget")) == 1


def test_several_records_are_taken_away_together_or_not_at_all_and_their_journals_stay(store: Store) -> None:
    keep(store, dossier("a3k9"))
    keep(store, dossier("b2b2"))
    store.save_all([Save("place", place("torget"), 0, [deed()])])
    ends = [deed().model_copy(update={"operation": "take-back-list"})]
    going = [Removal("dossier", "a3k9", 1, ends), Removal("place", "torget", 1, ends)]

    with pytest.raises(LostRace):
        store.remove_all([*going, Removal("dossier", "b2b2", 7, ends)])
    with pytest.raises(LostRace):
        store.save_all(
            [Save("place", place("parken"), 0, [deed()])], without=[Removal("place", "torget", 7, ends)]
        )
    assert store.ids("place") == ("torget",), "what is kept and what goes is one transaction"
    assert listed(store) == ["a3k9", "b2b2"]

    store.remove_all(going)
    assert listed(store) == ["b2b2"]
    assert store.ids("place") == ()
    with pytest.raises(NotFound):
        store.load("dossier", "a3k9")
    assert [one.deed.operation for one in store.journal("dossier", "a3k9")][-1] == "take-back-list"
    assert store.verify() == []


def test_a_row_of_a_list_that_is_here_by_now_is_not_kept_again(store: Store) -> None:
    told = FromList(file="lista.xlsx", row=3, fingerprint="f3")
    first, second = (dossier(one).model_copy(update={"from_list": told}) for one in ("a3k9", "b2b2"))
    store.save_all([Save("dossier", first, 0, [deed()], projection(first))], once=["f3"])

    with pytest.raises(LostRace):
        store.save_all([Save("dossier", second, 0, [deed()], projection(second))], once=["f4", "f3"])
    assert store.ids("dossier") == ("a3k9",)


def test_those_without_a_day_and_those_of_a_row_of_a_list_are_found_by_it(store: Store) -> None:
    told = {"file": "lista.xlsx", "row": 3, "fingerprint": "f3"}
    keep(store, dossier("a3k9", on=MIDSUMMER))
    keep(store, dossier("b2b2"))
    keep(store, dossier("c4c4", on=MIDSUMMER, from_list=told))

    assert listed(store, undated=True) == ["b2b2"]
    assert listed(store, from_list=("f3", "f9")) == ["c4c4"]


def test_dossiers_are_found_by_their_organiser(store: Store) -> None:
    keep(store, dossier("a3k9", event={"organiser": "foreningen"}))
    keep(store, dossier("b2b2", event={"organiser": "klubben"}))

    assert listed(store, organiser="klubben") == ["b2b2"]


def test_a_row_that_a_file_brought_in_tells_so_and_its_hash_covers_it(store: Store) -> None:
    plain, source = deed(), Source(file="Höstfesten.xlsx", sender="Åsa Ek", cells="Risker!B5")
    store.save("place", place("torget"), expected=0, deeds=[plain])
    store.save("place", place("torget"), expected=1, deeds=[plain.model_copy(update={"source": source})])

    journal = store.journal("place", "torget")

    assert [one.deed.source for one in journal] == [None, source]
    assert first_broken(journal) is None
    other = journal[1].deed.model_copy(update={"source": Source(file="Annan.xlsx")})
    assert first_broken([journal[0], journal[1].model_copy(update={"deed": other})]) is not None


HELD = Footprint("workbooks/a.xlsx", "1" * 64, "c")


def leased(store: Store) -> Lease:
    lease = store.lease(NOW, 60)
    assert lease is not None
    return lease


def test_what_was_about_to_be_written_is_known_until_it_is_written(store: Store) -> None:
    keep(store, dossier("a"))
    lease = leased(store)
    first, second, third = (replace(HELD, digest=one * 64, coming=True) for one in "123")

    assert store.about_to_write(lease, [first], [])
    assert store.about_to_write(lease, [second], [first.digest])  # it was really there
    assert store.book("dossier", "a").files == (replace(first, coming=False), second)
    assert store.about_to_write(lease, [third], [])  # the second was never written
    assert store.book("dossier", "a").files == (replace(first, coming=False), third)

    store.written(lease, "a.xlsx", "the program's name.xlsx")
    book = store.book("dossier", "a")
    assert book.files == (replace(third, coming=False),)
    assert (book.version, book.file, book.named) == (1, "a.xlsx", "the program's name.xlsx")


def test_a_lease_that_somebody_else_has_may_not_write(store: Store) -> None:
    keep(store, dossier("a"))
    slow = leased(store)
    store.lease(NOW + timedelta(seconds=60), 60)

    assert not store.about_to_write(slow, [HELD], [])
    store.postpone(slow, NOW, "open", NOW)

    assert (store.book("dossier", "a").files, store.book("dossier", "a").held) == ((), None)


def test_a_workbook_that_cannot_be_written_waits_and_tells_why_until_it_is(store: Store) -> None:
    keep(store, dossier("a"))
    later = NOW + timedelta(seconds=30)
    store.postpone(leased(store), later, "open", NOW)
    keep(store, dossier("a"), expected=1)

    assert store.lease(NOW + timedelta(seconds=29), 60) is None
    again = store.lease(later, 60)
    assert again is not None
    store.postpone(again, later, "denied", later)
    assert store.book("dossier", "a").held == Held(NOW, "denied", 2)

    last = store.lease(later, 60)
    assert last is not None
    store.written(last, "a.xlsx")
    assert store.book("dossier", "a").held is None


def test_books_are_told_in_order_a_few_at_a_time(store: Store) -> None:
    for one in ("b", "a", "c"):
        keep(store, dossier(one))
        store.about_to_write(leased(store), [HELD], [])

    assert [one.record for one in store.books()] == ["a", "b", "c"]
    assert [one.record for one in store.books(limit=2)] == ["a", "b"]
    assert [one.record for one in store.books(after=("dossier", "b"), limit=2)] == ["c"]
    assert [len(one.files) for one in store.books()] == [1, 1, 1]
    assert store.book("dossier", "nothing") == Book("dossier", "nothing")


def test_the_same_changed_workbook_is_set_aside_once(store: Store) -> None:
    keep(store, dossier("a", example=True))
    one = Returned("dossier", "a", "1" * 64, "returns/a/x.xlsx", "workbooks/a.xlsx", NOW, NOW)
    other = replace(one, digest="2" * 64, found=NOW + timedelta(days=1))
    for each in (other, one, one):
        store.set_aside(each)

    assert store.returns() == store.returns("dossier", "a") == (one, other)
    assert store.returns("dossier", "b") == ()


def test_a_lease_given_before_the_clock_stepped_back_is_over(store: Store) -> None:
    keep(store, dossier("a"))
    before = leased(store)

    assert store.lease(NOW - timedelta(seconds=30), 60) is None
    after = store.lease(NOW - timedelta(hours=1), 60)

    assert after is not None
    assert not store.about_to_write(before, [], [])
    store.postpone(after, NOW, "open", NOW - timedelta(hours=1))
    assert store.lease(NOW - timedelta(hours=2), 60) is not None


def test_a_file_is_unnamed_when_every_dossier_that_named_it_has_let_it_go(store: Store) -> None:
    file, other = (f"{one * 64}.pdf" for one in "ab")
    note = {"file": file, "name": "Karta", "size": 1, "added": GIVEN}
    keep(store, dossier("a3k9", attachments=(note, {**note, "name": "Samma"}, {**note, "file": other})))
    keep(store, dossier("b3k9", attachments=(note,)))
    later, earlier = datetime.now(UTC) + timedelta(days=1), datetime.now(UTC) - timedelta(days=1)
    assert store.attached() == (("a3k9", file), ("a3k9", other), ("b3k9", file))
    assert store.unnamed(later) == ()

    keep(store, dossier("a3k9"), expected=1)
    assert store.unnamed(later) == (other,)
    assert store.unnamed(earlier) == ()
    store.remove_all([Removal("dossier", "b3k9", 1, [deed()])])
    assert store.attached() == ()
    assert store.unnamed(later) == (file, other)

    store.thrown_away(other)
    store.let_go("c.pdf")
    assert store.unnamed(later) == (file, "c.pdf")
