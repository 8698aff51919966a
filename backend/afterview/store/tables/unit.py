"""The unit of work: one transaction of one owner at one instant."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from afterview.domain.documents import stamp

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


class Unit:
    """``now`` is the instant at which everything that the transaction writes was written."""

    def __init__(self, connection: Connection, owner: str, now: datetime, session: Session | None = None) -> None:
        self.connection, self.owner, self.now = connection, owner, now
        if session is not None:
            self.session = session

    @cached_property
    def session(self) -> Session:
        """Objects of the connection's transaction. Most reads need none, and do without what it costs."""
        return Session(self.connection)

    @property
    def stamp(self) -> str:
        """``now`` as rows keep it."""
        return stamp(self.now)
