"""The user's own templates: one for each form of mail, of the paragraphs that the writer wrote and of plain facts.

A fact that is not known leaves its place in the text, and a check finds it; a part that the writer left empty vanishes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from afterview.domain.errors import FieldError, NotFound
from afterview.domain.templating.engine import fill, original, parts_of
from afterview.domain.templating.faults import faults_in
from afterview.domain.writing.salutation import SEPARATOR
from afterview.domain.writing.wording import tidied

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from afterview.domain.decisions import Text

TITLES: Final = {
    "roster.ask": "Asking HR for names before the interview",
    "hiring-manager": "First mail to the hiring manager",
    "group": "First mail to the other interviewers",
    "individual": "First mail to one other interviewer",
    "personal": "Personal thank-you",
    "invite": "Note of a network invitation",
    "follow-up": "Reminder to the hiring manager",
    "call": "What to ask HR in a call",
    "recap": "Mail that backs up the call",
    "answer": "Answer to a reply",
    "offer-thanks": "Thanks after an accepted offer",
    "negotiation": "Settling the terms of an offer",
    "continuing-interest": "Continuing interest after a rejection",
    "one-month.hr": "A month later, to HR",
    "one-month.hiring-manager": "A month later, to the hiring manager",
    "decline": "Declining an offer",
    "withdrawal": "Withdrawing the application",
    "no-show": "To who did not come",
}
"""What each template is for, in the order of the rules."""
FACTS: Final = {
    "name": "What the person written to is called",
    "names": "What everybody written to is called",
    "company": "The company",
    "role": "The role",
    "day": "The day of the interview: Wednesday",
    "date": "The date of the interview: 11 March",
    "me": "Your name",
    "phone": "Your phone",
    "network": "Your network, such as LinkedIn",
}
_HEAD: Final = {"greeting": "The line that opens the mail"}
_TAIL: Final = {"closing": "Regards and your name", "signature": "Your signature below its line"}
_MEANINGS: Final = {
    "thanks": "The thanks",
    "point": "The first point of the conversation",
    "more_points": "The other points",
    "points": "All points of the conversation",
    "personal_note": "The personal word",
    "pitch": "Your selling point with its evidence",
    "reason": "The reason to write now",
    "interest": "Your interest in the role",
    "next": "The next step",
    "close": "The last sentence",
    "opening": "The first sentence",
    "regret": "Regret at not being the first choice",
    "news": "What is new",
    "justification": "What justifies the ask",
    "note": "The whole note, as short as the network wants it",
    "subject": "The subject that the writer chose",
}
_WHOLE: Final = frozenset({"invite", "call"})
"""Forms without greeting and closing of a mail, and without a subject."""


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """Subject and body with places; an empty subject is the writer's."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Name:
    """What may stand in a place: a part (a paragraph that the writer wrote) or a fact."""

    name: str
    means: str
    is_part: bool


@lru_cache(maxsize=64)
def names_of(form: str) -> tuple[Name, ...]:
    """The names that templates of the form may use, parts first and in their order."""
    inner = parts_of(form)
    every = ("points",) if {"point", "more_points"} <= {*inner} else ()
    outer = ("greeting", "note") if form == "invite" else ()
    parts = (*outer, *inner, *every) if form in _WHOLE else ("greeting", *inner, *every, *_TAIL, "subject")
    told = {**_MEANINGS, **_HEAD, **_TAIL}
    written = [Name(part, told.get(part, f"The writer's words for: {part}"), is_part=True) for part in parts]
    return (*written, *(Name(fact, means, is_part=False) for fact, means in FACTS.items()))


@lru_cache(maxsize=64)
def original_of(form: str) -> OwnTemplate:
    """The writer's order as a template of the user's: what one begins from and goes back to."""
    if form == "invite":
        return OwnTemplate("", "{{ note }}")
    if form in _WHOLE:
        return OwnTemplate("", original(form))
    return OwnTemplate(
        "{{ subject }}", f"{{{{ greeting }}}}\n\n{original(form)}\n\n{{{{ closing }}}}\n\n{{{{ signature }}}}"
    )


def template_document(kind: str, own: OwnTemplate | None, version: int, updated_at: str | None) -> dict[str, Any]:
    """A template as the API says it; ``own`` None: the original holds."""
    now, back = own or original_of(kind), original_of(kind)
    return {
        "kind": kind,
        "title": TITLES[kind],
        "subject": now.subject,
        "body": now.body,
        "is_own": own is not None,
        "original": {"subject": back.subject, "body": back.body},
        "names": [{"name": one.name, "means": one.means, "is_part": one.is_part} for one in names_of(kind)],
        "version": version,
        "updated_at": updated_at,
    }


def check_kind(kind: str) -> None:
    """``NotFound`` for what is no kind of text."""
    if kind not in TITLES:
        raise NotFound(f"There is no template of that kind: there are {', '.join(TITLES)}.")


def template_faults(form: str, template: OwnTemplate) -> Iterator[FieldError]:
    """What keeps the template from being kept, each with its line and column."""
    names = [one.name for one in names_of(form)]
    for field in ("subject", "body"):
        for fault in faults_in(getattr(template, field), names):
            yield FieldError(f"/{field}", "template", fault.detail, (fault.line, fault.column))
    if not template.body.strip():
        yield FieldError("/body", "missing", "Write something, or delete the template to have the original back.")


def filled(template: OwnTemplate, written: Text, parts: Mapping[str, str], facts: Mapping[str, str]) -> tuple[str, str]:
    """Subject and body. ``written``: what the writer wrote; ``facts``: those that are known."""
    told = {name: tidied(part) for name, part in parts.items()}
    if {"point", "more_points"} <= told.keys():
        told["points"] = tidied(f"{told['point']} {told['more_points']}")
    known = {name: fact for name, fact in facts.items() if name in FACTS and fact}
    context = {**known, "subject": written.subject, **told}
    subject = " ".join(fill(template.subject, context).split()) if template.subject.strip() else written.subject
    return subject, _signed(tidied(fill(template.body, context)))


def _signed(body: str) -> str:
    """With the space that ends the line above a signature."""
    lines = body.split("\n")
    return "\n".join(SEPARATOR if line == SEPARATOR.strip() else line for line in lines)
