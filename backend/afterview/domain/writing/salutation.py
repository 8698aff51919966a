"""How people are greeted and signed to.

By country, by the user's formality, with titles and accents as they are written.

Nobody's gender is guessed. Without an honorific a formal greeting has the full name ("Dear Dana Whitcombe").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from afterview.domain.facts import Formality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from afterview.domain.facts import Interview, Participant, Profile
    from afterview.domain.writing.language import Language

SEPARATOR: Final = "-- "
"""The line above a signature (RFC 3676 clause 4.3)."""
_ASIDE: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]|\s*\|.*$|\s+[-–—]\s+.*$")
_DEGREES: Final = re.compile(
    r",?\s+(?:ph\.?d|ed\.?d|m\.?d|r\.?n|mba|m\.?sc?|b\.?sc?|j\.?d|ll\.?m"
    r"|p\.?eng|dnp|msn|pharm\.?d|cfa|cpa|s?phr|pmp|esq|jr|sr|ii|iii)\.?$"
    r"|,\s+(?-i:[A-Z][A-Za-z.-]*\.?[A-Z][A-Za-z.-]{0,6})$",
    re.IGNORECASE,
)
_HONORIFIC: Final = re.compile(
    r"^(?P<title>(?:(?:prof|dr|mr|mrs|ms|mx|sir|dame|rev|professor|doctor|herr|frau|chef|coach|captain|judge)\b\.?\s*)+)(?P<name>\S.*)$",
    re.IGNORECASE,
)
_RANKS: Final = (
    frozenset({"chief", "ceo", "cto", "cfo", "president", "founder", "partner"}),
    frozenset({"vp", "vice", "head", "director"}),
    frozenset({"manager", "lead", "leiter", "leiterin"}),
)
_INITIAL: Final = re.compile(r"^\w\.?$")


def plain_name(person: Participant) -> str:
    """The name as it is spoken: without degrees, asides and the honorific; "Whitcombe, Dana" turned round."""
    return _plain(person.name)


@lru_cache(maxsize=4096)
def _plain(written: str) -> str:
    name = " ".join(_ASIDE.sub("", written).split())
    while (shorter := _DEGREES.sub("", name)) != name:
        name = shorter
    if "@" in name:
        return ""
    if name.count(",") == 1:
        last, first = (part.strip() for part in name.split(","))
        name = f"{first} {last}".strip()
    found = _HONORIFIC.match(name)
    return found["name"] if found else name


def honorific(person: Participant) -> str:
    """Dr., Prof., Ms.: as the record has it, or as the name begins."""
    found = _HONORIFIC.match(" ".join(person.name.split()))
    return person.honorific.strip() or (found["title"].strip() if found else "")


def called(person: Participant, language: Language) -> str:
    """What the person is called among first names; the full name where the first one can't be told."""
    if person.given_name.strip():
        return person.given_name.strip()
    name = plain_name(person)
    parts = name.split()
    unsure = (
        person.country in language.words["family_first"]
        or not parts
        or _INITIAL.match(parts[0])
        or not name.isprintable()
    )
    return name if unsure else parts[0]


def family_name(person: Participant, language: Language) -> str:
    """The family name, where it is known or the order of the name is plain."""
    if person.family_name.strip():
        return person.family_name.strip()
    parts = plain_name(person).split()
    if len(parts) < 2 or person.country in language.words["family_first"]:  # noqa: PLR2004 - a first and a last name
        return ""
    particles = next((place for place, part in enumerate(parts[1:-1], start=1) if part.islower()), len(parts) - 1)
    return " ".join(parts[particles:])


def is_formal(person: Participant, language: Language, country: str) -> bool:
    """Whether the surname is due: the user's word for it, else an honorific, else the custom of the country."""
    if person.formality is not None:
        return person.formality is Formality.SURNAME
    return bool(honorific(person)) or (person.country or country) not in language.words["first_names"]


def address(person: Participant, language: Language, country: str) -> str:
    """The name after "Dear": Dana, Dr. Whitcombe, or Dana Whitcombe."""
    if not is_formal(person, language, country):
        return called(person, language)
    title, family = _as_written(honorific(person), language, country), family_name(person, language)
    return f"{title} {family}" if title and family else plain_name(person)


def _as_written(title: str, language: Language, country: str) -> str:
    """The honorific as it is written there: Dr in London, Frau where the record says Ms."""
    known = language.words.get("honorifics", {})
    words = [str(known.get(word.rstrip("."), word)) for word in title.split()]
    return " ".join(word.rstrip(".") if is_british(language, country) else word for word in words)


def is_british(language: Language, country: str) -> bool:
    """Whether English is written there as in Britain."""
    return country in language.words.get("british", ())


def seniority(person: Participant) -> int:
    """Where a title ranks, 0 the highest; one that says nothing ranks last."""
    words = set(person.title.casefold().split())
    return next((rank for rank, titles in enumerate(_RANKS) if words & titles), len(_RANKS))


def by_seniority(people: Sequence[Participant]) -> list[Participant]:
    """The senior first, equals in the order of the list."""
    return sorted(people, key=seniority)


def greeting(people: Sequence[Participant], language: Language, country: str, *, is_warm: bool) -> str:
    """The line that opens the mail: the senior first, a crowd as one.

    Two people of one first name get their full names, and so does who stands beside somebody with a surname.
    """
    forms = language.words["greeting"]
    people = by_seniority(people)
    names = [address(person, language, country) for person in people]
    is_mixed = len({is_formal(person, language, country) for person in people}) > 1
    names = [
        plain_name(person) if names.count(name) > 1 or (is_mixed and name == called(person, language)) else name
        for person, name in zip(people, names, strict=True)
    ]
    if not names or not all(names):
        return str(forms["nobody"])
    if len(names) > 10:  # noqa: PLR2004 - a greeting of more names is a list
        return str(forms["crowd"])
    if said := _by_titles(people, names, language, country):
        return said
    is_warm = is_warm and not any(is_formal(person, language, country) for person in people)
    return str(forms["warm" if is_warm else "formal"]).format(name=listed(names, language, country))


def _by_titles(people: Sequence[Participant], names: Sequence[str], language: Language, country: str) -> str:
    """Sehr geehrte Frau Kern, sehr geehrter Herr Maaß: each in the form of their title, where all have one."""
    titles = language.words["greeting"].get("titles", {})
    firsts = [_as_written(honorific(person), language, country).split(" ")[0] for person in people]
    if not all(first in titles and name.startswith(first) for first, name in zip(firsts, names, strict=True)):
        return ""
    hails = [str(titles[first]).format(name=name) for first, name in zip(firsts, names, strict=True)]
    return " ".join([*hails[:1], *(f"{hail[:1].lower()}{hail[1:]}" for hail in hails[1:])])


def listed(items: Sequence[str], language: Language, country: str) -> str:
    """A, B and C; with the comma before "and" where the country writes it."""
    if len(items) < 3:  # noqa: PLR2004 - two need no comma
        return str(language.words["and"]).join(items)
    last = language.words["and_last_us" if country in language.words["us"] else "and_last"]
    return f"{', '.join(items[:-1])}{last}{items[-1]}"


def closing(profile: Profile, language: Language, country: str, *, is_warm: bool) -> str:
    """Regards, the name, and the signature: the user's own, else name, phone and addresses, below the separator."""
    custom = "_gb" if is_british(language, country) else ""
    words = language.words["closing"][f"{'warm' if is_warm else 'formal'}{custom}"]
    name = profile.name.strip()
    own = "" if not is_warm else name
    signature = profile.signature.strip() or "\n".join(
        filter(None, (own, profile.phone.strip(), profile.email.strip(), profile.linkedin.strip()))
    )
    signed = f"{words}\n{name.split()[0] if is_warm else name}" if name else str(words).rstrip(",")
    return f"{signed}\n\n{SEPARATOR}\n{signature}" if signature else signed


def country_of(people: Sequence[Participant], interview: Interview) -> str:
    """Whose customs hold: the first addressee's country, else the company's."""
    return next((person.country for person in people if person.country), interview.company.country)
