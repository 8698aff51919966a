"""Invitations that come again: the same, moved, with more people, cancelled. No interview is made twice."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

FILE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Acme//EN
METHOD:{method}
BEGIN:VEVENT
UID:on-site@acme.example
SEQUENCE:{sequence}
DTSTAMP:20260301T090000Z
DTSTART:202603{start}00Z
DTEND:202603{end}00Z
SUMMARY:{title}
STATUS:{status}
ORGANIZER;CN=Priya Nair:mailto:priya@acme.example
ATTENDEE;CN=Dana Whitcombe:mailto:dana@acme.example
{more}ATTENDEE;CN=Alex Rivera:mailto:alex@example.org
END:VEVENT
END:VCALENDAR
"""
TITLE = "Interview: Staff Engineer at Acme (On-site)"
SAM = "ATTENDEE;CN=Sam Okafor:mailto:sam@acme.example\n"
MOVED = {"sequence": 1, "start": "18T1500", "end": "18T1900"}


def invitation(**changes: Any) -> bytes:
    usual = {"method": "REQUEST", "sequence": 0, "start": "17T1400", "end": "17T1800", "title": TITLE}
    return FILE.format(**{**usual, "status": "CONFIRMED", "more": "", **changes}).replace("\n", "\r\n").encode()


@pytest.fixture
def known(api: TestClient) -> str:
    """The id of the interview that the invitation was imported as."""
    api.patch("profile", json={"name": "Alex Rivera", "email": "alex@example.org"}, headers={"If-Match": "*"})
    made = api.post("imports?apply=true", content=invitation())
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


def test_a_first_invitation_is_not_known(api: TestClient) -> None:
    proposal = api.post("imports", content=invitation()).json()
    assert (proposal["known"], proposal["changes"]) == (None, None)


def test_the_same_invitation_is_known_and_makes_nothing_new(api: TestClient, known: str) -> None:
    proposal = api.post("imports", content=invitation()).json()
    assert (proposal["known"]["interview_id"], proposal["changes"]) == (known, [])
    assert proposal["known"]["message"] == "You have this one already: Staff Engineer at Acme."
    again = api.post("imports?apply=true", content=invitation())
    assert (again.status_code, again.json()["version"]) == (200, 1)
    assert len(api.get("interviews").json()["items"]) == 1


def test_another_time_or_another_company_is_another_interview(api: TestClient, known: str) -> None:
    for other in (
        invitation(start="19T1400", end="19T1800"),
        invitation(title="Interview: Staff Engineer at Initech").replace(b"acme.example", b"initech.example"),
    ):
        assert api.post("imports", content=other).json()["known"] is None


def test_an_update_moves_the_round_and_brings_its_people(api: TestClient, known: str) -> None:
    proposal = api.post("imports", content=invitation(**MOVED, more=SAM)).json()
    assert [(change["pointer"], change["from"], change["to"]) for change in proposal["changes"]] == [
        ("/rounds/0/starts_at", "2026-03-17T14:00:00Z", "2026-03-18T15:00:00Z"),
        ("/rounds/0/ends_at", "2026-03-17T18:00:00Z", "2026-03-18T19:00:00Z"),
        ("/participants/2", None, "Sam Okafor"),
    ]
    assert api.get(f"interviews/{known}").json()["version"] == 1, "a proposal stores nothing"
    after = api.post("imports?apply=true", content=invitation(**MOVED, more=SAM))
    assert after.status_code == 200
    sitting = after.json()["rounds"][0]
    assert (sitting["starts_at"], sitting["ends_at"]) == ("2026-03-18T15:00:00Z", "2026-03-18T19:00:00Z")
    assert "sam-okafor" in [person["id"] for person in after.json()["participants"]]
    assert sitting["participants"] is None or "sam-okafor" in sitting["participants"]
    again = api.post("imports", content=invitation(**MOVED, more=SAM)).json()
    assert (again["known"]["interview_id"], again["changes"]) == (known, [])
    assert len(api.get("interviews").json()["items"]) == 1


def test_who_was_taken_out_comes_back_under_the_old_id(api: TestClient, known: str) -> None:
    dana = f"interviews/{known}/participants/dana-whitcombe"
    api.delete(dana, headers={"If-Match": "*"})
    after = api.post("imports?apply=true", content=invitation(**MOVED)).json()
    assert "dana-whitcombe" in [person["id"] for person in after["participants"]]


def test_a_cancellation_offers_the_event_and_no_interview(api: TestClient, known: str) -> None:
    gone = invitation(method="CANCEL", status="CANCELLED", sequence=2)
    proposal = api.post("imports", content=gone).json()
    assert (proposal["kind"], proposal["interview"]) == ("cancellation", None)
    event = proposal["known"]["event"]
    assert event == {"kind": "round_cancelled", "at": "2026-03-12T15:00:00Z", "round": event["round"]}
    assert api.post(f"interviews/{known}/events", json=event).status_code == 201
    assert api.post("imports?apply=true", content=gone).json()["type"] == "/problems/nothing-to-apply"


def test_a_reply_has_no_interview(api: TestClient) -> None:
    assert api.post("imports", content=invitation(method="REPLY")).json()["interview"] is None


def floating(**changes: Any) -> bytes:
    """The same without a time zone."""
    return invitation(**changes).replace(b"00Z\r\nDTEND", b"00\r\nDTEND").replace(b"00Z\r\nSUMMARY", b"00\r\nSUMMARY")


def test_an_update_whose_time_has_to_be_asked_changes_nothing_yet(api: TestClient, known: str) -> None:
    proposal = api.post("imports", content=floating(**MOVED)).json()
    assert (proposal["known"]["interview_id"], proposal["changes"]) == (known, [])
    assert api.post("imports?apply=true", content=floating(**MOVED)).json()["type"] == "/problems/needs-answer"


def test_a_time_without_a_zone_is_known_by_the_rounds_clock(api: TestClient, known: str) -> None:
    sitting = f"interviews/{known}/rounds/{api.get(f'interviews/{known}').json()['rounds'][0]['id']}"
    assert api.post("imports", content=floating()).json()["known"] is None, "on which clock isn't known"
    api.patch(sitting, json={"timezone": "America/New_York"}, headers={"If-Match": "*"}).raise_for_status()
    assert (
        api.post("imports", content=floating(start="17T1000", end="17T1400")).json()["known"]["interview_id"] == known
    )
    assert api.post("imports", content=floating()).json()["known"] is None


def test_an_update_of_two_rounds_of_one_title_is_not_guessed(api: TestClient, known: str) -> None:
    title = api.get(f"interviews/{known}").json()["rounds"][0]["title"]
    second = {"title": title, "starts_at": "2026-03-20T14:00:00Z"}
    api.put(f"interviews/{known}/rounds/second", json=second, headers={"If-Match": "*"}).raise_for_status()
    assert api.post("imports", content=invitation(**MOVED)).json()["known"] is None


def test_a_round_that_lists_its_people_lists_the_new_ones(api: TestClient, known: str) -> None:
    sitting = f"interviews/{known}/rounds/{api.get(f'interviews/{known}').json()['rounds'][0]['id']}"
    api.patch(sitting, json={"title": "", "participants": None}, headers={"If-Match": "*"}).raise_for_status()
    same_time = {"sequence": 1, "more": SAM}
    after = api.post("imports?apply=true", content=invitation(**same_time)).json()
    assert after["rounds"][0]["participants"] is None
    assert "sam-okafor" in [person["id"] for person in after["participants"]]
    assert api.post("imports", content=invitation(**MOVED)).json()["known"] is None, "it has no title any more"
