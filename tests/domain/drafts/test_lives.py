"""Whole applications, every mail sent as it was written: read aloud and accepted, and no fault in our own checks."""

from collections import Counter
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import pytest

from afterview.domain.checks import Severity
from drafting import sentences
from lives import LIVES, EveryWord, Life, Sent, life_of, lived, told


@lru_cache(maxsize=32)
def mails(path: Path) -> tuple[Life, tuple[Sent, ...]]:
    life = life_of(path)
    return life, tuple(lived(life))


@pytest.mark.parametrize("path", LIVES, ids=lambda path: path.stem)
def test_the_mails_are_the_accepted_ones(path: Path) -> None:
    assert told(life_of(path)) == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("path", LIVES, ids=lambda path: path.stem)
def test_our_own_drafts_have_no_fault_but_what_the_facts_lack(path: Path) -> None:
    life, sent = mails(path)
    found = [(one.step.key, finding) for one in sent for finding in one.findings(life, EveryWord())]
    assert not [(key, one.check, one.message) for key, one in found if one.severity is Severity.BLOCK]
    warned = {f"{one.check} {key}" for key, one in found if one.severity is Severity.WARN}
    assert warned == life.honest


@pytest.mark.parametrize("path", LIVES, ids=lambda path: path.stem)
def test_nobody_reads_a_sentence_twice(path: Path) -> None:
    _, sent = mails(path)
    read: dict[str, Counter[str]] = {}
    for one in sent:
        for reader in () if "invite" in one.step.key else one.step.to:
            read.setdefault(reader.id, Counter()).update(set(sentences(one.text.body, one.interview)))
    assert not [(reader, text) for reader, texts in read.items() for text, count in texts.items() if count > 1]


@pytest.mark.parametrize("path", LIVES, ids=lambda path: path.stem)
def test_no_selling_point_and_no_news_is_used_twice_on_the_hiring_manager(path: Path) -> None:
    life, sent = mails(path)
    told = [pitch.evidence for pitch in life.profile.pitches if pitch.evidence]
    told += [event.title for event in life.interview.events if event.title]
    to_manager = [one for one in sent if one.step.key.endswith(".hiring-manager") or "follow-up" in one.step.key]
    for one, other in combinations([one for one in to_manager if not one.step.key.startswith("one-month")], 2):
        twice = [text for text in told if text in one.text.body and text in other.text.body]
        only = [pitch.evidence for pitch in life.profile.pitches if len(life.profile.pitches) == 1]
        is_told_so = "first email" in other.text.body or "ersten E-Mail" in other.text.body
        assert not twice or (twice == only and is_told_so)


def test_there_are_enough_to_read() -> None:
    forms = {one.step.key.split(".")[-1].rstrip("0123456789") for path in LIVES for one in mails(path)[1]}
    assert len(LIVES) >= 12
    assert {"hiring-manager", "group", "recap", "negotiation", "decline", "withdrawal", "continuing-interest"} <= forms
