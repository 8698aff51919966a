"""Notes as people type them, and what of them may stand after "about" (topic), after "that" (clause), or nowhere."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afterview.domain.facts import Channel, Note
from afterview.domain.writing.weaving import weave
from drafting import all_steps, draft, interview

NAMES = ("Sam Okafor", "Sam", "Okafor")
PERSON = {
    "restores old sailing boats": "you restore old sailing boats",
    "Restores old sailing boats, has two of them": "you restore old sailing boats",
    "Sam restores boats and sails them every summer": "you restore boats and sail them every summer",
    "She runs marathons and bikes": "you run marathons and bikes",
    "he's learning Japanese": "you are learning Japanese",
    "teaches chess to kids on Saturdays": "you teach chess to kids on Saturdays",
    "grew up in Lagos": "you grew up in Lagos",
    "grew up in Leeds like me": "we both grew up in Leeds",
    "likes Formula 1 as much as I do": "we both like Formula 1",
    "both love Rust": "we both love Rust",
    "from Lagos originally": "you are from Lagos originally",
    "also from Ohio": "you are from Ohio",
    "big Arsenal fan": "you are a big Arsenal fan",
    "avid reader of sci-fi": "you are an avid reader of sci-fi",
    "into climbing": "you are into climbing",
    "ex-Google": "your time at Google",
    "used to work at Stripe": "you used to work at Stripe",
    "dog named Bruno": "your dog named Bruno",
    "2 cats (Tom & Jerry), wife is a vet": "your 2 cats",
    "his daughter just started school": "your daughter just started school",
    "training for the Berlin marathon": "you are training for the Berlin marathon",
    "talked about hiking in Patagonia": "hiking in Patagonia",
    "we talked a lot about her garden": "your garden",
    "Fun fact: kayaks on weekends": "you kayak on weekends",
    "- collects vinyl; mostly Blue Note": "you collect vinyl",
    "jazz": "jazz",
    "both from Ohio": "we are both from Ohio",
    "we share a love of maps": "we share a love of maps",
    "A cat called Miso": "your cat called Miso",
    "she bowls": "you bowl",
    "ties flies for trout": "you tie flies for trout",
    "he magnifies maps": "you magnify maps",
    "the marathon in Boston": "the marathon in Boston",
    "she runs at dawn": "you run at dawn",
}
WORK = {
    "moving billing off the monolith without a freeze": "moving billing off the monolith without a freeze",
    "Error budgets that teams believe in": "error budgets that teams believe in",
    "asked about our oncall, they have 3 rotations": "on-call and your 3 rotations",
    "asked how I'd shard the ledger": "your question of how I'd shard the ledger",
    "how do they measure oncall health?": "how you measure on-call health",
    "What is the biggest bottleneck?": "what the biggest bottleneck is",
    "what does success look like in 6 months": "what success looks like in 6 months",
    "the team is moving to Kafka next year": "the team is moving to Kafka next year",
    "team uses trunk-based development": "the team uses trunk-based development",
    "Sam's team runs 3 rotations": "your team runs 3 rotations",
    "move to Kafka": "the move to Kafka",
    "a really slow migration to Kafka": "the migration to Kafka",
    "Kafka migration": "the Kafka migration",
    "tests that flake": "tests that flake",
    "plans for Q3": "plans for Q3",
    "weekly releases, monthly retros": "weekly releases and monthly retros",
    "build a team from scratch": "how to build a team from scratch",
    "need to reduce cloud spend by 30%": "reducing cloud spend by 30%",
    "wants to cut build times in half": "you want to cut build times in half",
    "they're rewriting the scheduler in Rust": "you are rewriting the scheduler in Rust",
    "said the biggest risk is data quality": "the biggest risk is data quality",
    "She said they are hiring two more SREs": "you are hiring two more SREs",
    "liked my point about idempotency": "idempotency",
    "worried about flaky tests": "flaky tests",
    "Their approach to pricing experiments": "your approach to pricing experiments",
    "they do trunk-based dev w/ feature flags": "you do trunk-based dev with feature flags",
    "explained that releases happen weekly": "releases happen weekly",
    "challenge: scaling the data team": "scaling the data team",
    "can they hire abroad?": "whether they can hire abroad".replace("they", "you"),
}
LEFT_ALONE = [
    "seemed grumpy",
    "very friendly",
    "nice guy",
    "great vibe",
    "hates meetings",
    "send him the link to my talk",
    "TODO look up the paper",
    "salary range 180-200",
    "asked why I left Initech",
    "just back from surgery",
    "billing runs on a monolith",
    "日本の電車が好き",
    "люблю хоккей",
    "segelt gern auf dem Bodensee",
    "MOVING BILLING OFF THE MONOLITH",
    "??",
    "👍",
    "https://example.org/post",
    "no on-call for the first 6 months",
    "Would I be ok with oncall?",
    "I really need this job",
    "talked about it",
    "discussed the team is small",
    "she is very friendly",
    "the roof doesn't leak",
    "we like maps",
    "talked about the office is moving",
    "ambitious",
    "friendly and sharp",
    "offices to choose from",
    "only can",
]


@pytest.mark.parametrize(("typed", "woven"), PERSON.items())
def test_notes_on_the_person(typed: str, woven: str) -> None:
    found = weave(typed, "en", NAMES, is_person=True)
    assert found
    assert found.text == woven


@pytest.mark.parametrize(("typed", "woven"), WORK.items())
def test_notes_on_the_work(typed: str, woven: str) -> None:
    found = weave(typed, "en", NAMES)
    assert found
    assert found.text == woven


@pytest.mark.parametrize("typed", LEFT_ALONE)
def test_what_is_private_unsafe_or_unclear_is_left_alone(typed: str) -> None:
    assert weave(typed, "en", NAMES) is None
    assert weave(typed, "en", NAMES, is_person=True) is None


WORDS = sorted({word for typed in (*PERSON, *WORK, *LEFT_ALONE) for word in typed.split()})


@given(
    text=st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)),
    channel=st.sampled_from(Channel),
)
@example(text="¹ AA", channel=Channel.PERSON)
@example(text="JUST `RE", channel=Channel.CONCEPT)
@example(text="only can, ", channel=Channel.PERSON)
@example(text="& directgetswork, he's ., JUST", channel=Channel.PERSON)
def test_whatever_is_typed_leaves_no_gap(text: str, channel: Channel) -> None:
    woven = weave(text, "en", NAMES, is_person=channel is Channel.PERSON)
    if woven:
        assert woven.text == " ".join(woven.text.split())
        assert not re.search(r"[{}()\[\]<>?:]|^\W|\b(?:and|the|a|my)$", woven.text)


@given(text=st.text(max_size=60).filter(str.strip))
def test_a_sensitive_note_is_in_no_mail(text: str) -> None:
    secret = "plays the theremin in a basement"
    facts = interview()
    people = tuple(
        type(person)(
            person.id,
            person.name,
            person.part,
            email=person.email,
            notes=(Note(secret, Channel.PERSON, follow_up=True, sensitive=True), Note(text)),
        )
        for person in facts.participants
    )
    told = interview(participants=people)
    assert not any("theremin" in draft(step, told)[1] for step in all_steps(told))


def test_no_number_is_in_a_draft_that_is_not_in_the_records() -> None:
    notes = {"dana": ["14 screens to 5"], "sam": ["person: *2 cats"], "lee": ["they have 3 rotations"]}
    facts = interview(notes)
    known = {
        "14",
        "5",
        "2",
        "3",
        "1",
        "555",
        "0100",
        "900",
        "120",
        "11",
        "12",
        "13",
        "18",
        "19",
        "25",
        "165",
        "180",
        "175",
        "000",
    }
    for step in all_steps(facts):
        if step.key != "call.1":
            assert set(re.findall(r"\d+", " ".join(draft(step, facts)))) <= known, step.key
