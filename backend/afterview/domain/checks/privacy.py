"""What is not for every reader's eyes, and what a mail promises to bring along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.finding import Fault
from afterview.domain.checks.tone import is_of_the_trade
from afterview.domain.facts import Channel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case
    from afterview.domain.facts import Participant

_URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"]{2,2000}", re.IGNORECASE)
_SHORTENED: Final = re.compile(
    r"(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|lnkd\.in|rebrand\.ly|is\.gd|buff\.ly|cutt\.ly|tiny\.cc|shorturl\.at|rb\.gy|t\.ly|s\.id"
    r"|bl\.ink|short\.io|soo\.gd|v\.gd)/\S", re.IGNORECASE
)  # fmt: skip
_TRACKED: Final = re.compile(
    r"[?&](?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|yclid|msclkid|_hs\w+|trk|ref_src|vero_id)=", re.IGNORECASE
)
_MANY: Final = 5


def private(case: Case) -> Iterator[Fault]:
    """C37: health, belief, politics, looks; a private word of one person where another reads it. Heuristic."""
    for span in case.letter.hits.get("sensitive", ())[:_MANY]:
        if not is_of_the_trade(case, case.letter.body[slice(*span)]):
            yield Fault("This is too private for a mail about work: leave it out.", span)
    for person in case.records.people:
        for note in person.notes:
            is_secret = note.sensitive or (note.channel is Channel.PERSON and _others_read(case, person))
            if is_secret and _uses(case, person, note.text):
                what = "is marked as sensitive" if note.sensitive else f"is {person.name}'s own"
                yield Fault(f"\u201c{note.text[:60]}\u201d {what}, and others read this mail: leave it out.")


def _others_read(case: Case, person: Participant) -> bool:
    """Whether somebody else than that person is meant; HR in copy may read what was light with the hiring manager."""
    return case.step.to != (person,)


def _uses(case: Case, person: Participant, text: str) -> bool:
    theirs = case.records.note_stems(text)
    elsewhere = [n.text for p in case.step.to for n in p.notes if n.text != text and not n.sensitive]
    shared = (
        frozenset[str]().union(*map(case.records.note_stems, elsewhere))
        if person not in case.step.to
        else frozenset[str]()
    )
    used = (theirs - shared - case.records.trade) & case.letter.core_stems
    return len(used) > 1 or (len(used) == 1 and len(theirs) == 1)


def enclosures(case: Case) -> Iterator[Fault]:
    """C38: what is announced comes along; links are whole, safe and lead where they say."""
    letter = case.letter
    for span in letter.hits.get("attached", ())[:1]:
        yield Fault("A draft carries no attachment: remember to attach it, or leave the words out.", span)
    if not _URL.search(letter.body):
        for span in letter.hits.get("linked", ())[:1]:
            yield Fault("The link is missing: put the address in.", span)
    for found in _URL.finditer(letter.body):
        if _SHORTENED.search(found[0]):
            yield Fault("A shortened link hides where it leads: write the whole address.", found.span())
        if _TRACKED.search(found[0]):
            yield Fault(
                "This link carries tracking marks: cut them off after the \u201c?\u201d.",
                found.span(),
                fix=_untracked(found[0]),
            )
        if found[0].lower().startswith("http://"):
            yield Fault("This link isn't safe: write https://.", found.span(), fix=f"https{found[0][4:]}")
    if (found_short := _SHORTENED.search(letter.body)) and not _URL.search(letter.body):
        yield Fault("A shortened link hides where it leads: write the whole address.", found_short.span())


def _untracked(url: str) -> str:
    """The address without its tracking marks; what else is asked for stays."""
    bare, _, asked = url.partition("?")
    kept = [one for one in asked.split("&") if not _TRACKED.match(f"&{one}")]
    return f"{bare}?{'&'.join(kept)}" if kept else bare
