"""People in the text of an invitation: "9:00 Dana Whitcombe (Hiring Manager)", "Recruiter: Riley Chen <riley@…>".

What is found is a hint, never more: somebody who is only named in a text is proposed with that reason beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from afterview.domain.facts import Part
from afterview.domain.invitation.places import fold
from afterview.domain.invitation.titles import role_in

_TAGS: Final = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]{0,200}>", re.IGNORECASE)
_MARKUP: Final = re.compile(
    r"</?(?:p|div|b|i|u|a|ul|ol|li|span|strong|em|h\d|html|body|head|font|table|tr|td)\b[^<>]{0,500}>", re.IGNORECASE
)
_WORD: Final = r"[A-ZÀ-Þ][\w'’.-]{0,40}"
_NAME: Final = rf"{_WORD}(?: (?:{_WORD}|van|von|de|den|der|del|di|da|la|le|bin|ter|zu)){{1,4}}"
_ADDRESS: Final = r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_LABELS: Final = (
    (Part.HIRING_MANAGER, r"hiring manager|fachvorgesetzter?|fachvorgesetzte"),
    (
        Part.HR,
        (
            r"recruiter(?:in)?|recruiting|talent(?: acquisition)?(?: partner)?|coordinator|recruiting coordinator|"
            r"hr(?: contact)?|personalreferent(?:in)?|ansprechpartner(?:in)?|recruteu(?:r|se)|contact(?: rh)?"
        ),
    ),
    (Part.INTERVIEWER, r"interviewers?|with|panel|gesprächspartner(?:in)?|avec|mit"),
)
_LABELLED: Final = re.compile(
    rf"^[\W\d]{{0,20}}(?P<label>[^\W\d][\w ]{{1,40}}?)\s*:\s*"
    rf"(?P<name>{_NAME})(?:\s*[<(\[]?\s*(?P<address>{_ADDRESS}))?",
    re.MULTILINE,
)
_ADDRESSED: Final = re.compile(rf"(?P<name>{_NAME})\s*[<(\[]\s*(?:mailto:)?(?P<address>{_ADDRESS})\s*[>)\]]")
_HOUR: Final = r"\d{1,2}(?:[:.h]\d\d)?(?: ?[aApP]\.?[mM]\.?)?(?: Uhr)?"
_SCHEDULED: Final = re.compile(
    rf"^[ \t•*-]{{0,8}}{_HOUR}(?: ?[–-] ?{_HOUR})?[ ]?[:–|-]?[ ]{{1,3}}(?P<name>{_NAME})(?= ?[(,–|-]| ?$)", re.MULTILINE
)
_INVITES: Final = re.compile(
    rf"^[ \t]{{0,20}}(?P<name>{_NAME}) (?:is inviting you|has invited you|lädt Sie|vous invite)", re.MULTILINE
)
_TAIL: Final = re.compile(r"\s*(?:\(([^()\n]{2,60})\)|[,–-]\s*([^()\n,;]{2,60}))")
_MANAGER: Final = re.compile(r"\bhiring manager\b|\bfachvorgesetzte", re.IGNORECASE)
_HR: Final = re.compile(
    r"\b(?:recruit\w*|talent|sourcer|hr|human resources|people (?:partner|ops|operations|team)|coordinator|"
    r"personal(?:abteilung|referent\w*|wesen)|"
    r"rh|ressources humaines|recruteu\w+|staffing)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody in a text. ``part`` None: the text doesn't say. ``words``: what it calls them."""

    name: str
    address: str = ""
    part: Part | None = None
    words: str = ""


def plain_text(description: str) -> str:
    """A description without the HTML that some calendars put in."""
    return unescape(_MARKUP.sub("", _TAGS.sub("\n", description))).replace("\xa0", " ")


def mentions(text: str) -> tuple[Mention, ...]:
    """Everybody whom a text names with a label, with an address, or as the one who invites; each name once."""
    found = [_labelled(match) for match in _LABELLED.finditer(text)]
    found += [Mention(match["name"], match["address"].lower()) for match in _ADDRESSED.finditer(text)]
    found += [
        Mention(match["name"], part=Part.INTERVIEWER, words="in the schedule") for match in _SCHEDULED.finditer(text)
    ]
    found += [Mention(match["name"], part=Part.HR, words="who invites") for match in _INVITES.finditer(text)]
    return tuple({fold(one.name): one for one in reversed(found) if one is not None}.values())[::-1]


def spoken_of(text: str, name: str) -> tuple[Part | None, str]:
    """The part and the title that a text gives somebody whose name it holds."""
    for found in re.finditer(re.escape(name), text):
        tail = _TAIL.match(text, found.end())
        words = (tail[1] or tail[2]).strip() if tail else ""
        if words and (part_of(words) or role_in(words)):
            return part_of(words), role_in(_MANAGER.sub(" ", words))
    return None, ""


def part_of(words: str) -> Part | None:
    """The part that a title or a name tells: hiring manager, HR, or not known."""
    if _MANAGER.search(words):
        return Part.HIRING_MANAGER
    return Part.HR if _HR.search(words) else None


def _labelled(match: re.Match[str]) -> Mention | None:
    for part, words in _LABELS:
        if re.search(rf"(?:^|\s)(?:{words})$", match["label"], re.IGNORECASE):
            return Mention(match["name"], (match["address"] or "").lower(), part, match["label"].strip())
    return None
