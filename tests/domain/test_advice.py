"""What advice says can be done by whoever reads it."""

import pytest

from stories import FOLDER, read_story


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("one_missing_address_holds_the_whole_group_mail", "Lee's address is missing: ask HR for it."),
        ("hr_is_not_asked_for_the_address_of_hr", "Priya's address is missing: it stands in what invited you."),
    ],
)
def test_a_missing_address_is_asked_of_hr_unless_it_is_that_of_hr(name: str, message: str) -> None:
    assert message in [remark.message for remark in read_story(FOLDER / f"{name}.toml").plan().advice]
