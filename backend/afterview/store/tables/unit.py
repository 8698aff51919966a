"""The unit of work: one transaction of one owner at one instant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from afterview.domain.documents import stamp

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Unit:
    """``now`` is the instant at which everything that the transaction writes was written."""

    session: Session
    owner: str
    now: datetime

    @property
    def stamp(self) -> str:
        """``now`` as rows keep it."""
        return stamp(self.now)
