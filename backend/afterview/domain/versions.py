"""Optimistic locking: who changes a stored thing says which version they saw."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from afterview.domain.errors import Stale

if TYPE_CHECKING:
    from collections.abc import Callable

Expected = frozenset[str] | None
"""The versions that the user may have seen, or None for "whatever is there"."""


def check_version(expected: Expected, version: int, current: Callable[[], tuple[str, str]]) -> None:
    """Raise ``Stale`` unless ``version`` is expected. ``current`` reads the representation and what its ETag names."""
    if expected is not None and str(version) not in expected:
        text, tag = current()
        raise Stale(json.loads(text), version=tag)
