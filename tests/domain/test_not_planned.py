"""What is said of a rule that gave no step is true: which fact is missing, or what ended its work."""

import pytest

from stories import FOLDER, read_story

TOLD = (
    ("the_whole_plan_on_the_day_after_the_interview", "R13", "no offer is accepted"),
    ("the_whole_plan_on_the_day_after_the_interview", "R1", "nobody in a round lacks a name, a title or an address"),
    ("the_whole_plan_on_the_day_after_the_interview", "R12", "no competitor's failure is known"),
    ("the_whole_plan_on_the_day_after_the_interview", "R17", "it hasn't ended yet"),
    ("a_rejection_brings_continuing_interest_and_a_mail_a_month_later", "R17", "steps are still open"),
    (
        "a_personal_mail_waits_for_who_is_away",
        "R6",
        "nobody who can be written to has a personal note that needs a mail of its own",
    ),
    ("why_a_candidate_failed_is_asked_of_hr", "R12", "nobody knows why the competitor failed"),
    ("a_bounced_negotiation_is_open_again", "R9", "on Fri 20 March they made an offer"),
    ("a_rejection_before_the_interview_leaves_nobody_to_invite", "R7", "nobody met is still to be invited"),
    (
        "a_rejection_before_the_interview_leaves_nobody_to_invite",
        "R9",
        "on Mon 9 March you were told of the rejection",
    ),
    ("an_offer_after_a_rejection_reopens", "R16", "on Mon 30 March they made an offer"),
    ("the_user_closes_at_the_soft_stop", "R7", "on Fri 27 March you closed it"),
)


@pytest.mark.parametrize(("name", "rule", "why"), TOLD)
def test_a_rule_without_a_step_says_what_would_bring_one_or_what_ended_it(name: str, rule: str, why: str) -> None:
    plan = read_story(FOLDER / f"{name}.toml").plan()
    assert {entry.rule: entry.why for entry in plan.not_planned}[rule] == why
