"""Words cut to their stems, and those that say nothing: ``restores`` in a note and ``restoring`` in a mail are one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ENDINGS: Final = (
    *("isations", "izations", "isation", "ization", "ations", "ation", "ingly", "ments", "ment", "ings", "ions", "ing"),
    *("ion", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e"),
)
_SHORTEST: Final = 3
_VOWELS: Final = "aeiou"
_LONGEST: Final = 8
_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")

FUNCTION_WORDS: Final = frozenset(
    """
a about above across after again against ago all almost along already also although always am among an and another any
anybody anyone anything are around as at away back be became because become been before behind being below between both
but by can can't cannot could couldn't did didn't do does doesn't doing don't done down during each either else enough
even ever every everybody everyone everything few first for from full further get gets getting give given gives go goes
going gone got had hadn't has hasn't have haven't having he he's hello her here hers herself him himself his how however
i i'd i'll i'm i've if in instead into is isn't it it's its itself just keep kept last least less let like likely little
long lot made make makes making many may maybe me might mine more most much must my myself near nearly never next no
nobody none nor not nothing now of off often on once one only onto or other others our ours out over own part per put
quite rather really said same saw say says see seem seen several shall she she's should shouldn't since so some somebody
someone something soon still such sure take taken takes taking tell than that that's the their theirs them themselves
then there there's these they they're thing things this those though three through thus to together told too took toward
towards two under until up upon us use used uses using very via was wasn't way we we'd we'll we're we've well went were
weren't what what's when where whether which while who who's whole whom whose why will with within without won't would
wouldn't yes yet you you'd you'll you're you've your yours yourself
""".split()
)

_MEETING_WORDS: Final = """
thank thanks grateful appreciate interview interviewed interviewer interviewing role position job opening team teams
company work works working worked talk talked talking conversation conversations discuss discussed discussion speak
spoke speaking chat meet meeting met time hear heard hearing learn learned learning enjoy enjoyed share shared look
looking forward great good nice best better people person day days week weeks month months year years today tomorrow
yesterday question questions answer answers opportunity interest interested interesting step steps help helped helping
think thinking thought thoughts need needs want wants know known knowing experience join joining joined candidate hope
hear application apply decision process mention mentioned ask asked regards dear call called mail email new feel felt
love loved glad happy pleasure pleased really important find found come came add idea ideas new big lots different
morning afternoon evening kind start started end detail details
"""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of a lower-case word; good enough to compare, not to show."""
    bare = word.removesuffix("'s")[:40]
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST:
            bare = bare[: -len(ending)]
            break
    if len(bare) > _SHORTEST and (bare[-1] == bare[-2] or (bare[-1] == "y" and bare[-2] not in _VOWELS)):
        bare = bare[:-1]  # shipping and ship, studying and studies
    return bare[:_LONGEST]


GENERIC: Final = frozenset(stem(word) for word in (*FUNCTION_WORDS, *_MEETING_WORDS.split()))


def is_telling(word: str) -> bool:
    """Whether a lower-case word could be about something: two letters or digits or more, and no function word."""
    return len(word) > 1 and word not in FUNCTION_WORDS


@lru_cache(maxsize=4096)
def telling_stems(text: str) -> frozenset[str]:
    """The stems of what a text is about; all of its content words where it has only ones that every mail has."""
    words = [found[0].casefold().replace("\u2019", "'") for found in _WORD.finditer(text)]
    content = frozenset(stem(word) for word in words if is_telling(word))
    return content - GENERIC or content
