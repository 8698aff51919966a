"""A selling point stands in one mail to a person: where it fits best, with its evidence, and then it is spent."""

from dataclasses import replace
from datetime import date

from afterview.domain.decisions import Decision
from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Interview, Pitch, Profile, Round
from afterview.domain.pitches import of_first_mails, said_in, spent_in_first_mails
from afterview.domain.plan import make_plan
from afterview.domain.policy import Policy
from drafting import ALEX, ONSITE, draft, interview, step
from people import FakeDaysOff

SPEED = Pitch("speed", "I make slow systems fast", "cut checkout latency from 900 to 120 ms at Initech")
BILLING = Pitch("billing", "I move billing without freezes", "moved 4 billing systems at Hooli", ("monolith",))
PEOPLE = Pitch("people", "Growing engineers", "five of my reports became leads")
BARE = Pitch("bare", "fast learner")
ME = replace(ALEX, pitches=(SPEED, BILLING, PEOPLE))
FACTS = interview({"dana": ["tests that flake", "moving billing off the monolith"]}, events=())


def first_mail(facts: Interview = FACTS, profile: Profile = ME) -> str:
    return draft(step("onsite.hiring-manager", facts.participants[:1]), facts, profile)[1]


def sent(key: str, body: str, day: int) -> Event:
    return Event(kind=EventKind.MAIL_SENT, at=date(2026, 3, day), id=f"sent-{day}", step=key, body=body, to=("dana",))


def pitches(*events: Event, today: date = date(2026, 3, 12), decisions: dict[str, Decision] | None = None) -> list[str]:
    """The pitches of the reminders that the plan lists."""
    plan = make_plan(
        replace(FACTS, events=events),
        profile=ME,
        policy=Policy(soft_stop_after=4),
        decisions=decisions or {},
        days_off=FakeDaysOff(),
        today=today,
    )
    return [one.pitch or "-" for one in plan.steps if one.key.startswith("follow-up.") and one.state != "done"]


def test_the_first_mail_proves_the_point_that_a_pitch_answers_right_where_it_is_made() -> None:
    point, proof = "moving billing off the monolith", "I moved 4 billing systems at Hooli"
    paragraph = next(text for text in first_mail().split("\n\n") if point in text)
    assert point in paragraph.split(proof)[0]
    assert "I move billing without freezes" not in paragraph, "the evidence says it already"


def test_a_pitch_that_answers_nothing_stands_by_itself() -> None:
    facts = interview({"dana": ["the reports are on paper"]}, events=())
    paragraphs = first_mail(facts, replace(ME, pitches=(PEOPLE, SPEED))).split("\n\n")
    assert not any("on paper" in text and "became leads" in text for text in paragraphs)
    assert any("became leads" in text for text in paragraphs)


def test_the_requirement_that_it_meets_says_why_it_matters_here() -> None:
    facts = replace(FACTS, requirements=("zero-downtime migrations of billing",))
    assert "zero-downtime migrations of billing" in first_mail(facts)


def test_the_reminders_take_the_others() -> None:
    assert pitches(sent("onsite.hiring-manager", "", 11))[:3] == ["speed", "people", "-"]


def test_what_was_cut_from_the_first_mail_is_not_spent() -> None:
    assert pitches(sent("onsite.hiring-manager", "Dear Dana, thank you for the conversation.", 11))[0] == "billing"


def test_what_was_put_into_a_mail_by_hand_is_spent() -> None:
    by_hand = sent("onsite.hiring-manager", "At Initech I cut checkout latency from 900 to 120 ms.", 11)
    assert pitches(by_hand)[:2] == ["billing", "people"]
    reminder = sent("follow-up.1", "Five of my reports became leads.", 18)
    assert pitches(by_hand, reminder, today=date(2026, 3, 19))[0] == "billing"


def test_a_skipped_reminder_spends_nothing() -> None:
    skipped = {"follow-up.1": Decision(skipped="")}
    assert "speed" in pitches(sent("onsite.hiring-manager", "", 11), today=date(2026, 3, 19), decisions=skipped)


def test_what_a_competitor_lacked_comes_next_even_if_the_first_mail_had_it_but_only_once() -> None:
    lacked = Event(kind=EventKind.COMPETITOR_FAILED, at=date(2026, 3, 19), id="lacked", pitch="billing")
    events = (sent("onsite.hiring-manager", "", 11), sent("follow-up.1", "", 18), lacked)
    assert pitches(*events, today=date(2026, 3, 19))[:2] == ["billing", "people"]


def test_the_only_pitch_is_proven_in_the_first_mail_and_one_reminder_says_that_it_comes_back_to_it() -> None:
    assert "Initech" in first_mail(profile=replace(ME, pitches=(SPEED,)))
    assert spent_in_first_mails(FACTS, (SPEED,)) == set()


def test_none_without_proof_goes_into_a_first_mail() -> None:
    assert of_first_mails(FACTS, (BARE, BARE)) == {}
    assert said_in("I am a fast learner.", (BARE,)) == {"bare"}


def test_each_day_of_rounds_has_its_own() -> None:
    second = Round("second", ONSITE.starts_at.replace(day=18), ONSITE.starts_at.replace(day=18, hour=11))
    later = Round("later", second.starts_at.replace(hour=14))
    chosen = of_first_mails(replace(FACTS, rounds=(second, later, ONSITE)), ME.pitches)
    assert (chosen["onsite"].id, chosen["second"].id, chosen["later"].id) == ("billing", "speed", "speed")
    called_off = Event(kind=EventKind.ROUND_CANCELLED, at=date(2026, 3, 10), id="off", round="onsite")
    assert "onsite" not in of_first_mails(replace(FACTS, events=(called_off,)), ME.pitches)
