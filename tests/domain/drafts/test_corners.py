"""Corners of single forms: names asked for after the day, a call about nobody, questions answered, bare claims."""

from dataclasses import replace
from datetime import date

import pytest

from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Company, Interview, Pitch, Profile
from afterview.domain.writing.language import load
from afterview.domain.writing.points import woven
from drafting import ALEX, ONSITE, draft, interview, note, step


def asked_on(day: date | None, facts: Interview) -> tuple[str, str]:
    one = replace(step("onsite.roster.ask", facts.participants[1:2]), due_on=day)
    return draft(one, facts)


def test_after_the_day_the_names_are_asked_for_in_the_past() -> None:
    facts = interview()
    before, after = asked_on(date(2026, 3, 6), facts)[1], asked_on(date(2026, 3, 12), facts)[1]
    assert "who will be there" in asked_on(date(2026, 3, 6), facts)[0] or "names" in asked_on(None, facts)[0]
    assert not any(word in after for word in ("looking forward", "will be meeting", "will talk", "see you then"))
    assert "thank" in after.lower()
    assert before != after


def test_only_what_is_missing_is_asked_for() -> None:
    people = [replace(person, title="" if person.id == "sam" else "Engineer") for person in interview().participants]
    facts = replace(interview(), participants=tuple(people))
    body = asked_on(date(2026, 3, 6), facts)[1]
    assert "the title of Sam Okafor" in body
    assert "email address" not in body.replace("with titles and email addresses", "")


def test_a_call_about_nearly_nothing_still_has_its_questions() -> None:
    bare = Interview(company=Company("Acme"), role="Engineer")
    subject, body = draft(step("call.1", ()), bare, Profile())
    assert subject
    assert "1. My progress" in body
    assert "None" not in body
    assert "If the machine answers" not in body or "{" not in body


@pytest.mark.parametrize(
    ("summary", "said", "unsaid"),
    [
        ("when could I start", "", "when could you start"),
        ("asked for two references", "two references", "asked for"),
        ("Can you send your portfolio?", "", "my portfolio"),
        ("", "", "None"),
    ],
)
def test_an_answer_never_turns_a_question_round(summary: str, said: str, unsaid: str) -> None:
    reply = Event(kind=EventKind.REPLY, at=date(2026, 3, 19), id="replied", participant="priya", summary=summary)
    facts = interview(events=(reply,))
    body = draft(step("answer.replied", facts.participants[1:2]), facts)[1]
    assert said in body
    assert unsaid not in body
    assert "March 19" in body or "the Staff Engineer role" in body


def test_a_claim_without_evidence_sells_in_no_reminder_unless_it_is_a_fact_itself() -> None:
    facts = interview({"dana": ["code review"]}, events=())
    dana = facts.participants[:1]

    def reminder(pitch: Pitch) -> str:
        return draft(step("follow-up.1", dana, pitch=pitch.id), facts, replace(ALEX, pitches=(pitch,)))[1]

    assert "fast learner" not in reminder(Pitch("bare", "fast learner"))
    assert "14 years of enterprise sales" in reminder(Pitch("years", "14 years of enterprise sales"))


@pytest.mark.parametrize(
    ("claim", "evidence", "said"),
    [
        ("I close the books in four days", "down from eleven at Initech", "in four days, down from eleven at Initech."),
        ("412 days without an accident", "as shift lead at Harbor", "without an accident, as shift lead at Harbor."),
        ("organised and calm when plans change", "ran 60 volunteers", "I am organised and calm when plans change"),
    ],
)
def test_evidence_that_continues_a_claim_stands_in_its_sentence(claim: str, evidence: str, said: str) -> None:
    profile = replace(ALEX, pitches=(Pitch("one", claim, evidence),))
    facts = interview(rounds=(ONSITE,), events=())
    assert said in draft(step("follow-up.1", facts.participants[:1], pitch="one"), facts, profile)[1]


def test_what_is_sensitive_or_nothing_is_told_in_no_sentence() -> None:
    sam, cello = interview().participants[1], note("person: plays the cello")
    assert woven(cello, sam, load("en"))
    assert not woven(replace(cello, sensitive=True), sam, load("en"))
    assert not woven(replace(cello, text=" "), sam, load("en"))
