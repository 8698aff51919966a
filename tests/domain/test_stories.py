"""Every story's plan is exactly as told, in whatever order its events were entered, and every reason in it is true."""

import re
from dataclasses import fields, replace
from datetime import date, datetime, timedelta

import pytest

from afterview.domain.loops import end_of
from afterview.domain.steps import Plan, Step
from afterview.domain.words import day_name
from stories import DAYS_OFF, FOLDER, Story, all_stories, read_story

STORIES = [path.stem for path in sorted(FOLDER.glob("*.toml"))]
ABOUT_THE_AUTHOR = {f"S{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 11)}
"""Sentences about the author and his trade: they ask for explanations and evidence, not for a step."""
DAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ [A-Z][a-z]+(?: \d{4})?")


@pytest.mark.parametrize("name", STORIES)
def test_the_plan_is_as_told(name: str) -> None:
    story = read_story(FOLDER / f"{name}.toml")
    assert not story.complaints(story.plan())


@pytest.mark.parametrize("name", STORIES)
def test_the_order_in_which_events_were_entered_changes_nothing(name: str) -> None:
    story = read_story(FOLDER / f"{name}.toml")
    plan = story.plan()
    assert all(story.shuffled(seed) == plan for seed in range(3))


def test_every_sentence_of_the_article_that_asks_for_something_has_a_story() -> None:
    told = {sentence for story in all_stories() for sentence in story.article}
    asked = {f"S{n}" for n in range(1, 44)} | {"L1", "L2", "L3"}
    assert asked - ABOUT_THE_AUTHOR == told


def days_known(story: Story, plan: Plan) -> set[date]:
    """Every day that the facts, the history or the plan itself hold, on whichever clock."""
    moments: list[date | datetime] = [story.today]
    moments += [at for sitting in story.interview.rounds for at in (sitting.starts_at, end_of(sitting))]
    moments += [
        at
        for event in story.interview.events
        for field in fields(event)
        if isinstance(at := getattr(event, field.name), date)
    ]
    moments += [at for step in plan.steps for at in (step.due_on, step.done_at) if at]
    days = {at.date() if isinstance(at, datetime) else at for at in moments}
    zones = {(at + timedelta(hours=h)).date() for at in moments if isinstance(at, datetime) for h in (-12, 14)}
    ends = {event.until for event in story.interview.events if event.until}
    return days | zones | {next_open(day) for day in ends}


def next_open(day: date) -> date:
    """The first business day after an absence or a hold, in New York."""
    day += timedelta(days=1)
    while day.isoweekday() in DAYS_OFF.weekend("US") or day in DAYS_OFF.holidays("US", "NY", day.year):
        day += timedelta(days=1)
    return day


@pytest.mark.parametrize("name", STORIES)
def test_every_day_and_name_in_a_reason_stands_in_the_facts(name: str) -> None:
    story = read_story(FOLDER / f"{name}.toml")
    plan = story.plan()
    known = {day_name(day, story.today) for day in days_known(story, plan)}
    unnamed = {"Dana", "Priya", "Sam", "Lee"} - {person.name.split()[0] for person in story.interview.participants}
    for step in plan.steps:
        assert step.why
        assert step.why.endswith(".")
        assert set(DAY.findall(step.why)) <= known, step
        assert not [stranger for stranger in unnamed if stranger in step.why]


def without(story: Story, day: str) -> Plan:
    """The plan, had nothing happened on that day."""

    def local(at: date | datetime) -> date:
        return at.date() if isinstance(at, datetime) else at

    events = tuple(e for e in story.interview.events if day_name(local(e.at), story.today) != day)
    return story.plan(replace(story.interview, events=events))


def because_of_an_event(story: Story, step: Step) -> list[str]:
    """The days in a step's reason on which something happened, other than rounds and today."""
    rounds = {day_name(sitting.starts_at.date(), story.today) for sitting in story.interview.rounds}
    rounds.add(day_name(story.today, story.today))
    happened = {day_name(e.at.date(), story.today) for e in story.interview.events if isinstance(e.at, datetime)}
    return [day for day in DAY.findall(step.why) if day in happened - rounds]


@pytest.mark.parametrize("name", STORIES)
def test_without_the_event_that_a_reason_names_the_step_is_another(name: str) -> None:
    story = read_story(FOLDER / f"{name}.toml")
    for step in story.plan().steps:
        for day in because_of_an_event(story, step):
            assert step not in without(story, day).steps, (step.key, day)
