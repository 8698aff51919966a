"""The API as other machines reach it: who calls, what they send to get in, and every operation of the contract."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select

from afterview.store.session import Database
from afterview.store.tables import Row

ANY: Final = {"If-Match": "*"}
CONTRACT: Final = Path(__file__).parents[1] / "openapi" / "openapi.json"
METHODS: Final = ("get", "post", "put", "patch", "delete")
INVITATION: Final = (Path(__file__).parent / "samples" / "addresses-in-all-forms.ics").read_bytes()


@dataclass(frozen=True)
class Operation:
    """An operation, as the contract has it."""

    method: str
    path: str
    said: dict[str, Any]

    @property
    def name(self) -> str:
        """What the contract calls it."""
        return str(self.said["operationId"])

    def names(self, place: str) -> list[str]:
        """The parameters in a path or a query."""
        return [one["name"] for one in self.said.get("parameters", ()) if one["in"] == place]

    def address(self, **ids: str) -> str:
        """Where it is, with these ids."""
        return self.path.format(**ids).removeprefix("/api/v1/")

    @property
    def body(self) -> dict[str, Any]:
        """The contract's own example of a body, as a request takes it."""
        content = self.said.get("requestBody", {}).get("content", {})
        if "application/json" in content:
            return {"json": content["application/json"]["example"]}
        return {"content": INVITATION} if content else {}


def operations() -> Iterator[Operation]:
    """Every operation of the contract: reads, what makes, changes and deletes, inner things first; then restores."""
    paths = json.loads(CONTRACT.read_text(encoding="utf-8"))["paths"]
    inner_first = sorted(paths, key=lambda path: (-path.count("/"), path))
    back = [path for path in reversed(inner_first) if path.endswith("/restore")]
    for method in METHODS:
        for path in inner_first:
            if method in paths[path] and path not in back:
                yield Operation(method.upper(), path, paths[path][method])
    yield from (Operation("POST", path, paths[path]["post"]) for path in back)


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
        self.client.cookies.clear()
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
