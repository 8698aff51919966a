"""The API's description of itself (OpenAPI 3.1): FastAPI's own, with problems called by their media type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fastapi import FastAPI

_METHODS = frozenset({"get", "post", "put", "patch", "delete"})


def described(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What ``app.openapi`` is to be: made once, then kept."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            for operation in _operations(plain()):
                _call_problems_by_name(operation["responses"])
        return plain()

    return openapi


def _operations(contract: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path in contract["paths"].values():
        yield from (operation for method, operation in path.items() if method in _METHODS)


def _call_problems_by_name(responses: dict[str, Any]) -> None:
    for status, answer in responses.items():
        if status.startswith(("4", "5")) and (content := answer.get("content")):
            answer["content"] = {"application/problem+json": next(iter(content.values()))}
