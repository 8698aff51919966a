"""Whether the server answers, and what it is made of."""

from __future__ import annotations

from typing import Literal

from afterview.api.deps import Here_, noun
from afterview.api.schemas.types import Out
from afterview.formats.daysoff import EDITION
from afterview.store.migrate import revision

router = noun("service")


class HealthOut(Out):
    """Liveness, and the versions of what answers."""

    status: Literal["ok"]
    version: str
    database: str
    schema_revision: str
    holidays: str


@router.get("/health")
def read_health(here: Here_) -> HealthOut:
    """Whether the server and its database answer."""
    with here.read() as unit:
        return HealthOut(
            status="ok",
            version=here.release,
            database=unit.connection.dialect.name,
            schema_revision=revision(unit.connection),
            holidays=EDITION,
        )
