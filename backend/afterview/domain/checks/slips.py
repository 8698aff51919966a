"""Slips of the machine: places left empty, remnants of HTML and of other encodings, headers torn open."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.finding import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from afterview.domain.checks.case import Case

_PLACE: Final = re.compile(
    r"\{\{[^{}\n]{0,80}\}?\}?|\{%[^%\n]{0,80}%?\}?|\}\}|%\}|\$?\{[A-Za-z_][\w .]{0,40}\}|\{\d?\}"
    r"|\[(?!sic\b|\d)[^\W\d_][^\]\n]{0,60}\]|<<[^<>\n]{1,60}>>"
    r"|<(?!/?(?:p|br|div|span|b|i|u|strong|em|a|ul|ol|li|table|tr|td|font|html|body|head|h\d|img|hr)\b)[A-Za-z][\w '\u2019/-]{0,40}>"
    r"|_{3,}|\?{4,}|\b[A-Z]{2,}_[A-Z_]{2,}\b|%\([a-z_]+\)s|(?<!\w)%s\b|(?<!\w)\$[A-Za-z_]{3,}\b"
    r"|(?<!\w)%[A-Z_]{3,}%|\bTKTK\b|\b(?:NAME|FIRSTNAME|LASTNAME|SURNAME|COMPANY|EMPLOYER|INTERVIEWER|JOBTITLE)\b"
    r"|\b[Xx]{3,}\b|\bXX\b|\bTODO\b|\bTBD\b|\bTBC\b|\bFIXME\b|\b[Ll]orem [Ii]psum\b|#N/A|#NAME\?|#REF!"
    r"|\b(?:[Ii]nsert|[Ff]ill in) (?:[\w-]{1,20} ){1,3}here\b|\b(?:ABC|XYZ) (?:[Cc]ompany|[Cc]orp|Inc|Ltd|LLC|GmbH)\b|\bCompany X(?:YZ)?\b|\bN/A\b"
    r"|\((?:topic|name|company|role|date|title|detail|details|position|insert [^()\n]{1,40}|your [^()\n]{1,30}|something [^()\n]{1,30})\)"
    r"|\b(?:insert|add|enter|fill in) (?:your |the |their )?(?:name|company|role|title|date|detail|details|topic|example|number) here\b"
    r"|\b(?:your|company|recipient|interviewer|manager|hiring manager) name here\b"
    r"|(?<=[a-z,] )None\b(?! of\b)|\bNone\b(?=[,.;!?]| (?:role|position|team)\b)"
    r"|\bundefined\b(?! (?:behaviou?r|scope|state|variable|requirement|reference|role|process))|\bundefined (?:role|position)\b"
    r"|(?<![-\w])(?<!returns )(?<!returned )(?<!return )(?<!is )(?<!was )(?<!be )(?<!as )(?:null|NaN|nil)\b(?! (?:and|hypothes|pointer|value|result|check|island))(?=[\s,.;:!?]|$)",
)
_SIGNS: Final = re.compile(
    r"[{}\[\]<>_%$#]|\?{4}|[Xx]{2}|TODO|TB[DC]|FIXME|[Ii]psum| here\b|None|undefined|null|NaN|TKTK|N/A|ABC|XYZ|Company X|\((?:topic|name|company|role|date|title|detail|position|insert|your|something)|NAME|COMPANY|EMPLOYER|INTERVIEWER|JOBTITLE|\bnil\b"
)
_EMPTY_GREETING: Final = re.compile(
    r"\A\s*(?:(?:dear|hi|hello|hey)(?:[ \t]+(?:mr|mrs|ms|dr|prof)\.?)?[ \t]+[,:!]|dear(?:[ \t]+(?:mr|mrs|ms|dr|prof)\.?)?[ \t]*[,:!\n])",
    re.IGNORECASE,
)
_HOLE: Final = re.compile(
    r"\b(?:at|for|with|the|on|about|to|of|and|in|by|from|a|an|as|our|your|you,)[ \t]+[.,;!?](?=\s|$)", re.IGNORECASE
)
_HTML: Final = re.compile(
    r"</?(?:p|br|div|span|b|i|u|strong|em|a|ul|ol|li|table|tr|td|font|html|body|head|h[1-6]|img|hr|blockquote)\b[^<>\n]{0,200}/?>"
    r"|&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});",
    re.IGNORECASE,
)
_MOJIBAKE: Final = re.compile(
    "\u00c3[\u0080-\u00bf\u0178\u0161\u0192\u0152\u0153\u20ac\u201a-\u201e\u2020-\u2026\u2030\u2039\u203a\u2013\u2014\u2018-\u201d]"
    "|\u00e2(?:\u20ac|\u0080)[^\\s]?|\u00c2[\u00a0-\u00bf]|\u00ef\u00bb\u00bf|\ufffd|\u00f0\u0178"
)
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]"
)
_LONGEST_LINE: Final = 998
_MANY: Final = 10


def _found(
    pattern: re.Pattern[str], case: Case, message: str, fix: Callable[[str], str | None] = lambda _: None
) -> Iterator[Fault]:
    for field, text in (("subject", case.letter.subject), ("body", case.letter.body)):
        for number, found in enumerate(pattern.finditer(text)):
            if number == _MANY:
                break
            yield Fault(message.format(text=found[0].strip()[:40]), found.span(), field, fix=fix(found[0]))


def placeholders(case: Case) -> Iterator[Fault]:
    """C01: a place that nobody filled."""
    if _SIGNS.search(case.letter.subject) or _SIGNS.search(case.letter.body):
        message = "\u201c{text}\u201d is a place that nobody filled: write what belongs there, or take it out."
        yield from _found(_PLACE, case, message)
    yield from _found(_HOLE, case, "A word is missing after \u201c{text}\u201d: fill the gap.")
    if found := _EMPTY_GREETING.match(case.letter.body):
        yield Fault("The greeting has no name: write whom you greet.", found.span())


def _as_plain(text: str) -> str:
    """A tag leaves nothing behind, an entity its sign."""
    return "" if text.startswith("<") else html.unescape(text).replace("\u00a0", " ")


def _decoded(text: str) -> str | None:
    """The letter that was meant, where its bytes are all there."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None


def remnants(case: Case) -> Iterator[Fault]:
    """C45: what is not plain text."""
    yield from _found(
        _HTML, case, "\u201c{text}\u201d is a remnant of a web page: take it out, mail is plain text.", _as_plain
    )
    yield from _found(
        _MOJIBAKE, case, "\u201c{text}\u201d comes from a wrong encoding: write the letters anew.", _decoded
    )
    yield from _found(
        _HIDDEN, case, "There is an invisible character here: delete it and type the place again.", lambda _: ""
    )
    start = 0
    for line in case.letter.body.split("\n"):
        if len(line) > _LONGEST_LINE // 4 and len(line.encode("utf-8", "replace")) > _LONGEST_LINE:
            yield Fault("This line is too long for mail (998 octets): break it.", (start, start + len(line)))
            return
        start += len(line) + 1


def headers(case: Case) -> Iterator[Fault]:
    """C46: a line break in the subject or a name, or a name that would split an address list."""
    if found := re.search(r"[\r\n]+", case.letter.subject):
        yield Fault("The subject has a line break: write it on one line.", found.span(), "subject", fix=" ")
    for person in (*case.step.to, *case.step.cc):
        if re.search(r"[\r\n<>]", person.name + person.email):
            yield Fault(f"The name or address of {person.id} has a line break or angle brackets: mend the record.")
        elif re.search(r"[\",;]", person.name) and not re.search(r", (?:Jr|Sr|PhD|MD|MBA|II|III|Esq)\b", person.name):
            yield Fault(f"\u201c{person.name}\u201d has a comma or quotation mark: write the name as it is spoken.")
