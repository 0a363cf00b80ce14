"""Whether two databases hold the same, as a rebuilt one must."""

from evenemang.flow.storing import MODELS, Search, Store


def assert_equal(before: Store, after: Store) -> None:
    """Records, versions, order, marks, journals row by row, and every list."""
    for kind in MODELS:
        assert after.ids(kind) == before.ids(kind)
        assert after.examples(kind) == before.examples(kind)
        for one in before.ids(kind):
            assert after.load(kind, one) == before.load(kind, one)
            assert after.journal(kind, one) == before.journal(kind, one)
    everything = Search(limit=1_000)
    assert after.dossiers(everything) == before.dossiers(everything)
    assert after.actions() == before.actions()
    assert after.risks() == before.risks()
    assert after.incidents() == before.incidents()
