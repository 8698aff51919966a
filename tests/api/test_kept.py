"""Derived values in memory: each name once, never of another version, never too many."""

from afterview.api.deps import Kept


def test_a_value_is_made_once_for_its_version_and_anew_for_the_next() -> None:
    kept, made = Kept(), iter(range(9))
    assert [kept.get("plan", version, lambda: next(made)) for version in (1, 1, 2, 1)] == [0, 0, 1, 2]


def test_what_was_not_asked_for_longest_goes_first() -> None:
    kept, made = Kept(most=2), iter(range(9))
    for name in ("a", "b", "a", "c"):
        kept.get(name, 1, lambda: next(made))
    assert kept.get("a", 1, lambda: next(made)) == 0
    assert kept.get("b", 1, lambda: next(made)) == 3
