"""Selling points and reasons to write, in the words of the records and in frames that fit their shape."""

from dataclasses import replace
from datetime import date

import pytest

from afterview.domain.drafts import unwoven_notes
from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Company, Part, Pitch
from afterview.domain.policy import Policy
from afterview.domain.steps import Reason
from afterview.domain.writing.claims import as_statement
from drafting import ALEX, ONSITE, draft, interview, step


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("I make slow systems fast.", "I make slow systems fast"),
        ("make slow systems fast", "I make slow systems fast"),
        ("Led migration of 40 services", "I led migration of 40 services"),
        ("Making slow systems fast", "I am good at making slow systems fast"),
        ("fast learner", "I am a fast learner"),
        ("an honest broker", "I am an honest broker"),
        ("calm under pressure", "I am calm under pressure"),
        ("12 years of Postgres", "12 years of Postgres"),
        ("data-driven growth", "data-driven growth"),
        ("my team shipped 12 releases", "my team shipped 12 releases"),
        ("", ""),
    ],
)
def test_a_claim_gets_its_subject(typed: str, said: str) -> None:
    assert as_statement(typed)[0] == said


def test_evidence_that_is_near_to_what_was_said_bears_on_it() -> None:
    profile = replace(
        ALEX, pitches=(Pitch("p", "I move billing without freezes", "moved 4 billing systems at Initech"),)
    )
    facts = interview({"dana": ["moving billing off the monolith"]}, events=())
    body = draft(step("follow-up.1", facts.participants[:1], pitch="p"), facts, profile)[1]
    assert any(said in body for said in ("bears directly on", "close to the problem", "direct line from there"))


def test_each_true_event_has_its_words_and_an_unknown_person_none() -> None:
    told = (
        Event(kind=EventKind.CALL, at=date(2026, 3, 18), id="phoned", participant="priya"),
        Event(kind=EventKind.INVITATION_ACCEPTED, at=date(2026, 3, 18), id="sams", participant="sam"),
        Event(kind=EventKind.INVITATION_ACCEPTED, at=date(2026, 3, 18), id="whose", participant="nobody"),
        Event(kind=EventKind.NEWS, at=date(2026, 3, 19), id="mine", title="I finished the Kubernetes course"),
    )
    facts = interview(events=told)
    dana = facts.participants[:1]

    def first(event: str | None, kind: str = "call") -> str:
        return draft(step("follow-up.1", dana, reason=Reason(kind, event, "")), facts)[1].split("\n\n")[1]

    assert "Priya" in first("phoned")
    assert "Sam" in first("sams")
    assert "my side: I finished" in first("mine") or "like to know: I finished" in first("mine")
    assert first(None, "news") == first("mine", "news")
    assert first("whose") == first("nothing-like-it")


def test_a_month_later_the_newest_news_since_the_rejection_is_named() -> None:
    told = (
        Event(kind=EventKind.NEWS, at=date(2026, 3, 1), id="old", title="Old news"),
        Event(kind=EventKind.REJECTION, at=date(2026, 3, 20), id="no"),
        Event(kind=EventKind.NEWS, at=date(2026, 4, 1), id="new", title="Acme opens an office in Lyon."),
    )
    facts = interview(events=told)
    body = draft(step("one-month.hr", facts.participants[1:2]), facts)[1]
    assert "Acme opens an office in Lyon" in body
    assert "Old news" not in body


def test_whom_nobody_met_and_what_nobody_told_leave_no_gap() -> None:
    told = (
        Event(
            kind=EventKind.CALL,
            at=date(2026, 3, 18),
            id="phoned",
            participant="priya",
            progress="they rejected a candidate",
        ),
    )
    away = replace(ONSITE, participants=("sam", "lee"))
    facts = interview({"sam": ["error budgets"], "dana": ["the roof leaks"]}, rounds=(away,), events=told)
    people = {person.id: person for person in facts.participants}
    assert "candidate" not in draft(step("call.1.recap", (people["priya"],)), facts)[1]
    assert "your team" in draft(step("onsite.hiring-manager", (people["dana"],)), facts)[1]
    assert unwoven_notes(step("news", ()), facts, ALEX, Policy()) == ()
    assert draft(step("follow-up.1", ()), facts)[1].startswith("Hello,")
    second = replace(people["sam"], part=Part.HIRING_MANAGER)
    assert draft(step("offer-thanks.sam", (second,)), replace(facts, participants=(people["dana"], second)))[1]


def test_what_was_personal_is_no_news_of_the_work() -> None:
    facts = interview({"dana": ["person: keeps bees on her roof"]}, events=())
    body = draft(step("onsite.hiring-manager", facts.participants[:1]), facts)[1]
    assert "you keep bees on your roof" in body
    assert not any(said in body for said in ("one thing in particular", "more concrete", "coming back to"))


def test_an_institution_has_its_article() -> None:
    facts = replace(interview(events=()), company=Company("Department for Transport", country="GB"))
    bodies = [draft(step(f"follow-up.{n}", facts.participants[:1]), facts)[1] for n in range(1, 11)]
    named = [body for body in bodies if "Department for Transport" in body]
    assert named
    assert all("the Department for Transport" in body for body in named)
