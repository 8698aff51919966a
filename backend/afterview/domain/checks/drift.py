"""C50: numbers, days and names that are in no record. Heuristic: it warns, and lets proposals for the future pass."""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.case import FIRST
from afterview.domain.checks.finding import Fault, Severity
from afterview.domain.checks.letter import covers, tokens_of
from afterview.domain.checks.records import day_of, plain_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GERMAN: Final = {"m\u00e4r": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH: Final = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|m\u00e4rz|mai|juni|juli|oktober|dezember)"
_DATES: Final = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?(?: of)? {_MONTH}\b\.?", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b", re.IGNORECASE),
)
_WEEKDAY: Final = re.compile(r"\b(?P<name>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"(?<![\w.,/#+-])[$\u20ac\u00a3]?(?P<number>\d+(?:[.,]\d+)*)(?P<unit> ?%| ?percent\b| ?per cent\b| [mb]illion\b|k\b|m\b|ms\b|x\b)?(?P<after>[ -][a-z]+)?"
)
_SPAN_OF_TIME: Final = re.compile(
    r"[ -](?:sec|min(?:ute)?s?\b|hour|day|week|month|quarter|(?:am|pm|o|st|nd|rd|th|of)\b|january|february|march|april|may|june|july|august|september|october|november|december)",
    re.IGNORECASE,
)
_PLACED: Final = frozenset({"at", "join", "joining", "joined"})
_MYSELF: Final = "i'"
"""I'd, I'm: as long as a name, and with a capital."""
_WITH: Final = frozenset({"with", "met", "and"})
_TOLD: Final = {
    **dict.fromkeys(("told", "shown", "introduced", "interviewed", "guided"), frozenset({"by"})),
    **dict.fromkeys(("spoke", "speak", "speaking", "talked", "talk", "talking", "listened"), frozenset({"to"})),
}
"""Words before the one before a name: told by Kevin, talking to Kevin."""
_SMALLEST: Final = 10
_MEMORABLE: Final = 100
_LONGEST: Final = 12
_ZEROS: Final = {"k": "000", "m": "000000"}
_PHONE: Final = re.compile(r"(?:\+\d|\(\d{2,5}\)|\b0\d)[\d ()/.-]{5,20}\d")
_LAST_CENTURY: Final = (1900, 2000)
_THIS_CENTURY: Final = (2000, 2100)
_NEAR: Final = 70


def numbers(case: Case) -> Iterator[Fault]:
    """A number that no record holds."""
    start, end = case.letter.core_span
    dates = sorted(
        found.span()
        for pattern in (*(_DATES if has_months(case) else ()), _PHONE)
        for found in pattern.finditer(case.letter.body, start, end)
    )
    for found in _NUMBER.finditer(case.letter.body, start, end):
        digits = plain_number(found["number"])
        said = {digits, digits + _ZEROS.get(found["unit"] or "", "")}
        if said & case.records.numbers or covers(dates, found.start()) or not _is_countable(digits):
            continue
        value, is_money = float(digits), found[0].startswith(("$", "\u20ac", "\u00a3"))
        is_bare = not found["unit"] and not is_money
        if is_bare and (
            value < _SMALLEST or value in range(*_THIS_CENTURY) or _SPAN_OF_TIME.match(found["after"] or "")
        ):
            continue
        if is_money and case.form == "negotiation":
            continue  # what is asked for is in no record yet
        if re.match(r":\d\d|[/-]\d", case.letter.body[found.end("number") : found.end("number") + 3]):
            continue
        yield Fault(
            f"\u201c{found['number']}\u201d is in no record: check the number.",
            found.span("number"),
            severity=Severity.HINT if is_bare and (value < _MEMORABLE or value in range(*_LAST_CENTURY)) else None,
        )


def _is_countable(digits: str) -> bool:
    """No version, no telephone's number."""
    return len(digits) <= _LONGEST and digits.count(".") < 2


def has_months(case: Case) -> bool:
    """Whether the body names a month at all."""
    return any(low[:3] in _MONTHS or low[:3] in _GERMAN for low in case.letter.counts)


def days(case: Case) -> Iterator[Fault]:
    """A day of the past that no record holds; a weekday of the conversation that was another."""
    sent = case.sent_on
    if sent is None:
        return
    known = case.records.known_days
    for pattern in _DATES if has_months(case) else ():
        for found in pattern.finditer(case.letter.body, *case.letter.core_span):
            day = _date_of(found, sent)
            if day and day not in known and day <= sent and _is_about_talk(case, found.start(), found.end()):
                yield Fault(f"No record has anything on {found[0]}: check the day.", found.span())
    yield from _weekdays(case, sent)


def _date_of(found: re.Match[str], sent: date) -> date | None:
    name = found["month"][:3].casefold()
    month, number = _MONTHS.index(_GERMAN.get(name, name)) + 1, int(found["day"])
    try:
        day = date(sent.year, month, number)
    except ValueError:
        return None
    return day if day - sent < timedelta(days=120) else day - timedelta(days=365)


def _weekdays(case: Case, sent: date) -> Iterator[Fault]:
    spoken = [] if case.form in {"roster.ask", "no-show"} else _days_of_talk(case)
    if not spoken or min(spoken) < sent - timedelta(days=21):
        return
    if not any(low.removesuffix("'s") in _DAYS for low in case.letter.counts):
        return
    for found in _WEEKDAY.finditer(case.letter.body, *case.letter.core_span):
        names = {_DAYS[day.weekday()] for day in spoken}
        right = next(iter(names)).capitalize() if len(names) == 1 else None
        if found["name"].casefold() not in names and _is_about_talk(case, found.start(), found.end(), is_close=True):
            yield Fault(
                f"The conversation wasn't on a {found['name'].capitalize()}: check the day.", found.span(), fix=right
            )


def _days_of_talk(case: Case) -> list[date]:
    zone = case.step.timezone
    if case.form in FIRST:
        return [day_of(case.records.ended(sitting), zone) for sitting in case.records.loop(case.step.round)]
    return [day for day in case.records.known_days if case.sent_on and day <= case.sent_on]


def _is_about_talk(case: Case, start: int, end: int, *, is_close: bool = False) -> bool:
    """Whether the day is that of a conversation: one is spoken of before it in the sentence, and no future is."""
    a, b = case.letter.sentence_at(start)
    before = case.letter.body[max(a, start - _NEAR) : start].casefold()
    if re.search(
        r"\b(?:by|until|before|next|from|this coming|free|available|any|after|or|works?|suits?|would|could|can|will)\b[^.]{0,25}$",
        before,
    ):
        return False
    near = (max(a, start - _NEAR), min(b, end + (20 if is_close else _NEAR)))
    return case.letter.has("talked", *near)


def names(case: Case) -> Iterator[Fault]:
    """A company at which, or a person with whom: capitalised, in no record, and no word of the language."""
    words, known = case.letter.core, case.records.vocabulary
    for number, (before, token) in enumerate(itertools.pairwise(words)):
        is_met = before.low in _WITH or (before.low in _TOLD.get(words[number - 1].low, ()) and number > 0)
        if not token.text[0].isupper() or not (before.low in _PLACED or is_met):
            continue
        if (
            case.letter.body[before.end : token.start] != " "
            or token.low.removesuffix("'s") in known
            or len(token.low) < 3
            or token.low.startswith(_MYSELF)
        ):
            continue
        if before.low in _PLACED and not _is_a_time(token.low):
            yield Fault(f"\u201c{token.text}\u201d is in no record: is it the right company?", (token.start, token.end))
        elif is_met and (before.low not in _WITH or _is_a_person(case, before.start, token.low)):
            yield Fault(f"Nobody called {token.text} is in your records: check the name.", (token.start, token.end))


def _is_a_time(word: str) -> bool:
    return word in _DAYS or word[:3] in _MONTHS or word in {"christmas", "easter", "thanksgiving", "home", "scale"}


def _is_a_person(case: Case, start: int, low: str) -> bool:
    if _is_a_time(low):
        return False
    a, _ = case.letter.sentence_at(start)
    before = case.letter.body[max(a, start - 40) : start].casefold()
    is_talk = re.search(
        r"\b(?:talk|talking|talked|speak|speaking|spoke|met|meet|meeting|conversation|chat|discussion|time|call)s?\b[^.]{0,40}$",
        before,
    )
    return bool(is_talk) or case.letter.body[start : start + 3].casefold() == "met"


def role(case: Case) -> Iterator[Fault]:
    """Another role than the one of the records, written as a title."""
    wanted = {token.low for token in tokens_of(case.interview.role)}
    for field, text in (("subject", case.letter.subject), ("body", case.letter.body)):
        for found in re.finditer(
            r"\b(?:[Tt]he|[Yy]our|[Aa]n?) (?P<role>[A-Z][\w&/-]{1,30}(?: (?:[A-Z][\w&/-]{1,30}|of|for|and)){0,5}) (?:role|position|job|opening|vacancy)\b",
            text,
        ):
            said = {token.low for token in tokens_of(found["role"])} - {"of", "for", "and"}
            company = {token.low for token in tokens_of(case.interview.company.name)}
            if said - wanted - company and not said <= case.records.vocabulary:
                yield Fault(
                    f"The role is called {case.interview.role}: is this another one?", found.span("role"), field
                )
                break
