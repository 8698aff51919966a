"""Names: the greeting's, and those of company, role and people anywhere in the text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.edits import slips
from afterview.domain.checks.finding import Fault, Severity, Span, like
from afterview.domain.checks.letter import Token, tokens_of
from afterview.domain.checks.records import NAME_TITLES
from afterview.domain.writing.salutation import seniority

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case
    from afterview.domain.checks.letter import Greeting
    from afterview.domain.facts import Participant

CROWD: Final = frozenset(
    """all both everyone everybody team folks colleagues panel each there you friends zusammen alle
tous toutes committee group interviewers""".split()
)
_NOBODY: Final = re.compile(
    r"(?:hiring|recruiting) (?:manager|team)|sir|madam|sirs|recruiter|interviewer|to whom it may concern", re.IGNORECASE
)
_SMALL: Final = frozenset(
    "and und et or the dear hi hello hallo liebe lieber sehr geehrte geehrter guten tag bonjour cher to my again from of at ladies gentlemen damen herren mesdames messieurs".split()
)
_MALE: Final = frozenset({"mr", "herr", "monsieur", "sir"})
_FEMALE: Final = frozenset({"mrs", "ms", "miss", "frau", "madame", "madam"})
_NICKNAMES: Final = tuple(
    frozenset(line.split())
    for line in """alexander alexandra alex sasha sandy|andrew andy drew|anthony tony|benjamin ben|charles charlie chuck
christopher chris|christine christina chris tina|catherine katherine kate katie kathy cathy|daniel dan danny|david dave
edward ed ted ned|elizabeth liz beth lisa eliza betty|frederick fred|gregory greg|james jim jamie|jeffrey jeff|jennifer jen jenny
jessica jess|john jack|jonathan jon|joseph joe|joshua josh|kenneth ken|lawrence larry|margaret meg maggie peggy|matthew matt
michael mike mick|nicholas nick|patricia pat trish|patrick pat|peter pete|philip phil|rebecca becky|richard rick dick rich
robert bob rob bobby|ronald ron|samuel sam|samantha sam|stephen steven steve|susan sue|theodore ted theo|thomas tom
timothy tim|victoria vicky|walter walt wally|samuel sam sammy|maximilian max|william bill will billy|zachary zack""".replace(
        "\n", "|"
    ).split("|")
)
_CALENDAR: Final = frozenset(
    """january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday""".split()
)
_AT_COMPANY: Final = frozenset({"at", "join", "joining"})
_ABOUT_COMPANY: Final = frozenset({"for", "with", "to", "of", "about"})
_SHORTEST: Final = 4
_LONG: Final = 7


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Lower case, without marks on letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def names_of(person: Participant) -> frozenset[str]:
    """Every word by which a person may be greeted, as written."""
    text = f"{person.name} {person.given_name} {person.family_name}"
    return frozenset(unicodedata.normalize("NFC", token.text) for token in tokens_of(text))


def is_nickname(one: str, other: str) -> bool:
    """Whether a lower-case name is a form of the other, the recorded one, which may be cut short by two letters or more."""
    if len(one) > 2 and len(other) - len(one) > 1 and other.startswith(one):
        return True
    return any(one in names and other in names for names in _NICKNAMES)


def greeting(case: Case) -> Iterator[Fault]:
    """C05: the greeting names those in To, as they are written."""
    found = case.letter.greeting
    if found is None or not case.step.to:
        return
    if found.hail == "to whom it may concern" or _NOBODY.search(found.names):
        yield Fault("You know the name: greet the person.", (found.start, found.end))
        return
    span = (found.start, found.end)
    called = [t for t in tokens_of(found.names) if t.low not in _SMALL and t.low not in NAME_TITLES]
    if len(case.step.to) == 1 and called and all(t.low in CROWD - {"there", "you"} for t in called):
        yield Fault(f"One person gets this mail: greet {case.step.to[0].name.split()[0]}.", span)
    yield from _called_wrong(case, found, [t for t in called if t.low not in CROWD])
    yield from _titled_wrong(case, [t.low for t in tokens_of(found.names)], span)


def _called_wrong(case: Case, found: Greeting, called: list[Token]) -> Iterator[Fault]:
    to = frozenset[str]().union(*(names_of(person) for person in case.step.to))
    allowed = to.union(*(names_of(person) for person in case.step.cc)) if len(case.step.to) == 1 else to
    plain = {name.casefold() for name in allowed}
    wrong = [t for t in called if not _is_called(unicodedata.normalize("NFC", t.text), allowed, plain)]
    right = " and ".join(person.name for person in case.step.to[:3])
    for token in wrong:
        near = next(
            (name for name in sorted(to) if bare(name) == bare(token.text) or slips(bare(name), token.low) <= 2), None
        )
        advice = f"write \u201c{near}\u201d." if near else f"this mail goes to {right}."
        fix = near or (_name_instead(case, found) if len(called) == 1 else None)
        place = (found.at + token.start, found.at + token.end)
        yield Fault(f"The greeting says \u201c{token.text}\u201d: {advice}", place, fix=fix)
    if (
        called
        and not wrong
        and len(case.step.to) == 1
        and not any(_is_called(t.text, to, {n.casefold() for n in to}) for t in called)
    ):
        yield Fault(f"The greeting leaves out {right}, to whom the mail goes.", (found.start, found.end))


def _name_instead(case: Case, found: Greeting) -> str | None:
    """How the one reader is called where another is: by the family name behind a title, else by the given name."""
    if len(case.step.to) > 1:
        return None
    person, has_title = case.step.to[0], any(t.low in NAME_TITLES for t in tokens_of(found.names))
    given, *rest = person.name.split()
    return (person.family_name or (rest or [given])[-1]) if has_title else person.given_name or given


def _is_called(name: str, allowed: frozenset[str], plain: set[str]) -> bool:
    if name in allowed or (name.isupper() and len(name) == 1):
        return True
    if name.casefold() in plain:
        return (
            not any(known.casefold() == name.casefold() and known[:1].isupper() for known in allowed)
            or name[:1].isupper()
        )
    return name[:1].isupper() and any(is_nickname(name.casefold(), known) for known in plain)


def _titled_wrong(case: Case, words: list[str], span: Span) -> Iterator[Fault]:
    person = case.step.to[0]
    title = person.honorific.casefold().rstrip(".")
    used = set(words) & NAME_TITLES
    if len(case.step.to) > 1 or not used:
        return
    if (title in _MALE and used & _FEMALE) or (title in _FEMALE and used & _MALE):
        yield Fault(f"The form of address is not the one of your records: {person.honorific} {person.name}.", span)
    elif title in {"dr", "prof"} and not used & {"dr", "prof", "professor"}:
        yield Fault(f"{person.name} has the title {person.honorific}: use it.", span)
    given = (person.given_name or person.name.split()[0]).casefold()
    rest = [word for word in words if word not in NAME_TITLES and word not in _SMALL]
    if rest == given.split() and len(person.name.split()) > 1 and used & (_MALE | _FEMALE | {"dr", "prof"}):
        yield Fault("A title goes with the family name: leave the title or write the family name.", span)


def spelling_of_names(case: Case) -> Iterator[Fault]:
    """C06: company, role and people are spelt as in the records, wherever they stand."""
    greeted = case.letter.greeting.end if case.letter.greeting else 0
    for field, words in (
        ("subject", case.letter.subject_words),
        ("body", case.letter.words[case.letter.index(greeted) :]),
    ):
        text = case.letter.subject if field == "subject" else case.letter.body
        yield from _near_names(case, words, field, text)
        yield from _near_role(case, words, field)
        yield from _near_company(case, words, field)


def _near_names(case: Case, words: list[Token], field: str, text: str) -> Iterator[Fault]:
    records = case.records
    company, people = records.company_words, records.people_words
    known = records.vocabulary
    seen: set[str] = set()
    for place, token in enumerate(words):
        if not token.text[0].isupper() or token.low in known or _is_date(words, place, people):
            continue
        low = token.low.removesuffix("'s")
        if low in known or low in seen or len(low) < _SHORTEST - 1:
            continue
        if text[token.start - 1 : token.start] in {"@", "/", "."} and token.start:
            continue
        near = _near(case, low, is_placed=_stands_by_a_name(words, place, company, people))
        if near:
            seen.add(low)
            yield Fault(
                f"\u201c{token.text}\u201d looks like {near} misspelt: write it as in your records.",
                (token.start, token.end),
                field,
                fix=like(token.text, near),
            )


def _is_date(words: list[Token], place: int, people: frozenset[str]) -> bool:
    """Whether May is the month: "with Ray Cole, May 7", but not where the rest of a name follows."""
    after = words[place + 1].text if place + 1 < len(words) else ""
    return words[place].low in _CALENDAR and after not in people


def _stands_by_a_name(words: list[Token], place: int, company: frozenset[str], people: frozenset[str]) -> bool:
    before = words[place - 1] if place else None
    after = words[place + 1] if place + 1 < len(words) else None
    if before and before.low in {"at", "join", "joining", "joined"} and company:
        return True
    return any(other and other.text in people and other.text[:1].isupper() for other in (before, after))


def _near(case: Case, low: str, *, is_placed: bool) -> str | None:
    if not is_placed and case.words.knows(low):
        return None
    plain = bare(low)
    for name in case.records.own_names:
        if len(name) < _SHORTEST and not (is_placed and len(name) == _SHORTEST - 1):
            continue
        is_begun_right = is_placed and len(name) > _SHORTEST and plain[0] == bare(name)[0]
        limit = 2 if len(name) >= _LONG or is_begun_right else 1
        if slips(plain, bare(name), limit) <= limit:
            return None if is_plural(low, name.casefold()) else name
    return None


def is_plural(low: str, name: str) -> bool:
    """Whether one is the other with an s."""
    return low in {f"{name}s", f"{name}es"} or name in {f"{low}s", f"{low}es"}


def _near_role(case: Case, words: list[Token], field: str) -> Iterator[Fault]:
    role = case.records.role_words
    wanted = frozenset(role)
    if len(role) < 2:
        return
    places = {at - n for at, token in enumerate(words) if token.low in wanted for n in range(len(role))}
    for place in sorted(places):
        if place < 0 or place + len(role) > len(words):
            continue
        if not any(words[place + n].low == word for n, word in enumerate(role)):
            continue
        window = words[place : place + len(role)]
        far = [slips(token.low, word) for token, word in zip(window, role, strict=True)]
        off = [token for token, slip in zip(window, far, strict=True) if slip]
        if 0 < sum(far) <= 2 and not all(is_known_form(case, t, role) for t in off):
            yield Fault(
                f"The role is called {case.interview.role}: write it so.",
                (window[0].start, window[-1].end),
                field,
                fix=case.interview.role,
            )
            return


def is_known_form(case: Case, token: Token, role: tuple[str, ...]) -> bool:
    """Whether a word is a form of one of the role's, or, in small letters, another word of the language."""
    if any(is_plural(token.low, word) or token.low == f"{word}'s" for word in role):
        return True
    return token.text.islower() and len(token.low) > _SHORTEST and case.words.knows(token.low)


def _near_company(case: Case, words: list[Token], field: str) -> Iterator[Fault]:
    name = case.interview.company.name
    parts = tokens_of(name)
    if len(parts) != 1 or not name[:1].isupper():
        return
    is_word = case.words.knows(name.casefold())
    before = _AT_COMPANY if is_word else _AT_COMPANY | _ABOUT_COMPANY
    for place, token in enumerate(words):
        if token.text == name.casefold() and place and words[place - 1].low in before:
            yield Fault(f"Write {name} with a capital.", (token.start, token.end), field, Severity.WARN, name)
            return


def list_of_names(case: Case) -> Iterator[Fault]:
    """C51: a greeting that lists names lists all of them, the senior first."""
    found = case.letter.greeting
    if found is None or len(case.step.to) < 2:
        return
    low = [token.low for token in tokens_of(found.names)]
    if any(word in CROWD for word in low):
        return
    places = [next((i for i, word in enumerate(low) if word in _all_names(person)), None) for person in case.step.to]
    missing = [person.name for person, place in zip(case.step.to, places, strict=True) if place is None]
    if missing and len(missing) < len(places):
        yield Fault(
            f"The greeting leaves out {', '.join(missing)}: name everybody, or write \u201cDear all\u201d.",
            (found.start, found.end),
        )
    ranked = sorted(
        (place, seniority(person)) for person, place in zip(case.step.to, places, strict=True) if place is not None
    )
    if any(rank > later for (_, rank), (_, later) in pairwise(ranked)):
        yield Fault(
            "The senior person usually comes first in the greeting.", (found.start, found.end), severity=Severity.HINT
        )


def _all_names(person: Participant) -> frozenset[str]:
    return frozenset(name.casefold() for name in names_of(person))
