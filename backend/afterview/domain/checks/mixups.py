"""What belongs elsewhere: the company or role of another application, and a text that is older than its facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.finding import Fault, Severity
from afterview.domain.checks.letter import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case
    from afterview.domain.checks.letter import Token

_LEGAL: Final = re.compile(
    r",?\s+(?:inc|llc|ltd|limited|gmbh|ag|se|kg|corp|corporation|co|plc|s\.?a\.?s?|b\.?v\.?|n\.?v\.?|ab|oy|pty)\.?$",
    re.IGNORECASE,
)
_PLACED: Final = frozenset({"at", "join", "joining", "with", "for", "of", "to", "bei", "chez"})


def another_application(case: Case) -> Iterator[Fault]:
    """C06: no other application's company or role is named, unless the records speak of it."""
    for company, role in case.elsewhere:
        yield from _named(case, _LEGAL.sub("", company.strip()), "company")
        if len(role.split()) > 1 and role.casefold() not in case.interview.role.casefold():
            yield from _named(case, role, "role")


def _named(case: Case, name: str, what: str) -> Iterator[Fault]:
    wanted = [token.text for token in tokens_of(name)]
    low = [text.casefold() for text in wanted]
    if not wanted or set(low) <= case.records.vocabulary:
        return
    for field, words in (("subject", case.letter.subject_words), ("body", case.letter.words)):
        for place in range(len(words) - len(wanted) + 1):
            window = words[place : place + len(wanted)]
            if window[0].low.removesuffix("'s") == low[0] and _is_it(case, words, place, wanted, what):
                message = f"\u201c{name}\u201d is the {what} of another application of yours: write this one's."
                severity = None if what == "company" else Severity.WARN
                yield Fault(message, (window[0].start, window[-1].end), field, severity)
                return


def _is_it(case: Case, words: list[Token], place: int, wanted: list[str], what: str) -> bool:
    """The very words, with their capitals; a company called like one word of the language only behind "at" or the like."""
    window = words[place : place + len(wanted)]
    said = [token.low.removesuffix("'s") for token in window]
    if said != [text.casefold() for text in wanted]:
        return False
    if what == "role":
        return True
    if any(text[:1].isupper() and not token.text[:1].isupper() for token, text in zip(window, wanted, strict=True)):
        return False
    is_placed = place > 0 and words[place - 1].low in _PLACED
    return is_placed or len(wanted) > 1 or not case.words.knows(wanted[0].casefold())


def stale(case: Case) -> Iterator[Fault]:
    """C52: the facts changed after the text was written."""
    if case.is_outdated:
        yield Fault("The facts changed after you wrote this: compare it with the new draft before it goes.")
