"""Money stands in the mail about the offer, and in one reminder where more was asked than is allotted."""

from dataclasses import replace
from datetime import date

import pytest

from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Compensation, Interview
from afterview.domain.writing.language import load
from afterview.domain.writing.terms import amount
from drafting import ALEX, draft, interview, step

WHY = "the role covers two on-call rotations"
BARE = replace(ALEX, pitches=())


def asking(asked: str = "180000", allotted: str = "165000", why: str = WHY, *events: Event) -> Interview:
    money = Compensation(asked=asked, allotted=allotted, justification=why)
    return interview(compensation=money, events=events)


def reminder(facts: Interview, key: str = "follow-up.1") -> str:
    return draft(step(key, facts.participants[:1]), facts, BARE)[1]


def test_a_reminder_without_a_selling_point_justifies_the_figure() -> None:
    body = reminder(asking())
    assert WHY in body
    assert "180,000" in body
    assert "165,000" in body


def test_a_selling_point_goes_before() -> None:
    facts = asking()
    assert WHY not in draft(step("follow-up.1", facts.participants[:1], pitch="latency"), facts)[1]


@pytest.mark.parametrize(
    ("asked", "allotted", "why"),
    [("165,000", "180,000", WHY), ("180,000", "", WHY), ("", "165,000", WHY), ("180,000", "165,000", "")],
)
def test_without_a_gap_or_a_reason_money_stays_out_of_it(asked: str, allotted: str, why: str) -> None:
    body = reminder(asking(asked, allotted, why))
    assert "180" not in body
    assert "165" not in body


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("180k", "180,000"),
        ("84,000 GBP", "£84,000"),
        ("EUR 95000", "€95,000"),
        ("chf 120000", "CHF 120,000"),
        ("90 to 95k", "90 to 95k"),
        ("ab €90", "ab €90"),
    ],
)
def test_amounts_are_written_as_is_usual(typed: str, said: str) -> None:
    assert amount(typed, load("en")) == said


def test_amounts_in_words_are_taken_as_they_are() -> None:
    assert "six months' notice" in reminder(asking("six months' notice", "three", WHY))


def test_it_is_said_once() -> None:
    said = Event(kind=EventKind.MAIL_SENT, at=date(2026, 3, 18), id="r", step="follow-up.1", body=f"... {WHY}.")
    assert WHY not in reminder(asking("180000", "165000", WHY, said), "follow-up.2")
    assert WHY not in reminder(asking(), "follow-up.3")


def test_the_mail_about_the_offer_names_both_figures_and_the_reason() -> None:
    facts = asking()
    offer = Event(kind=EventKind.OFFER, at=date(2026, 3, 27), id="offer", base="165000", currency="USD")
    body = draft(step("negotiation", facts.participants[1:2]), replace(facts, events=(offer,)))[1]
    assert all(text in body for text in ("$165,000", "$180,000", WHY))


def test_what_the_offer_already_holds_is_not_asked_for() -> None:
    facts = asking("150000", "165000", "")
    offer = Event(kind=EventKind.OFFER, at=date(2026, 3, 27), id="offer", base="165000", currency="USD")
    body = draft(step("negotiation", facts.participants[1:2]), replace(facts, events=(offer,)))[1]
    assert "150,000" not in body


def test_without_a_reason_of_its_own_the_figure_rests_on_a_selling_point_and_its_proof() -> None:
    facts = asking("180000", "165000", "")
    offer = Event(kind=EventKind.OFFER, at=date(2026, 3, 27), id="offer", base="165000", currency="USD")
    body = draft(step("negotiation", facts.participants[1:2]), replace(facts, events=(offer,)))[1]
    assert "$180,000" in body
    assert "I make slow systems fast" in body
    assert "900 to 120 ms" in body
