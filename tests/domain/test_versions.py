"""Who changes a stored thing says which version they saw."""

import pytest

from afterview.domain.errors import Stale
from afterview.domain.versions import check_version


def never() -> tuple[str, str]:
    raise AssertionError


@pytest.mark.parametrize("expected", [None, frozenset({"3"}), frozenset({"2", "3"})])
def test_a_version_that_was_seen_or_whatever_is_there_may_be_changed(expected: frozenset[str] | None) -> None:
    check_version(expected, 3, never)


def test_a_stale_version_is_refused_with_what_is_there_now() -> None:
    with pytest.raises(Stale) as refused:
        check_version(frozenset({"2"}), 3, lambda: ('{"name": "Dana"}', "3-7"))
    assert refused.value.extra == {"current": {"name": "Dana"}, "version": "3-7"}
