"""Which interview an invitation is of: by the company and the time, or for what is sent again by the title."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import people
from afterview.domain.facts import Company, Interview, Participant, Round
from afterview.domain.invitation.knowing import Known, recognise
from afterview.domain.invitation.proposals import Proposal, ProposalKind

START = datetime(2026, 3, 17, 14, tzinfo=UTC)
END = datetime(2026, 3, 17, 18, tzinfo=UTC)
LATER = {"starts_at": "2026-03-18T15:00:00Z", "ends_at": "2026-03-18T19:00:00Z"}
ROUND = Round("final", START, END, "Final round")
KNOWN = replace(people.interview(), company=Company("Acme", domains=("acme.example",)), rounds=(ROUND,))
KIM = {"id": "kim", "name": "Kim Oduya", "email": "kim@acme.example", "part": "interviewer"}
DANA = {"id": "d", "name": "Dana Whitcombe", "email": "DANA@acme.example", "part": "interviewer"}


def update(*who: dict[str, Any], **changes: Any) -> Proposal:
    """A file of one round at Acme: that of ``KNOWN`` but for the changes; a change to None leaves the member out."""
    sitting = {"starts_at": "2026-03-17T14:00:00Z", "ends_at": "2026-03-17T18:00:00Z", "title": "Final round"}
    told = {name: value for name, value in {**sitting, **changes}.items() if value is not None}
    company = {"name": "Acme", "domains": ["acme.example"]}
    return Proposal(ProposalKind.UPDATE, "", {"company": company, "rounds": [told], "participants": list(who)})


def invitation(**changes: Any) -> Proposal:
    return replace(update(**changes), kind=ProposalKind.INVITATION)


def known_of(proposal: Proposal, *interviews: Interview) -> Known | None:
    return recognise(proposal, {f"i{place}": one for place, one in enumerate(interviews or (KNOWN,))})


def found(proposal: Proposal, *interviews: Interview) -> Known:
    known = known_of(proposal, *interviews)
    assert known
    return known


def with_round(**changes: Any) -> Interview:
    return replace(KNOWN, rounds=(replace(ROUND, **changes),))


def of_company(name: str, *domains: str) -> Interview:
    return replace(KNOWN, company=Company(name, domains=domains))


def test_the_same_time_at_the_same_company_is_the_same_interview_and_changes_nothing() -> None:
    known = found(invitation(title="Called otherwise"))
    assert (known.interview_id, known.round, known.changes) == ("i0", ROUND, ())
    assert known.message.startswith("You have this one already: ")


def test_a_company_is_known_by_its_domain_or_by_its_name_and_never_by_none() -> None:
    assert found(invitation(), of_company("Acme Corporation", "mail.ACME.example")).round == ROUND
    assert found(invitation(), of_company("ACME")).round == ROUND
    assert not known_of(invitation(), of_company("Initech", "initech.example"))
    nameless = invitation()
    nameless.interview["company"] = {"name": ""}
    assert not known_of(nameless, of_company(""))


def test_an_update_moves_the_round_that_is_called_so() -> None:
    known = found(update(**LATER))
    assert known.round == replace(ROUND, starts_at=START.replace(day=18, hour=15), ends_at=END.replace(day=18, hour=19))
    assert [(one.pointer, one.before, one.after) for one in known.changes] == [
        ("/rounds/0/starts_at", "2026-03-17T14:00:00Z", "2026-03-18T15:00:00Z"),
        ("/rounds/0/ends_at", "2026-03-17T18:00:00Z", "2026-03-18T19:00:00Z"),
    ]
    assert known.changes[0].message.startswith('"Final round" begins at ')
    assert known.message.startswith("You have this one already, and it changed: ")


def test_an_end_that_was_not_known_is_new_and_one_that_is_gone_is_no_change() -> None:
    known = found(update(**LATER), with_round(ends_at=None))
    assert [(one.pointer, one.before) for one in known.changes][1] == ("/rounds/0/ends_at", None)
    assert [one.pointer for one in found(update(**{**LATER, "ends_at": None})).changes] == ["/rounds/0/starts_at"]


def test_only_what_is_sent_again_is_known_by_its_title_and_only_where_one_round_has_it() -> None:
    twice = replace(KNOWN, rounds=(ROUND, replace(ROUND, id="again", starts_at=START.replace(day=20))))
    assert not known_of(invitation(**LATER))
    assert not known_of(update(**LATER), twice)
    assert not known_of(update(**LATER), with_round(title=""))
    assert not known_of(update(title=None, **LATER))


def test_of_two_interviews_at_one_time_the_first_is_meant() -> None:
    assert found(invitation(), KNOWN, KNOWN).interview_id == "i0"


def test_a_cancellation_names_its_round_and_changes_nothing() -> None:
    cancelled = replace(update(KIM, **LATER), kind=ProposalKind.CANCELLATION)
    known = found(cancelled)
    assert (known.round, known.newcomers, known.changes) == (ROUND, (), ())
    assert known.message.startswith("This cancels a round of ")


def test_a_clock_time_without_a_zone_is_read_on_the_rounds_own_clock() -> None:
    floating = update(starts_at="2026-03-17T10:00:00", ends_at="2026-03-17T14:00:00")
    assert found(floating, with_round(timezone="America/New_York")).changes == ()
    assert not known_of(floating, with_round(title="", timezone="Europe/Berlin"))
    assert not known_of(floating, with_round(title=""))


def test_an_update_without_a_time_moves_nothing() -> None:
    assert found(update(starts_at=None, ends_at=None)).round == ROUND


def test_who_is_new_gets_an_id_that_is_free_and_a_place_in_a_round_that_lists_its_people() -> None:
    namesake = Participant("kim-oduya", "Kim Other", email="k@acme.example")
    there = replace(
        KNOWN, participants=(*KNOWN.participants, namesake), rounds=(replace(ROUND, participants=("dana",)),)
    )
    known = found(update(KIM, DANA), there)
    assert [person.name for person in known.newcomers] == ["Kim Oduya"]
    assert known.newcomers[0].id not in {person.id for person in there.participants}
    assert known.round.participants == ("dana", known.newcomers[0].id)
    assert [(one.pointer, one.before, one.after) for one in known.changes] == [
        (f"/participants/{len(there.participants)}", None, "Kim Oduya")
    ]


def test_who_is_new_but_not_of_that_round_is_left_out() -> None:
    assert found(update(KIM, participants=["d"])).newcomers == ()
    assert found(update(KIM)).round.participants is None, "everybody takes part anyway"
