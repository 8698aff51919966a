"""Who gets it: To and Cc against the rule of the step, and addresses that reach nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afterview.domain.checks.edits import slips
from afterview.domain.checks.finding import Fault, Severity
from afterview.domain.events import EventKind
from afterview.domain.facts import Part, Participant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from afterview.domain.checks.case import Case

MANAGER_FORMS: Final = frozenset({"hiring-manager", "follow-up", "continuing-interest", "decline", "withdrawal"})
_ALONE: Final = frozenset({"individual", "personal", "offer-thanks", "invite"})
_TO_HR: Final = frozenset({"recap", "one-month.hr", "roster.ask"})
_ADDRESS: Final = re.compile(
    r"[^\s@<>()\[\],;:\\\"]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}|[^\s@]{1,64}@xn--[\w.-]{1,100}"
)
_ROBOT: Final = re.compile(
    r"(?:no|do[._-]?not)[._-]?reply|donotreply|noreply|notifications?|mailer-daemon|bounces?|automated|calendar-notification"
    r"|unsubscribe|postmaster|system",
)
_ROLE: Final = frozenset(
    "jobs job careers career hr info recruiting recruitment recruiter recruiters talent hiring people contact office hello "
    "support team admin apply applications application hrteam humanresources personal bewerbung karriere jobs-noreply".split()
)
_ATS: Final = (
    *(
        "greenhouse-mail.io",
        "greenhouse.io",
        "hire.lever.co",
        "lever.co",
        "myworkday.com",
        "myworkdayjobs.com",
        "ashbyhq.com",
    ),
    *(
        "icims.com",
        "smartrecruiters.com",
        "workablemail.com",
        "workable.com",
        "jobvite.com",
        "bamboohr.com",
        "taleo.net",
    ),
    *("recruitee.com", "teamtailor-mail.com", "teamtailor.com", "personio.de", "breezy-mail.com", "applytojob.com"),
    *("successfactors.com", "successfactors.eu", "calendly.com", "goodtime.io", "eightfold.ai", "avature.net"),
    *("group.calendar.google.com", "resource.calendar.google.com", "reply.linkedin.com", "indeedemail.com"),
)
_TYPO_ENDS: Final = frozenset("comm con cmo ocm vom cim coom cpm xom ogr orgg nett ner ent eduu oi".split())
_SHORT: Final = 5


def people(case: Case) -> Iterator[Fault]:
    """C02: To and Cc are those of the rule. An empty To is the plan's own remark."""
    to, cc = case.step.to, case.step.cc
    if to and (message := _wrong_people(case, to, cc)):
        yield Fault(message)
    ids = [person.id for person in (*to, *cc)]
    if len(ids) != len(set(ids)):
        yield Fault("Somebody is in To and Cc at once, or twice: leave each address once.")


def _wrong_people(case: Case, to: tuple[Participant, ...], cc: tuple[Participant, ...]) -> str:  # noqa: C901, PLR0911 - a table
    manager, form = case.records.hiring_manager, case.form
    if form in MANAGER_FORMS:
        if to != (manager,):
            return "This mail goes to the hiring manager alone: put nobody else in To."
        if any(person.part is not Part.HR for person in cc):
            return "Only HR may be in copy of this mail: take the others out of Cc."
    if form == "group":
        if manager in (*to, *cc):
            return "The hiring manager gets a mail of their own: take them out of the group's."
        return "The group's mail has nobody in copy: take them out of Cc." if cc else ""
    if form in _ALONE and (len(to) > 1 or cc):
        return "This one is for one person alone: leave one address in To and none in Cc."
    if form in _TO_HR and any(person.part is not Part.HR for person in to):
        return "This mail goes to HR: put the HR contact in To, and nobody else."
    if form == "one-month.hiring-manager" and to != (manager,):
        return "This mail goes to the hiring manager alone."
    if form == "negotiation" and any(person.part not in {Part.HR, Part.HIRING_MANAGER} for person in (*to, *cc)):
        return "Terms are between you, HR and the hiring manager: take the others out."
    if form in {"recap", "answer"} and any(person.part is Part.INTERVIEWER for person in cc):
        return "Interviewers do not belong in copy of this mail: take them out."
    return ""


def copy(case: Case) -> Iterator[Fault]:
    """C03: HR is in copy of the mails to the hiring manager, unless they share an address."""
    if not case.step.to or any(person.part is Part.HR for person in (*case.step.to, *case.step.cc)):
        return
    hr = case.records.hr
    if hr is None:
        yield Fault(
            "No HR contact is known, so nobody is in copy: ask who accompanies your application.",
            severity=Severity.WARN,
        )
    elif not hr.email or _unreachable(case, hr):
        yield Fault(f"{hr.name} can't be reached now, so nobody from HR is in copy.", severity=Severity.WARN)
    elif not any(hr.shares_address_with(person) for person in case.step.to):
        yield Fault(f"HR is missing in Cc: add {hr.name}.")


def _unreachable(case: Case, person: Participant) -> bool:
    kinds = (EventKind.ABSENCE, EventKind.NO_CONTACT, EventKind.BOUNCE)
    return any(event.participant == person.id for event in case.records.of(*kinds))


def addresses(case: Case) -> Iterator[Fault]:
    """C04: addresses that are wrong, or belong to no person."""
    for person in (*case.step.to, *case.step.cc):
        if person.email and (wrong := _wrong_address(case, person.email)):
            yield Fault(f"{person.email}: {wrong} Ask for the personal address of {person.name}.")


def _wrong_address(case: Case, address: str) -> str:
    if not _ADDRESS.fullmatch(address) or ".." in address or address.startswith(".") or ".@" in address:
        return "this is no valid address."
    local, _, domain = address.casefold().rpartition("@")
    if domain.endswith(_ATS):
        return "it belongs to an applicant tracking system or a calendar, and nobody reads it."
    if _ROBOT.search(local):
        return "a machine sends from it, and nobody reads it."
    if local.split("+")[0] in _ROLE:
        return "it is the address of an office, not of a person."
    if domain.rpartition(".")[2] in _TYPO_ENDS or _is_slip(domain, case.records.home_domains):
        return "the part after the @ looks mistyped."
    return ""


def _is_slip(domain: str, homes: frozenset[str]) -> bool:
    if any(domain == home or domain.endswith(f".{home}") or home.endswith(f".{domain}") for home in homes):
        return False
    name, _, end = domain.rpartition(".")
    for home in homes:
        real, _, real_end = home.rpartition(".")
        if end == real_end and min(len(name), len(real)) > 2 and slips(name, real) <= (1 if len(real) <= _SHORT else 2):
            return True
        if name == real and end != real_end and len(end) > 2 and slips(end, real_end) == 1:
            return True
    return False


def everybody(case: Case) -> Iterator[Fault]:
    """C07: the group's mail reaches everybody who interviewed, but the hiring manager and HR."""
    met = {id_ for sitting in case.records.loop(case.step.round) for id_ in (sitting.participants or ())}
    open_round = any(sitting.participants is None for sitting in case.records.loop(case.step.round))
    gone = {
        e.participant
        for e in case.records.of(EventKind.NO_SHOW, EventKind.NO_CONTACT, EventKind.ABSENCE, EventKind.BOUNCE)
    }
    for person in case.records.people:
        is_met = (person.id in met or open_round) and person.part is Part.INTERVIEWER
        if is_met and person not in case.step.to and person.id not in gone:
            yield Fault(f"{person.name} interviewed you too and is not in To: add them, all others belong in one mail.")


def callees(case: Case) -> Iterator[Fault]:
    """C49: calls go to HR (article: "I strongly suggest only calling the HR rep voice")."""
    for person in case.step.to:
        if person.part is not Part.HR:
            yield Fault(f"Calls go to HR only: write to {person.name} instead.")
