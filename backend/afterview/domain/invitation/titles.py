"""What the title of an event says: role, company, kind of round. Only guesses that the words carry; else nothing.

Titles come as "Interview: Staff Engineer at Acme", "Alex Rivera // Acme – On-site", "Acme <> Alex: System design", in
German and in French too. A title is cut into pieces at its separators and each piece is recognised on its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from afterview.domain.invitation.companies import compact
from afterview.domain.invitation.places import fold

_PREFIX: Final = re.compile(
    r"^\s*(?:(?:(?:updated |new )?invitation|accepted|tentative|declined|cancel+ed(?: event)?|cancel+ation|"
    r"confirmed|reminder|fw|fwd|re|aw|wg|tr|"
    r"einladung|aktualisiert|abgesagt|termin|annulé|mise à jour|invito|invitación)\s*:\s*)+",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    r"\s+@\s+(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|daily|weekly|every|monthly|täglich|wöchentlich|jeden|\d)\w*\b.*$|\s*[\(\[]\d+\s*min[^)\]]*[\)\]]",
    re.IGNORECASE,
)
_MARKS: Final = re.compile(
    r"\((?:[mwfdhxa]\s*[/|,]\s*)+[mwfdhxa]\)|\((?:remote|hybrid|virtual|online|video|all genders|confirmed)\)",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    r"\s+(?:for|für|pour)\s+(?:the\s+|die\s+|le\s+)?(?:(?:position|role|job|stelle|rolle|poste)\b\s*(?:of|as|als|de|d['’]|:)?\s*)?|"
    r"\s+als\s+|\s+(?:with|mit|avec)\s+|\s+re:\s+",
    re.IGNORECASE,
)
_AT: Final = re.compile(
    r"(?:^|\s+)(?:(?:at|bei|chez|bij)\s+(?:der\s+|dem\s+)?|"
    r"@\s*)(?P<who>[\dA-ZÀ-Þ][\w&.'’+]*(?:[ -](?:[A-ZÀ-Þ\d&][\w&.'’+]*|of|the|de|und|and|du))*)"
)
_CUT: Final = re.compile(
    r"\s*(?:<+\s*[-=]?\s*>+|↔|//|\||[–—·•;]|:\s|:$|\(|\)|\[|\])\s*|\s+[-/x×&+]\s+|,\s+", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"<+\s*[-=]?\s*>+|↔|//|\s[x×&+|/]\s", re.IGNORECASE)
_INTERVIEW: Final = re.compile(
    r"\b(?:(?:virtual|video|phone|telephone|technical|tech|final|first|second|third|panel|onsite|on-site|initial|behaviou?ral|coding|cultural|1st|2nd|3rd|"
    r"team|loop|hr|recruiter|hiring manager|fachliches|zweites|erstes|technique|téléphonique)[ -]+)*"
    r"(?:interviews?|interviewing|phone screen(?:ing)?|screening|screen|onsite|on-site|super ?day|panel|"
    r"loop|chat|call|intro(?:duction|ductory)?|conversation|"
    r"meet(?: and greet| & greet|ing)?|discussion|system design|coding(?: round| challenge)?|pair(?: |"
    r"-)programming|case study|presentation|deep dive|round \d+|"
    r"(?:first|second|third|final) round|culture fit|assessment|debrief|vorstellungsgespräch|"
    r"bewerbungsgespräch|kennenlern(?:gespräch|en)|fachgespräch|"
    r"erstgespräch|zweitgespräch|interviewtermin|telefoninterview|gespräch|probetag|"
    r"entretien(?: d['’]embauche)?|échange|rendez-vous|colloquio|entrevista)"
    r"(?:[ -](?:technique|téléphonique|final|interview|call|round|screen|loop|day))*\b",
    re.IGNORECASE,
)
_JOB: Final = re.compile(
    r"(?:\b|(?<=[a-zäöü]))(?:engineer|engineering manager|developer|programmer|architect|scientist|analyst|"
    r"designer|researcher|director|manager|consultant|"
    r"specialist|administrator|accountant|associate|officer|strategist|writer|editor|producer|nurse|teacher|lawyer|counsel|assistant|technician|intern|"
    r"representative|advocate|evangelist|product owner|scrum master|team lead|tech lead|lead|sre|vp|cto|ceo|"
    r"cfo|coo|vice president|head of|chief|principal|"
    r"staff|entwickler|ingenieur|leiter|berater|referent|architekt|wissenschaftler|sachbearbeiter|kaufmann|kauffrau|fachkraft|werkstudent|"
    r"praktikant|geschäftsführer|projektleiter|ingénieur|développeu[rs]|responsable|chef(?:fe)? d|"
    r"chargée? de|directeur|directrice|consultante?|"
    r"alternante?|stagiaire|technicien|juriste|comptable|ingeniero|desarrollador|sviluppatore)"
    r"(?:s|e|ne|se|in|innen|[:*_/]-?in|\(in\))?\b",
    re.IGNORECASE,
)
_NO_ROLE: Final = re.compile(
    r"^(?:the )?(?:hiring manager|manager|recruiter|talent partner|hr manager|team lead|director|lead|staff|"
    r"principal|vp)s?$",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"^(?:the|your|with|for|at|and|und|et|de|d['’]|le|la|les|der|die|das|den|mit|für|als|in|on|of)\s+", re.IGNORECASE
)
_STATED_ROLE: Final = re.compile(
    r"^\W{0,20}(?:position|role|job(?: title)?|stelle|rolle|poste|puesto)\s*:\s*(.{3,100}?)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True)
class TitleGuess:
    """What a title seems to say; empty where it says nothing. ``others``: pieces that nothing explains."""

    role: str = ""
    company: str = ""
    round_title: str = ""
    others: tuple[str, ...] = ()


def clean_title(title: str) -> str:
    """Without the prefixes and the date that calendars add."""
    return _WHEN.sub("", _PREFIX.sub("", title)).strip()


def is_interview(title: str) -> bool:
    """Whether a title speaks of an interview, or of a role."""
    return bool(_INTERVIEW.search(title) or role_in(title))


def read_title(title: str, names: frozenset[str], label: str) -> TitleGuess:
    """Role, company and kind of round.

    ``names``: of people, folded; ``label``: the company's word in its mail domain.
    """
    clean = clean_title(title)
    company, rest = _at_company(_MARKS.sub("", clean), names) if is_interview(clean) else ("", clean)
    between = bool(_BETWEEN.search(rest))
    pieces = [piece for piece in (_trim(part) for cut in _FOR.split(rest) for part in _CUT.split(cut)) if piece]
    roles = [role for role in map(role_in, pieces) if role]
    kinds = [found.group().strip() for found in map(_INTERVIEW.search, pieces) if found]
    plain = (_trim(_INTERVIEW.sub(" ", piece)) for piece in pieces if not role_in(piece))
    unknown = [piece for piece in plain if piece and fold(piece) not in names]
    company = company or next((piece for piece in unknown if same_company(piece, label)), "")
    if (
        not company
        and between
        and len(unknown) == 1
        and len(pieces) > 1
        and any(fold(piece) in names for piece in pieces)
    ):
        company = unknown[0]
    kind = max(kinds, key=len, default="")
    return TitleGuess(
        role=roles[0][:_LONGEST] if roles else "",
        company=company[:_LONGEST],
        round_title=(kind[:1].upper() + kind[1:] if kind else clean)[:_LONGEST],
        others=tuple(piece for piece in unknown if piece != company),
    )


def role_in(piece: str) -> str:
    """The role that a piece names, words of the interview itself put aside; "Hiring manager interview" names none."""
    if not _JOB.search(piece):
        return ""
    role = _trim(_MARKS.sub("", _INTERVIEW.sub(" ", piece)))
    return role if _JOB.search(role) and not _NO_ROLE.match(role) and len(role) <= _LONGEST else ""


def stated_role(description: str) -> str:
    """The role of a line like "Position: Staff Engineer"."""
    found = _STATED_ROLE.search(description)
    return found[1] if found else ""


def same_company(name: str, label: str) -> bool:
    """Whether a name and the word of a mail domain mean the same: "Northwind Labs" and ``northwind``."""
    short, word = compact(name), compact(label)
    return len(word) > 1 and len(short) > 1 and (short.startswith(word) or (word.startswith(short) and len(short) > 2))  # noqa: PLR2004


def _at_company(title: str, names: frozenset[str]) -> tuple[str, str]:
    for found in _AT.finditer(title):
        who = found["who"].strip(" .-")
        if fold(who) not in names and not role_in(who) and not who.endswith(("'s", "’s")):
            return who, f"{title[: found.start()]} | {title[found.end() :]}"
    return "", title


def _trim(text: str) -> str:
    trimmed = re.sub(r"\s+", " ", text).strip(" -–—:,;/|()[]'\"·•")
    while _LEADING.match(trimmed):
        trimmed = _LEADING.sub("", trimmed)
    return trimmed
