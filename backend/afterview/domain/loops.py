"""The rounds of one day, taken together: an interview day is one gauntlet, however many sittings it has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from afterview.domain.facts import Participant, Round

HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Loop:
    """The rounds that end on one day of the company's clock: one gauntlet, thanked for once (``api.md`` section 3).

    ``id`` is the first round's, ``ends_at`` the last end; both ends are None for the round that nobody entered yet.
    ``met`` has everybody who came, in the interview's order; ``invited`` those who should have come as well.
    """

    id: str
    rounds: tuple[Round, ...]
    met: tuple[Participant, ...]
    invited: tuple[Participant, ...]
    starts_at: datetime | None
    ends_at: datetime | None

    @property
    def title(self) -> str:
        """What the first round of the day is called."""
        return self.rounds[0].title if self.rounds else ""


def end_of(sitting: Round) -> datetime:
    """The round's end; one that names none lasts an hour."""
    return sitting.ends_at or sitting.starts_at + HOUR
