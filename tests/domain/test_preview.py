"""What a change would do to the plan is told by the steps' keys: added, moved, removed."""

from dataclasses import replace

from afterview.domain.preview import compare
from stories import FOLDER, read_story


def test_an_offer_adds_the_terms_and_removes_reminders_and_calls() -> None:
    story = read_story(FOLDER / "a_bounced_negotiation_is_open_again.toml")
    before = story.plan(replace(story.interview, events=story.interview.events[:1]))
    changes = compare(before, story.plan())
    assert [step.key for step in changes.added] == ["negotiation"]
    assert {step.key for step in changes.removed} == {"call.1", "follow-up.1", "follow-up.2"}
    assert "onsite.hiring-manager" not in {move.after.key for move in changes.moved}


def test_a_mail_sent_moves_the_reminder_and_is_done() -> None:
    story = read_story(FOLDER / "a_bounced_negotiation_is_open_again.toml")
    unsent = story.plan(replace(story.interview, events=()))
    sent = story.plan(replace(story.interview, events=story.interview.events[:1]))
    moved = {move.after.key: (move.before.state, move.after.state) for move in compare(unsent, sent).moved}
    assert moved["onsite.hiring-manager"] == ("overdue", "done")
    assert "follow-up.1" in moved


def test_nothing_changes_without_a_change() -> None:
    plan = read_story(FOLDER / "a_bounced_negotiation_is_open_again.toml").plan()
    changes = compare(plan, plan)
    assert (changes.added, changes.moved, changes.removed) == ((), (), ())
