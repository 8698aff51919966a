"""Reminders keep the points of the first mail as it was really sent, and its thread."""

from datetime import date

from afterview.domain.drafts import unwoven_notes
from afterview.domain.events import Event, EventKind
from afterview.domain.policy import Policy
from drafting import ALEX, EVENTS, draft, interview, step

NOTES = {"dana": ["moving billing off the monolith without a freeze", "tests that flake"]}


def reminder(body: str, subject: str = "", notes: dict[str, list[str]] | None = None) -> tuple[str, str]:
    sent = Event(
        kind=EventKind.MAIL_SENT,
        at=date(2026, 3, 11),
        id="sent",
        step="onsite.hiring-manager",
        subject=subject,
        body=body,
    )
    facts = interview(notes or NOTES, events=(*EVENTS, sent))
    return draft(step("follow-up.1", (facts.participants[0],), pitch="latency"), facts)


def test_a_point_that_was_cut_from_the_first_mail_does_not_come_back() -> None:
    body = reminder("Dear Dana, I keep thinking about moving billing off the monolith without a freeze.")[1]
    assert "moving billing off the monolith" in body
    assert "flake" not in body


def test_a_point_that_was_added_by_hand_comes_back() -> None:
    assert "chaos days on Fridays" in reminder("Dear Dana, I liked your idea of chaos days on Fridays. Alex")[1]


def test_it_answers_the_mail_that_it_follows() -> None:
    assert reminder("...", "Thank you: Staff Engineer")[0] == "Re: Thank you: Staff Engineer"
    assert reminder("...", "RE: Thank you")[0] == "RE: Thank you"
    assert not reminder("...")[0].lower().startswith("re:")


def test_a_statement_and_what_was_said_with_others_come_back_too() -> None:
    facts = interview({"dana": ["the team is moving to Kafka next year"]}, events=())
    assert "the team is moving to Kafka next year" in draft(step("follow-up.1", facts.participants[:1]), facts)[1]
    facts = interview({"sam": ["error budgets"]}, events=())
    body = draft(step("follow-up.1", facts.participants[:1]), facts)[1]
    assert "error budgets" in body
    assert "Sam" in body


def test_it_sells_with_claim_and_evidence() -> None:
    body = reminder("")[1]
    assert "I make slow systems fast" in body
    assert "I cut checkout latency from 900 to 120 ms at Initech" in body


def test_what_is_personal_or_sensitive_stays_out_of_mails_that_others_read() -> None:
    facts = interview(
        {"sam": ["person: *restores old sailing boats"], "lee": ["code review"], "dana": ["person: her kids are twins"]}
    )
    dana, _, sam, lee = facts.participants
    assert "boats" not in draft(step("onsite.group", (sam, lee)), facts)[1]
    assert "boats" in draft(step("onsite.group", (sam,)), facts)[1]
    assert "kids" not in draft(step("onsite.hiring-manager", (dana,)), facts)[1]


def test_notes_that_cannot_be_woven_are_offered() -> None:
    facts = interview({"dana": ["seemed grumpy", "code review", "person: 日本の電車"]})
    left = unwoven_notes(step("onsite.hiring-manager", (facts.participants[0],)), facts, ALEX, Policy())
    assert [note.text for note in left] == ["seemed grumpy", "日本の電車"]


def test_openness_is_said_only_where_it_is_true() -> None:
    facts = interview(NOTES, events=())
    closed = interview(NOTES, events=(), still_open=False)
    one = step("continuing-interest", (facts.participants[0],))
    assert "first choice" in draft(one, closed)[1]
    assert "+1 555 0100" in draft(one, facts)[1].split("-- ", maxsplit=1)[0]
    assert "interest" not in draft(one, closed)[1]
