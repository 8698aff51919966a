"""What the tests of the API read out of answers."""

from httpx2 import Response


def pointers(answer: Response) -> list[str]:
    """Which fields an answer calls wrong."""
    assert answer.headers["content-type"] == "application/problem+json"
    return [error["pointer"] for error in answer.json()["errors"]]
