"""How days, counts and people are named in sentences for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from afterview.domain.facts import Participant

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = tuple("January February March April May June July August September October November December".split())
_NUMBERS: Final = tuple("No One Two Three Four Five Six Seven Eight Nine Ten".split())


def day_name(day: date, today: date) -> str:
    """A day as people say it: ``Wed 11 March``, with the year where it isn't this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def business_days(count: int) -> str:
    """A count of business days at the start of a sentence."""
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} business day{'' if count == 1 else 's'}"


def a(noun: str) -> str:
    """The noun with its article: ``a call``, ``an offer``."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def first_name(person: Participant) -> str:
    """What the person is called in titles."""
    return person.given_name or person.name.split()[0]


def is_named(person: Participant) -> bool:
    """Whether anybody told the name: an address is none, nor is what stands before its @, unless a word: ``sam``."""
    name = person.name.casefold()
    return "@" not in name and (name.isalpha() or name != person.email.casefold().partition("@")[0])


def series(words: Sequence[str]) -> str:
    """``name``, ``name and title``, ``name, title and address``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


MANY: Final = 4


def names(people: Sequence[Participant]) -> str:
    """``Sam``, ``Sam and Lee``, ``Sam, Lee and Kim``, and of more than four the first three: ``... and 7 others``."""
    called = [first_name(person) for person in people]
    if len(called) > MANY:
        return f"{', '.join(called[: MANY - 1])} and {len(called) - MANY + 1} others"
    return series(called)
