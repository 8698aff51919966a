"""Every story's plan is exactly as told, in whatever order its events were entered."""

import pytest

from stories import FOLDER, read_story

STORIES = [path.stem for path in sorted(FOLDER.glob("*.toml"))]


@pytest.mark.parametrize("name", STORIES)
def test_the_plan_is_as_told(name: str) -> None:
    story = read_story(FOLDER / f"{name}.toml")
    assert not story.complaints(story.plan())


@pytest.mark.parametrize("name", STORIES)
def test_the_order_in_which_events_were_entered_changes_nothing(name: str) -> None:
    story = read_story(FOLDER / f"{name}.toml")
    plan = story.plan()
    assert all(story.shuffled(seed) == plan for seed in range(3))
