"""Which text of a step stands, and what the checks say of those that may still go out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

import people
from afterview.domain.cases import Case
from afterview.domain.checks import Severity
from afterview.domain.decisions import Decision, Edit, Override, Text
from afterview.domain.errors import BlockedByFindings, NotFound
from afterview.domain.plan import make_plan
from afterview.domain.texts import Source, draft_document, empty_draft
from stories import DAYS_OFF

MINE = Text("Mine", "My own words.")


class EveryWord:
    """A dictionary that knows every word."""

    def knows(self, word: str) -> bool:
        return bool(word)

    def nearest(self, word: str) -> str | None:
        raise AssertionError(word)


def case(decisions: Mapping[str, Decision] | None = None, **changes: object) -> Case:
    """The contract's example on the day after the interview."""
    interview, profile, policy = people.interview(**changes), people.profile(), people.policy()
    plan = make_plan(
        interview,
        profile=profile,
        policy=policy,
        decisions=decisions or {},
        days_off=DAYS_OFF,
        today=date(2026, 3, 12),
    )
    return Case("acme", interview, profile, policy, decisions or {}, plan, EveryWord(), people.FakeDaysOff())


def test_tasks_previews_and_unknown_steps_have_no_text() -> None:
    assert [case().draft(key) for key in ("news", "follow-up.2", "onsite.personal.lee")] == [None] * 3
    assert empty_draft("x").text == Text("", "")


def test_the_generated_text_stands_until_there_is_another() -> None:
    draft = case().draft("onsite.group")
    assert draft
    assert draft.source is Source.GENERATED
    assert draft.text == draft.generated
    assert not draft.outdated


def test_an_edit_stands_and_is_outdated_once_the_facts_under_it_changed() -> None:
    generated = case().draft("onsite.group")
    assert generated
    edit = Edit(MINE.subject, MINE.body, generated.text)
    fresh = case({"onsite.group": Decision(edit=edit)}).draft("onsite.group")
    stale = case({"onsite.group": Decision(edit=replace(edit, base=Text("", "")))}).draft("onsite.group")
    assert fresh
    assert stale
    assert (fresh.source, fresh.text, fresh.outdated, stale.outdated) == (Source.EDITED, MINE, False, True)
    said = draft_document(stale, 4)
    assert (said["edited"], said["outdated"], said["version"]) == ({"subject": "Mine", "body": MINE.body}, True, 4)
    assert draft_document(generated, 0)["edited"] is None


def test_what_was_approved_stands_when_the_generated_text_changed() -> None:
    generated = case().draft("onsite.group")
    assert generated
    same = case({"onsite.group": Decision(ready=True, approved=generated.text)}).draft("onsite.group")
    other = case({"onsite.group": Decision(ready=True, approved=MINE)}).draft("onsite.group")
    assert same
    assert other
    assert (same.source, other.source, other.text) == (Source.GENERATED, Source.EDITED, MINE)


def test_what_was_sent_stands() -> None:
    sent = people.THANKED | {"subject": "Thank you", "body": "As it went."}
    draft = case(events=[sent]).draft("onsite.hiring-manager")
    assert draft
    assert (draft.source, draft.text) == (Source.SENT, Text("Thank you", "As it went."))


def test_what_no_rule_asks_for_any_more_is_not_generated() -> None:
    gone = case({"negotiation": Decision(ready=True)})
    assert gone.step("negotiation")
    assert gone.draft("negotiation") is None


def test_texts_that_may_still_go_out_are_checked() -> None:
    mine = case({"onsite.group": Decision(edit=Edit("", "Dear [Name],", Text("", "")))})
    found = mine.findings(mine.drafts())
    assert "onsite.hiring-manager" not in found
    assert "C01" in {finding.check for finding in found["onsite.group"]}


def test_blocks_are_let_pass_one_by_one() -> None:
    mine = case({"onsite.group": Decision(edit=Edit("Thanks", "Dear [Name],", Text("", "")))})
    step = mine.step("onsite.group")
    assert step
    blocks = mine.blocks(step)
    assert {finding.severity for finding in blocks} == {Severity.BLOCK}
    assert BlockedByFindings(blocks).detail.startswith(blocks[0].message)
    passed = [Override(finding.check, "meant so") for finding in blocks]
    assert not mine.blocks(step, passed)


def test_a_text_is_tried_as_a_steps() -> None:
    one = case()
    step, drafts = one.step("onsite.group"), one.drafts()
    assert step
    typed = Text("Thanks", "Dear [Name],")
    assert "C01" in {finding.check for finding in one.findings_in("onsite.group", typed, drafts)}
    assert "C01" in {finding.check for finding in one.findings_of(step, typed)}
    assert one.findings_in("onsite.hiring-manager", typed, drafts) == ()
    with pytest.raises(NotFound):
        one.findings_in("news", typed, drafts)


def test_a_step_without_a_text_blocks_nothing() -> None:
    one = case()
    news = one.step("news")
    assert news
    assert one.blocks(news) == ()
