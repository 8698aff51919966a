"""Which day it is for whom."""

from datetime import UTC, date, datetime

import pytest

from afterview.domain.today import today_in

EVENING = datetime(2026, 3, 12, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("timezone", "day"),
    [("America/New_York", date(2026, 3, 11)), ("Asia/Tokyo", date(2026, 3, 12)), ("", date(2026, 3, 12))],
)
def test_today_is_the_day_in_the_users_zone_and_utcs_while_that_is_unknown(timezone: str, day: date) -> None:
    assert today_in(timezone, EVENING) == day
