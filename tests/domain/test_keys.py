"""Keys are made of ids only: every form has one reading, everything else is malformed."""

import pytest

from afterview.domain.keys import RESERVED, Key, parse_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("onsite.roster", Key("roster", round="onsite")),
        ("onsite.roster.ask", Key("roster.ask", round="onsite")),
        ("news", Key("news")),
        ("onsite.debrief", Key("debrief", round="onsite")),
        ("onsite.hiring-manager", Key("hiring-manager", round="onsite")),
        ("on-site-2.group", Key("group", round="on-site-2")),
        ("onsite.individual.sam", Key("individual", round="onsite", participant="sam")),
        ("onsite.personal.sam-2", Key("personal", round="onsite", participant="sam-2")),
        ("onsite.invite.sam", Key("invite", round="onsite", participant="sam")),
        ("follow-up.12", Key("follow-up", number=12)),
        ("call.3", Key("call", number=3)),
        ("call.3.recap", Key("recap", number=3)),
        ("answer.r1", Key("answer", event="r1")),
        ("offer-thanks.dana", Key("offer-thanks", participant="dana")),
        ("negotiation", Key("negotiation")),
        ("continuing-interest", Key("continuing-interest")),
        ("one-month.hr", Key("one-month.hr")),
        ("one-month.hiring-manager", Key("one-month.hiring-manager")),
        ("decline", Key("decline")),
        ("withdrawal", Key("withdrawal")),
        ("no-show.e4", Key("no-show", event="e4")),
        ("close", Key("close")),
    ],
)
def test_every_form_of_the_contract_is_read(text: str, key: Key) -> None:
    assert parse_key(text) == key


@pytest.mark.parametrize(
    "text",
    [
        *("", "follow-up", "follow-up.0", "follow-up.01", "follow-up.x", "Onsite.group", "on--site.group", "-a.group"),
        *(
            "onsite",
            "onsite.group.sam",
            "onsite.personal",
            "onsite.personal.Sam",
            "call.1.recap.2",
            "close ",
            "close\n",
        ),
    ],
)
def test_anything_else_is_malformed(text: str) -> None:
    assert parse_key(text) is None


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_no_round_is_called_like_the_first_word_of_a_key(word: str) -> None:
    assert parse_key(f"{word}.roster.ask") is None
