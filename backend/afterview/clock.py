"""The only clock: nothing else asks the machine what time it is.

Whoever needs an instant takes a `Clock` or a `now` as an argument, so that a test says what time it is.
"""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present instant: aware, in UTC."""
    return datetime.now(UTC)
