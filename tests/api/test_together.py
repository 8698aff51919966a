"""Many clients of one server change the same things, each what it saw: nothing is lost, and nobody meets a fault."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("kind", ["interviews", "contacts"])
def test_conditional_patches_by_many_clients_lose_none(
    api: TestClient, acme: str, count: Callable[[str], int], kind: str
) -> None:
    """Every success is one version more, and whoever was late is told so."""
    address = acme if kind == "interviews" else f"contacts/{api.get('contacts').json()['items'][0]['id']}"
    field = "role" if kind == "interviews" else "title"
    first = api.get(address).json()["version"]
    clients, times = count("writers"), count("patches")

    def change(client: int) -> Counter[int]:
        answers: Counter[int] = Counter()
        for turn in range(times):
            seen = api.get(address).headers["ETag"]
            body = {field: f"by {client}, {turn}"}
            answers[api.patch(address, json=body, headers={"If-Match": seen}).status_code] += 1
        return answers

    with ThreadPoolExecutor(clients) as pool:
        told = sum(pool.map(change, range(clients)), Counter[int]())
    assert told.keys() <= {200, 412}
    assert told[200] >= times
    assert api.get(address).json()["version"] == first + told[200]
