"""The English dictionary: a wrapper of ``pyspellchecker``, whose word list is inside the package.

The list is read once, at the first question or when told to (about 0.3 s, 37 MB); only then is the library imported.
"""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_BRITISH: Final = (
    (re.compile(r"our(?=$|s$|ed$|ing$|er$|able$|ful|ite|ably$|hood|less|al$|ally$)"), "or"),
    (re.compile(r"is(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$|able$|ational$|ationally$)"), "iz"),
    (re.compile(r"ys(?=e$|es$|ed$|er$|ers$|ing$)"), "yz"),
    (re.compile(r"re(?=$|s$)"), "er"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$|or$|ors$|ation$|y$)"), "l"),
    (re.compile(r"(?<=[ft])il(?=$|s$|ment)"), "ill"),
    (re.compile(r"ogue(?=$|s$|d$)"), "og"),
    (re.compile(r"mme(?=$|s$)"), "m"),
    (re.compile(r"c(?=e$|es$|ed$)"), "s"),
    (re.compile(r"^sc(?=ept)"), "sk"),
    (re.compile(r"gement"), "gment"),
    (re.compile(r"ae|oe"), "e"),
)
_WRONG: Final = frozenset("calender alot teh hte adn taht recieve wich untill thier".split())
_WORK: Final = frozenset(
    """
accountabilities agentic ai analytics api apis app apps async autonomy autoscaling backend backends backfill backfills backlog
backlogs bikepacking blog blogs bouldering bugfix bugfixes canary caching changelog changelogs chatbot chatbots checklist
checklists checkout checkouts churn cofounder config configs containerised containerized cron cto dashboard dashboards
dataset datasets debrief debug debugging deduplicate deduplication deploy deployed deploying deploys dev devops docs
downtime embeddings env etl exec execs fallback fallbacks fintech firmware flaky followup frontend frontends gigabyte
github gitlab grafana granular granularity hackathon handoff handoffs hotfix idempotency idempotent inbox ingestion
infra inhouse instrumented internship jira kafka kanban kubernetes latencies leaderboard lidar linting linkedin login logins
logging microservice microservices middleware ml mentee mentees mentorship metadata monorepo monorepos mutex namespace namespaces
neurodiverse nonprofit nonprofits observability offboarding offsite ok okr okrs onboard onboarded onboarding onboards onsite
onsites ops orchestration paywall peloton pickleball pipelines podcast podcasts postgres postmortem postmortems pr preprod
prod prioritise prioritisation procurement prototyping prs qa queryable realtime rebase recap recaps refactor refactored
refactoring refactors releasable remediation repo repos reproducibility resilience resourcing retrospective retrospectives
roadmap roadmaps rollback rollbacks rollout rollouts runbook runbooks runtime runtimes saas scalability scalable scalably
schema schemas scrum sdk serverless setup setups sharded sharding shard shards sla slas sli slis slo slos sourdough spreadsheet
sprint sprints sql stakeholder stakeholders standup standups startup startups stateful stateless subnet subsystem subsystems
sustainability sustainable takeaway takeaways telemetry terraform throughput timebox timeboxed timeframe timeline timelines
timezone timezones toolchain toolchains toolkit tooling touchpoint touchpoints touchscreen tradeoff tradeoffs triage triaged
triaging typesafe ui unblock unblocked unblocking upsell upselling upskill upskilling uptime ux vc versioned versioning
walkthrough walkthroughs webhook webhooks webinar webinars website websites wifi wiki wikis workflow workflows workload
workloads workstation workstream workstreams bakeries biking birdwatching bikeshed crossfit gardening geocaching kayaking
kitesurfing paddleboarding parkrun parkour snowboarding ultramarathon wakeboarding vinyl allotment allotments replay
replayable replayed replays rerun reruns retryable retries mentored mentoring mentors hires reskill subteam cheers favourites
cc pdf csv faq crm erp kpi kpis roi b2b hr vp ceo cfo coo nps arr mrr seo ppc cms bi gpu gpus cpu cpus llm llms json yaml xml
html css http https url urls ios macos linux git grpc graphql oauth sso
""".split()
)
_SUFFIXES: Final = ("'s", "'ve", "'d", "'ll", "'re", "n't", "s'")
_PREFIXES: Final = (
    "re",
    "un",
    "non",
    "pre",
    "multi",
    "micro",
    "co",
    "sub",
    "super",
    "over",
    "under",
    "anti",
    "self",
    "inter",
    "cross",
    "mid",
)
_HALF: Final = 4
_COMMON: Final = 2000
_FEW: Final = 40


class English:
    """The words of English, American and British, with those of today's work."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._list: SpellChecker | None = None
        self._reading = Lock()

    @property
    def _checker(self) -> SpellChecker:
        return self._list or self.read()

    def read(self) -> SpellChecker:
        """Read the list, unless it was; who asks meanwhile waits for it instead of reading it a second time."""
        from spellchecker import SpellChecker  # noqa: PLC0415 - a third of a second that a start doesn't need

        with self._reading:
            if self._list is None:
                self._list = SpellChecker(language="en", distance=1)
            return self._list

    def knows(self, word: str) -> bool:
        """Whether the lower-case word is in the dictionary, is British, a possessive, or made of two common words."""
        return _knows(self, word)

    def nearest(self, word: str) -> str | None:
        """The commonest known word that is one slip away, or None."""
        return _nearest(self, word)

    def has(self, word: str) -> bool:
        """Whether the word itself is in the lists."""
        return word in _WORK or (word in self._checker and word not in _WRONG)

    def count(self, word: str) -> int:
        """How common the word is."""
        return int(self._checker[word])

    def find_nearest(self, word: str) -> str | None:
        """The search behind ``nearest``."""
        candidates = self._checker.known(self._checker.edit_distance_1(word))
        return max((one for one in candidates if one != word and len(one) > 1), key=self.count, default=None)


@lru_cache(maxsize=16384)
def _knows(english: English, word: str) -> bool:
    if english.has(word):
        return True
    if word in _WRONG or len(word) > _FEW:
        return False
    bare = next((word.removesuffix(end) for end in _SUFFIXES if word.endswith(end)), word)
    return (bare != word and english.has(bare)) or _is_british(english, bare) or _is_made_of_two(english, bare)


def _is_british(english: English, word: str) -> bool:
    forms = {word}
    for pattern, american in _BRITISH:
        forms |= {pattern.sub(american, form) for form in forms}
    return any(form != word and english.has(form) for form in forms)


def _is_made_of_two(english: English, word: str) -> bool:
    """Bikepacking, changelog, reindex: compounds are made every day."""
    if any(
        word.startswith(p) and len(word) - len(p) > _HALF and english.count(word[len(p) :]) > _COMMON for p in _PREFIXES
    ):
        return True
    places = range(_HALF, len(word) - _HALF + 1)
    return any(min(english.count(word[:n]), english.count(word[n:])) > _COMMON for n in places)


@lru_cache(maxsize=4096)
def _nearest(english: English, word: str) -> str | None:
    return english.find_nearest(word) if len(word) <= _FEW else None
