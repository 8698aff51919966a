"""What becomes of a step: its text, its state, and that no edit is ever lost."""

from datetime import UTC, date, datetime

import pytest

import people
from afterview.domain.cases import Case
from afterview.domain.decisions import Text
from afterview.domain.errors import BadFacts, InsideTheFloor, NotFound, NotInThisState, Stale
from afterview.domain.events import EventKind
from afterview.domain.facts import Participant
from afterview.domain.steps import State
from afterview.services import interviews, steps
from afterview.services.steps import Wish
from afterview.store.interviews import load_interview
from afterview.store.session import Database
from keeping import NOW

MINE = Text("Mine", "My own words.")


@pytest.fixture
def made(database: Database) -> str:
    """Alice's interview, the example of the contract."""
    return interviews.create_interview(database, "alice", people.interview())


def case(database: Database, made: str) -> Case:
    with database.read("alice") as unit:
        return steps.load_case(unit, made)


def wish(database: Database, made: str, key: str, state: str, **more: object) -> State | None:
    after, step = steps.change_state(database, "alice", made, key, Wish(state, **more))  # type: ignore[arg-type]
    assert step is None or after.step(key) == step
    return step.state if step else None


def write(database: Database, made: str, key: str, text: Text = MINE, expected: frozenset[str] | None = None) -> int:
    return steps.save_draft(database, "alice", made, key, expected, text, None)[1]


def test_a_mail_marked_as_sent_is_an_event_with_the_text_as_it_stood_and_its_people(
    database: Database, made: str
) -> None:
    write(database, made, "onsite.group")
    assert wish(database, made, "onsite.group", "done") is State.DONE
    event = case(database, made).interview.events[-1]
    assert (event.kind, event.step, event.at) == (EventKind.MAIL_SENT, "onsite.group", NOW)
    assert (event.to, event.cc, event.subject, event.body) == (("sam", "lee"), (), "Mine", "My own words.")


def test_an_invitation_a_call_and_a_task_are_events_of_their_own_kinds(database: Database, made: str) -> None:
    for key in ("onsite.invite.sam", "call.1", "onsite.debrief"):
        assert wish(database, made, key, "done") is State.DONE
    kinds = [(event.kind, event.participant) for event in case(database, made).interview.events[1:]]
    assert kinds == [(EventKind.INVITATION_SENT, "sam"), (EventKind.CALL, "priya"), (EventKind.TASK_DONE, None)]


def test_done_twice_is_one_event_whose_instant_can_be_corrected(database: Database, made: str) -> None:
    earlier = datetime(2026, 3, 11, 22, 0, tzinfo=UTC)
    wish(database, made, "onsite.group", "done")
    wish(database, made, "onsite.group", "done")
    wish(database, made, "onsite.group", "done", at=earlier)
    assert [event.at for event in case(database, made).interview.events[1:]] == [earlier]


def test_open_takes_back_what_was_done_skipped_or_moved(database: Database, made: str) -> None:
    key = "onsite.group"
    assert wish(database, made, key, "done") is State.DONE
    assert wish(database, made, key, "open") is State.OVERDUE
    assert wish(database, made, key, "skipped", reason="met them all again") is State.SKIPPED
    assert wish(database, made, key, "open") is State.OVERDUE
    assert wish(database, made, key, "moved", due_on=date(2026, 3, 20)) is State.UPCOMING
    assert wish(database, made, key, "open") is State.OVERDUE
    assert len(case(database, made).interview.events) == 1


def test_an_event_taken_back_never_gives_its_id_away(database: Database, made: str) -> None:
    for _ in range(2):
        wish(database, made, "onsite.group", "done")
        last = case(database, made).interview.events[-1].id
        wish(database, made, "onsite.group", "open")
    assert last == "mail-sent-2"


def test_a_reminder_cant_be_moved_inside_the_floor_and_says_the_first_possible_day(
    database: Database, made: str
) -> None:
    with pytest.raises(InsideTheFloor) as caught:
        wish(database, made, "follow-up.1", "moved", due_on=date(2026, 3, 17))
    assert caught.value.extra["first_possible_on"] == date(2026, 3, 18)
    assert wish(database, made, "follow-up.1", "moved", due_on=date(2026, 3, 19)) is State.UPCOMING
    moved = case(database, made).step("follow-up.1")
    assert moved
    assert moved.due_on == date(2026, 3, 19)


def test_a_text_edited_after_its_approval_has_to_be_approved_again(database: Database, made: str) -> None:
    assert wish(database, made, "onsite.group", "ready") is State.READY
    write(database, made, "onsite.group")
    step = case(database, made).step("onsite.group")
    assert step
    assert step.state is State.OVERDUE


@pytest.mark.parametrize(
    ("key", "state", "error"),
    [
        ("onsite.debrief", "ready", NotInThisState),
        ("onsite.hiring-manager", "skipped", NotInThisState),
        ("onsite.group", "skipped", BadFacts),
        ("onsite.group", "moved", BadFacts),
        ("onsite.hiring-manager", "moved", BadFacts),
        ("nowhere.group", "done", NotFound),
    ],
)
def test_what_makes_no_sense_is_refused(
    database: Database, made: str, key: str, state: str, error: type[Exception]
) -> None:
    reason = {"reason": "so"} if key == "onsite.hiring-manager" else {}
    with pytest.raises(error):
        wish(database, made, key, state, **reason)


def test_done_more_than_a_day_ahead_is_refused(database: Database, made: str) -> None:
    with pytest.raises(BadFacts) as caught:
        wish(database, made, "onsite.group", "done", at=datetime(2026, 3, 14, tzinfo=UTC))
    assert [error.pointer for error in caught.value.errors] == ["/at"]


def test_an_edit_is_expected_at_its_version_which_starts_at_nought(database: Database, made: str) -> None:
    assert write(database, made, "onsite.group", expected=frozenset({"0"})) == 1
    with pytest.raises(Stale) as caught:
        write(database, made, "onsite.group", Text("b", "b"), frozenset({"0"}))
    assert caught.value.extra["version"] == "1"
    assert write(database, made, "onsite.group", Text("b", "b"), frozenset({"1"})) == 2


def test_no_version_is_used_twice_even_after_going_back_to_the_generated_text(database: Database, made: str) -> None:
    write(database, made, "onsite.group")
    steps.drop_draft(database, "alice", made, "onsite.group", None)
    with database.read("alice") as unit:
        draft, version = steps.find_draft(unit, made, "onsite.group")
    assert (draft.source, version) == ("generated", 0)
    assert write(database, made, "onsite.group", expected=frozenset({"0"})) > 1


def test_changed_facts_make_an_edit_outdated_and_leave_its_text(database: Database, made: str) -> None:
    write(database, made, "onsite.group")
    interviews.put_participant(
        database, "alice", made, None, Participant("robin", "Robin Vale", email="robin@acme.example"), notes=False
    )
    interviews.change_round(
        database,
        "alice",
        made,
        "onsite",
        None,
        lambda _: people.interview(rounds=[people.ONSITE | {"participants": None}]).rounds[0],
    )
    draft = case(database, made).draft("onsite.group")
    assert draft
    assert (draft.text, draft.outdated) == (MINE, True)
    assert draft.generated
    assert "Robin" in draft.generated.body


def test_an_edit_survives_its_person_who_leaves_and_comes_back(database: Database, made: str) -> None:
    key = "onsite.personal.sam"
    write(database, made, key)
    interviews.delete_participant(database, "alice", made, "sam", None)
    gone = case(database, made)
    there = gone.step(key)
    assert there
    assert there.state is State.WITHDRAWN
    draft = gone.draft(key)
    assert draft
    assert draft.text == MINE
    back = Participant("sam-okafor", "Sam Okafor", email="sam@acme.example")
    assert interviews.put_participant(database, "alice", made, None, back, notes=False) == ("sam", True)
    again = case(database, made)
    step, text = again.step(key), again.draft(key)
    assert step
    assert text
    assert (step.state, text.text) == (State.OVERDUE, MINE)


def test_an_edit_that_arrives_after_its_step_went_is_kept(database: Database, made: str) -> None:
    interviews.delete_participant(database, "alice", made, "sam", None)
    assert write(database, made, "onsite.personal.sam") == 1
    draft = case(database, made).draft("onsite.personal.sam")
    assert draft
    assert draft.text == MINE
    with pytest.raises(NotFound):
        write(database, made, "onsite.personal.nobody")


def test_bob_can_do_nothing_about_alices_steps(database: Database, made: str) -> None:
    for call in (
        lambda: steps.change_state(database, "bob", made, "onsite.group", Wish("done")),
        lambda: steps.save_draft(database, "bob", made, "onsite.group", None, MINE, None),
        lambda: steps.drop_draft(database, "bob", made, "onsite.group", None),
        lambda: interviews.delete_interview(database, "bob", made, None),
        lambda: interviews.delete_participant(database, "bob", made, "sam", None),
    ):
        with pytest.raises(NotFound):
            call()
    with database.read("alice") as unit:
        assert len(load_interview(unit, made).events) == 1
