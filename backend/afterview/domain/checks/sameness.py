"""The same words twice: to two people, or to one person again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.finding import Fault, Severity
from afterview.domain.checks.letter import Letter
from afterview.domain.events import EventKind
from afterview.domain.keys import Key, parse_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case

_SHINGLE: Final = 4
_SAME: Final = 0.85
_ALIKE: Final = 0.6
_AGAIN: Final = 0.4
_WORTH_SAYING: Final = 7
_SHORTEST: Final = 12
_SEPARATE: Final = frozenset({"personal", "offer-thanks", "individual"})


class Other:
    """Another text: whom it is for, its form, and the text, read."""

    def __init__(self, key: str, body: str, to: frozenset[str]) -> None:
        """``to``: ids of those who get it."""
        self.key, self.body, self.to = key, body, to
        parsed = parse_key(key)
        self.form = parsed.form if parsed else ""

    @property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """The text's runs of words."""
        return shingles(self.body)

    @property
    def sentences(self) -> frozenset[tuple[str, ...]]:
        """The text's sentences, as words."""
        return frozenset(sentences(self.body))


@lru_cache(maxsize=64)
def shingles(body: str) -> frozenset[tuple[str, ...]]:
    """Every run of four words of the core."""
    words = [token.low for token in Letter("", body).core]
    return frozenset(zip(*(words[n:] for n in range(_SHINGLE)), strict=False))


@lru_cache(maxsize=64)
def sentences(body: str) -> tuple[tuple[str, ...], ...]:
    """The sentences of the core, each as its words."""
    letter = Letter("", body)
    return tuple(tuple(token.low for token in letter.between(start, end)) for start, end in letter.sentences)


def others(case: Case) -> list[Other]:
    """The other drafts of the plan and the mails that went out."""
    drafts = [Other(key, text.body, _people(case, parse_key(key))) for key, text in case.others if key != case.step.key]
    sent = [
        Other(
            event.step or "",
            event.body,
            frozenset(event.to) if event.to else _people(case, parse_key(event.step or "")),
        )
        for event in case.records.of(EventKind.MAIL_SENT)
        if event.body and event.step != case.step.key
    ]
    return [other for other in (*drafts, *sent) if other.body and other.form not in {"call", "invite"}]


def _people(case: Case, key: Key | None) -> frozenset[str]:
    manager, hr = case.records.hiring_manager, case.records.hr
    if key is None:
        return frozenset()
    if key.participant:
        return frozenset({key.participant})
    if key.form in {
        "hiring-manager",
        "follow-up",
        "continuing-interest",
        "one-month.hiring-manager",
        "decline",
        "withdrawal",
    }:
        return frozenset({manager.id} if manager else ())
    if key.form in {"recap", "one-month.hr", "roster.ask", "negotiation"}:
        return frozenset({hr.id} if hr else ())
    return frozenset()


def alike(case: Case) -> Iterator[Fault]:
    """C08: people compare the mails they got. C07's near-duplicates to single people are these, too."""
    mine = shingles(case.letter.body)
    to = frozenset(person.id for person in case.step.to)
    for other in others(case):
        if other.to & to or len(mine) < _SHORTEST:
            continue
        share = len(mine & other.shingles) / max(1, len(mine | other.shingles))
        if share >= _ALIKE:
            severity = Severity.BLOCK if share >= _SAME else Severity.WARN
            yield Fault(
                f"This is nearly the text of {other.key or 'another mail'}: people compare. Write this one for its reader.",
                severity=severity,
            )
        elif case.form in _SEPARATE and other.form in _SEPARATE:
            yield from _shared(case, other)


def _shared(case: Case, other: Other) -> Iterator[Fault]:
    for (start, end), words in zip(case.letter.sentences, sentences(case.letter.body), strict=False):
        if len(words) >= _WORTH_SAYING and words in other.sentences:
            yield Fault(f"This sentence stands in {other.key}, too: say it in other words.", (start, end))
            return


def again(case: Case) -> Iterator[Fault]:
    """C09: not what this person has read already."""
    mine = [words for words in sentences(case.letter.body) if len(words) > _SHINGLE]
    to = frozenset(person.id for person in case.step.to)
    for other in others(case):
        if other.to & to and mine and sum(words in other.sentences for words in mine) / len(mine) >= _AGAIN:
            yield Fault(f"Much of this stands in {other.key or 'an earlier mail'} to the same person: say it anew.")
            return


def copies(case: Case) -> Iterator[Fault]:
    """C07: one mail to the group, or one to each, but not the same one to each."""
    mine = shingles(case.letter.body)
    for other in others(case):
        same_round = other.key.split(".")[0] == case.step.key.split(".")[0]
        if same_round and other.form in {"group", "individual"} and len(mine) >= _SHORTEST:
            share = len(mine & other.shingles) / max(1, len(mine | other.shingles))
            if share >= _ALIKE:
                yield Fault(f"{other.key} says nearly the same: send one mail to all of them.")
                return


def format_kept(case: Case) -> Iterator[Fault]:
    """C24: the points of the first mail come back (article: "to reinforce the points you want to highlight")."""
    first = [other for other in others(case) if other.form == "hiring-manager"]
    points = case.all_notes | case.records.pitch_stems
    told = frozenset[str]().union(*(Letter("", other.body).core_stems & points for other in first))
    if told and not told & case.letter.core_stems:
        yield Fault("None of the points of your first mail comes back: remind the reader of one.")
