"""The API as other machines reach it: who calls, and what they send to get in."""

from dataclasses import dataclass
from typing import Any, Final

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select

from afterview.store.session import Database
from afterview.store.tables import Row

ANY: Final = {"If-Match": "*"}


@dataclass(frozen=True)
class Open:
    """A server that other machines can reach. ``tokens`` are those of its callers; nobody has none.

    ``at_home`` is one on the same data that listens to its own machine alone.
    """

    client: TestClient
    at_home: TestClient
    database: Database
    tokens: dict[str, str]

    def way_in(self, who: str) -> dict[str, str]:
        """What ``who`` sends to be let in."""
        return {"Authorization": f"Bearer {self.tokens[who]}"} if who in self.tokens else {}

    def ask(self, who: str, method: str, address: str, **more: Any) -> Response:
        """The answer to a request of ``who``, who means whatever version is there."""
        headers = {**ANY, **self.way_in(who), **more.pop("headers", {})}
        return self.client.request(method, address, headers=headers, **more)

    def id_of(self, who: str) -> str:
        """The id of that token."""
        return self.tokens[who].split("_")[1]

    def kept(self, owner: str) -> list[object]:
        """Everything that is kept of an owner."""
        with self.database.engine.connect() as connection:
            tables = [table for table in Row.metadata.sorted_tables if "owner_id" in table.columns]
            return [
                tuple(row)
                for table in tables
                for row in connection.execute(
                    select(table).where(table.c.owner_id == owner).order_by(*table.primary_key)
                )
            ]
