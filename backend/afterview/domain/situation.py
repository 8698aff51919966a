"""Facts and history together, as the rules ask for them: who is who, whose clock counts, which rounds are one loop."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial, wraps
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast
from zoneinfo import ZoneInfo

from afterview.domain.addressees import addressees
from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Interview, Part, Participant, Profile, Round
from afterview.domain.history import digest, known_on
from afterview.domain.keys import parse_key
from afterview.domain.loops import Loop, end_of
from afterview.domain.workdays import Clock, DaysOff, Workdays

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from afterview.domain.decisions import Decision
    from afterview.domain.history import History
    from afterview.domain.policy import Policy
    from afterview.domain.steps import Step

    Changes = tuple[tuple[int, ...], tuple[date, ...], tuple[date, ...]]

Answer = TypeVar("Answer")
UNNAMED_ROUND: Final = "round-1"
"""The id under which the steps of a round that nobody has entered yet are planned."""


def once(ask: Callable[[Situation], Answer]) -> Callable[[Situation], Answer]:
    """A question whose answer depends on the situation alone is worked out once per situation."""

    @wraps(ask)
    def answer(s: Situation) -> Answer:
        try:
            return cast("Answer", s.answers[ask])
        except KeyError:
            given = s.answers[ask] = ask(s)
            return given

    return answer


class Kept(Generic[Answer]):
    """What ``kept`` makes: ``functools.cached_property`` without the lock that it takes in Python 3.11."""

    def __init__(self, ask: Callable[[Situation], Answer]) -> None:
        self.ask, self.name = ask, ask.__name__
        self.__doc__ = ask.__doc__

    def __get__(self, s: Situation, _: type | None = None) -> Answer:
        answer = s.__dict__[self.name] = self.ask(s)
        return answer


def kept(ask: Callable[[Situation], Answer]) -> Kept[Answer]:
    """A property that is worked out once: from then on it is an attribute of the situation."""
    return Kept(ask)


class Situation:
    """Everything that the rules look at, each answer worked out once. The steps grow as the rules are applied."""

    def __init__(
        self,
        interview: Interview,
        *,
        profile: Profile,
        policy: Policy,
        decisions: Mapping[str, Decision],
        days_off: DaysOff,
        today: date,
    ) -> None:
        """The arguments are those of ``make_plan``."""
        self.interview, self.profile, self.policy, self.decisions = interview, profile, policy, decisions
        self.days_off, self.today = days_off, today
        self.people = {person.id: person for person in interview.participants}
        self.planned: list[Step] = []
        self.cancelled: dict[str, Step] = {}
        self.answers: dict[object, object] = {}
        self._clocks: dict[tuple[str, str, str, Changes], Clock] = {}
        self._clock_of: dict[str, Clock] = {}

    # who

    @kept
    def places(self) -> dict[str, int]:
        """Where each person stands in the interview's list."""
        return {person.id: index for index, person in enumerate(self.interview.participants)}

    def first(self, part: Part) -> Participant | None:
        """The first listed of a part is the one (``api.md`` section 3)."""
        return next((person for person in self.interview.participants if person.part is part), None)

    @kept
    def hiring_manager(self) -> Participant | None:
        """The hiring manager, who may be unknown and need not have interviewed."""
        return self.first(Part.HIRING_MANAGER)

    @kept
    def hr(self) -> Participant | None:
        """The HR contact."""
        return self.first(Part.HR)

    @kept
    def hr_ids(self) -> frozenset[str]:
        """Everybody from HR: whoever of them picks up the phone, it is a call with HR."""
        return frozenset(person.id for person in self.interview.participants if person.part is Part.HR)

    @kept
    def deciding(self) -> frozenset[str]:
        """The hiring manager and everybody from HR: the people whose replies count."""
        return self.hr_ids | ({self.hiring_manager.id} if self.hiring_manager else frozenset())

    # clocks

    @kept
    def zone(self) -> str:
        """The zone of those who have none of their own: the company's, else the profile's, else the first round's."""
        rounds = (sitting.timezone for sitting in self.interview.rounds)
        return self.interview.company.timezone or self.profile.timezone or next(filter(None, rounds), "UTC")

    def clock(self, person: Participant | None) -> Clock:
        """The participant's clock and business days where they have their own, else the company's."""
        asked = person.id if person else ""
        if (clock := self._clock_of.get(asked)) is None:
            clock = self._clock_of[asked] = self._work_out_clock(person)
        return clock

    def _work_out_clock(self, person: Participant | None) -> Clock:
        company = self.interview.company
        own = person is not None and person.country
        country, subdivision = (
            (person.country, person.subdivision) if person and own else (company.country, company.subdivision)
        )
        changes = (() if own else company.weekend, company.days_off_add, company.days_off_remove)
        return self._clock((person and person.timezone) or self.zone, country, subdivision, changes)

    @kept
    def company_clock(self) -> Clock:
        """The company's clock."""
        return self.clock(None)

    @kept
    def user_clock(self) -> Clock:
        """The user's clock, with the user's days off if the profile names a country, else the company's."""
        zone, profile = self.profile.timezone or self.zone, self.profile
        if profile.country:
            return self._clock(zone, profile.country, profile.subdivision, ((), (), ()))
        company = self.interview.company
        changes = (company.weekend, company.days_off_add, company.days_off_remove)
        return self._clock(zone, company.country, company.subdivision, changes)

    def _clock(self, zone: str, country: str, subdivision: str, changes: Changes) -> Clock:
        """Whoever shares zone, place and the company's changes to the weekend and the days off shares the clock."""
        key = (zone, country, subdivision, changes)
        if (clock := self._clocks.get(key)) is None:
            weekend, added, removed = changes
            workdays = Workdays(self.days_off, country, subdivision, weekend=weekend, added=added, removed=removed)
            clock = self._clocks[key] = Clock(ZoneInfo(zone), workdays)
        return clock

    # rounds

    @kept
    def rounds(self) -> tuple[Round, ...]:
        """The rounds that take or took place, in the order of their starts."""
        standing = (sitting for sitting in self.interview.rounds if sitting.id not in self.cancelled_rounds)
        return tuple(sorted(standing, key=lambda sitting: sitting.starts_at))

    def has_ended(self, sitting: Round | Loop) -> bool:
        """A round has ended from its end's day on."""
        ends_at = sitting.ends_at if isinstance(sitting, Loop) else end_of(sitting)
        return ends_at is not None and self.company_clock.day(ends_at) <= self.today

    def meant_to_meet(self, sitting: Round) -> tuple[Participant, ...]:
        """Those the round was with; one that names nobody was with everybody but ``other``."""
        return self._meant[sitting.id]

    @kept
    def _meant(self) -> dict[str, tuple[Participant, ...]]:
        people = self.interview.participants
        usual = tuple(person for person in people if person.part is not Part.OTHER)
        return {
            sitting.id: usual
            if sitting.participants is None
            else tuple(person for person in people if person.id in sitting.participants)
            for sitting in self.interview.rounds
        }

    @kept
    def loops(self) -> tuple[Loop, ...]:
        """The rounds, gathered by the day on which they end. Without any round: the one that nobody entered yet."""
        if not self.interview.rounds:
            everybody = tuple(person for person in self.interview.participants if person.part is not Part.OTHER)
            return (Loop(UNNAMED_ROUND, (), everybody, everybody, None, None),)
        days: dict[date, list[Round]] = {}
        for sitting in self.rounds:
            days.setdefault(self.company_clock.day(end_of(sitting)), []).append(sitting)
        loops = (self._loop(tuple(rounds)) for rounds in days.values())
        return tuple(sorted(loops, key=lambda loop: loop.ends_at or datetime.max.replace(tzinfo=UTC)))

    def _loop(self, rounds: tuple[Round, ...]) -> Loop:
        wanted = {person.id for sitting in rounds for person in self.meant_to_meet(sitting)}
        invited = tuple(person for person in self.interview.participants if person.id in wanted)
        starts_at, ends_at = rounds[0].starts_at, max(end_of(sitting) for sitting in rounds)
        absent = self._missed(starts_at)
        return Loop(rounds[0].id, rounds, tuple(p for p in invited if p.id not in absent), invited, starts_at, ends_at)

    def _missed(self, starts_at: datetime) -> set[str]:
        """Who did not come: a no-show belongs to the last day of rounds that had begun when it was told."""
        told = [event for event in self.known if event.kind is EventKind.NO_SHOW]
        if not told:
            return set()
        day = self.company_clock.day
        begun = sorted({day(sitting.starts_at) for sitting in self.rounds})
        return {
            event.participant or ""
            for event in told
            if max((start for start in begun if start <= day(event.at)), default=None) == day(starts_at)
        }

    def loop_of(self, round_id: str | None) -> Loop | None:
        """The loop that a round belongs to."""
        return self._loop_of.get(round_id or "")

    @kept
    def _loop_of(self) -> dict[str, Loop]:
        of_rounds = {sitting.id: loop for loop in self.loops for sitting in loop.rounds}
        return of_rounds or {loop.id: loop for loop in self.loops}

    @kept
    def first_loops(self) -> dict[str, Loop]:
        """The first loop that met each person, by the person's id."""
        return {person.id: loop for loop in reversed(self.loops) for person in loop.met}

    @kept
    def any_round_ended(self) -> bool:
        """Whether there is anything to follow up on."""
        return any(map(self.has_ended, self.rounds))

    @kept
    def cancelled_rounds(self) -> frozenset[str | None]:
        """The ids of the rounds that will not take place."""
        return frozenset(event.round for event in self.known if event.kind is EventKind.ROUND_CANCELLED)

    def cancelled_loop(self, round_id: str | None) -> Loop | None:
        """A round that was cancelled after mails about it had gone."""
        sitting = next((sitting for sitting in self.interview.rounds if sitting.id == round_id), None)
        return self._loop((sitting,)) if sitting else None

    # history

    @kept
    def known(self) -> tuple[Event, ...]:
        """The events that are known today, in order."""
        return known_on(self.interview.events, self.today, self.user_clock)

    @kept
    def _events(self) -> dict[str, Event]:
        return {event.id: event for event in self.known if event.id}

    def event_of(self, event_id: str | None) -> Event | None:
        """The known event of that id."""
        return self._events.get(event_id or "")

    @kept
    def history(self) -> History:
        """The events that are known today, added up."""
        keys = ((parse_key(key), decision) for key, decision in self.decisions.items())
        skipped = (key.number for key, decision in keys if key and key.form == "call" and decision.skipped is not None)
        numbers = frozenset(number for number in skipped if number)
        return digest(self.known, self.hr_ids, partial(addressees, self), deciding=self.deciding, skipped_calls=numbers)

    def others(self, loop: Loop) -> tuple[Participant, ...]:
        """The other interviewers of a loop: who came, but the hiring manager and, unless the policy says so, HR."""
        wanted = {Part.INTERVIEWER, Part.HIRING_MANAGER} | ({Part.HR} if self.policy.hr_interviewer_in_group else set())
        return tuple(person for person in loop.met if person.part in wanted and person is not self.hiring_manager)
