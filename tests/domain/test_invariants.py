"""What holds for every plan of every application, however absurd (house rules, section 5)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import people
from afterview.domain.decisions import Decision
from afterview.domain.facts import Interview, Part
from afterview.domain.keys import parse_key
from afterview.domain.plan import make_plan
from afterview.domain.policy import Policy
from afterview.domain.situation import Situation
from afterview.domain.steps import Kind, Plan, State, Step
from afterview.formats.daysoff import DaysOff
from histories import days, decisions, interviews, policies

DAYS_OFF = DaysOff()
ANY_DAY = {"R3", "R4", "R5", "R6", "R7", "R11"}
OPEN = {State.UPCOMING, State.DUE, State.OVERDUE, State.READY, State.BLOCKED}
TO_BOTH = {"hiring-manager", "follow-up", "continuing-interest", "decline", "withdrawal"}
TO_HR = {"roster.ask", "call", "one-month.hr"}


@dataclass(frozen=True)
class Case:
    """The arguments of one plan."""

    interview: Interview
    policy: Policy
    decisions: Mapping[str, Decision]
    today: date

    def plan(self) -> Plan:
        return make_plan(
            self.interview,
            profile=people.profile(),
            policy=self.policy,
            decisions=self.decisions,
            days_off=DAYS_OFF,
            today=self.today,
        )

    def situation(self) -> Situation:
        return Situation(
            self.interview,
            profile=people.profile(),
            policy=self.policy,
            decisions=self.decisions,
            days_off=DAYS_OFF,
            today=self.today,
        )


CASES = st.builds(Case, interviews(), policies, decisions, days)
UNDECIDED = st.builds(Case, interviews(), policies, st.just({}), days)


@pytest.fixture
def holds(count: Callable[[str], int]) -> Callable[[st.SearchStrategy[Case], Callable[[Case], None]], None]:
    """Tries a statement on as many cases as the table of counts says."""

    def try_it(cases: st.SearchStrategy[Case], statement: Callable[[Case], None]) -> None:
        tried = settings(
            max_examples=count("histories"),
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        tried(given(cases)(statement))()

    return try_it


Holds = Callable[[st.SearchStrategy[Case], Callable[[Case], None]], None]


def form(step: Step) -> str:
    parsed = parse_key(step.key)
    assert parsed, step.key
    return parsed.form


def test_the_same_arguments_give_the_same_plan_whose_keys_are_unique_and_whose_steps_say_why(holds: Holds) -> None:
    def statement(case: Case) -> None:
        plan = case.plan()
        assert plan == case.plan()
        keys = [step.key for step in plan.steps]
        assert len(keys) == len(set(keys))
        assert all(map(parse_key, keys))
        assert all(step.why and step.title for step in plan.steps)
        assert 0 <= plan.completeness <= 1

    holds(CASES, statement)


def test_no_reminder_is_nearer_than_the_floor_to_any_mail_that_the_hiring_manager_got(holds: Holds) -> None:
    def statement(case: Case) -> None:
        s = case.situation()
        if s.hiring_manager is None:
            return
        clock = s.clock(s.hiring_manager)
        got = [clock.day(mail.event.at) for mail in s.history.mails if mail.reaches(s.hiring_manager.id)]
        for step in case.plan().steps:
            if form(step) == "follow-up" and step.state in OPEN and step.due_on and got:
                assert step.due_on >= clock.workdays.after(max(got), case.policy.spacing)

    holds(CASES, statement)


def test_no_step_is_due_on_a_day_off_but_those_that_follow_the_day_itself(holds: Holds) -> None:
    def statement(case: Case) -> None:
        s = case.situation()
        for step in case.plan().steps:
            free = form(step) in {"no-show", "roster", "roster.ask", "negotiation", "close", "news"}
            to = step.to[0] if step.to else s.hr if form(step) in TO_HR else s.hiring_manager
            if step.due_on and step.state in OPEN and step.rule not in ANY_DAY and not free:
                assert s.clock(to).workdays.is_open(step.due_on), step

    holds(UNDECIDED, statement)


def test_what_was_decided_or_done_never_vanishes(holds: Holds) -> None:
    def statement(case: Case) -> None:
        steps = {step.key: step for step in case.plan().steps}
        done = case.situation().history.done
        assert case.decisions.keys() | done.keys() <= steps.keys()
        assert all(steps[key].state is State.DONE for key in done)
        skipped = {key for key, decision in case.decisions.items() if decision.skipped is not None}
        touched = {State.DONE, State.SKIPPED, State.CANCELLED, State.WITHDRAWN}
        assert all(steps[key].state in touched for key in skipped)

    holds(CASES, statement)


def allowed(step: Step, s: Situation) -> bool:
    """Whether To and Cc are as the rule table of the article has them."""
    manager, hr = {s.hiring_manager} - {None}, {s.hr} - {None}
    to, cc = set(step.to), set(step.cc)
    alone = len(to) == 1 and not cc
    table = dict.fromkeys(TO_BOTH, to == manager and cc <= hr)
    table |= dict.fromkeys(TO_HR, to <= hr and cc <= manager)
    table |= dict.fromkeys(("individual", "personal", "offer-thanks", "invite", "recap", "answer"), alone)
    table["group"] = not (to & manager) and not cc
    table["no-show"] = len(to) == 1 and cc <= hr
    table["negotiation"] = to == (hr or manager) and not cc
    table["one-month.hiring-manager"] = to == manager and not cc
    return table.get(form(step), not to and not cc)


def test_every_open_step_goes_to_whom_the_article_says(holds: Holds) -> None:
    def statement(case: Case) -> None:
        s = case.situation()
        wrong = [step for step in case.plan().steps if step.state in OPEN and not allowed(step, s)]
        assert not wrong

    holds(CASES, statement)


def test_calls_are_for_hr_only_and_one_is_open(holds: Holds) -> None:
    def statement(case: Case) -> None:
        calls = [step for step in case.plan().steps if step.kind is Kind.CALL]
        assert all(person.part is Part.HR for step in calls for person in step.to if step.state in OPEN)
        assert sum(step.state in OPEN | {State.PAUSED} for step in calls) <= 1

    holds(CASES, statement)


def test_the_order_in_which_events_were_entered_changes_nothing(holds: Holds) -> None:
    def statement(case: Case) -> None:
        events = case.interview.events
        if len({event.at for event in events}) == len(events):
            backwards = replace(case, interview=replace(case.interview, events=tuple(reversed(events))))
            assert backwards.plan() == case.plan()

    holds(st.builds(Case, interviews(events=4), policies, decisions, days), statement)


def test_a_new_holiday_never_makes_a_reminder_or_a_later_mail_earlier(holds: Holds) -> None:
    def statement(case: Case) -> None:
        before = {step.key: step for step in case.plan().steps}
        holiday = case.today + timedelta(days=3)
        company = replace(case.interview.company, days_off_add=(holiday,))
        after = replace(case, interview=replace(case.interview, company=company)).plan().steps
        for step in after:
            old = before.get(step.key)
            later = form(step) not in {"roster", "roster.ask", "news", "negotiation", "close"}
            if old and later and old.due_on and step.due_on:
                assert step.due_on >= old.due_on, (old, step)

    holds(UNDECIDED, statement)


def test_blocked_and_paused_steps_say_what_lifts_it_and_open_ones_have_a_day(holds: Holds) -> None:
    def statement(case: Case) -> None:
        for step in case.plan().steps:
            assert bool(step.blocked_by) == (step.state in {State.BLOCKED, State.PAUSED}), step
            assert step.due_on is None or step.state is not State.PAUSED
            if step.state in {State.UPCOMING, State.DUE, State.OVERDUE, State.READY}:
                assert step.due_on
                assert step.due_at

    holds(CASES, statement)
