"""The API's description of itself (OpenAPI 3.1): FastAPI's own, and what is true of many operations, said once here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from afterview.api.access import bearer, needed
from afterview.api.problems import Problem, answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fastapi import FastAPI

_METHODS = frozenset({"get", "post", "put", "patch", "delete"})


def described(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What ``app.openapi`` is to be: made once, then kept."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            for method, operation in _operations(plain()):
                _say_who_may(operation, method)
                _call_problems_by_name(operation["responses"])
        return plain()

    return openapi


def _operations(contract: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in contract["paths"].values():
        yield from ((method, operation) for method, operation in path.items() if method in _METHODS)


def _say_who_may(operation: dict[str, Any], method: str) -> None:
    """A token, or none on the machine that serves; for some operations never one."""
    if needed(operation["operationId"], method.upper()) is None:
        operation["security"] = []
        return
    operation["security"] = [{}, {bearer.scheme_name: []}]
    for status, said in answers(401, 403).items():
        schema = {"$ref": f"#/components/schemas/{Problem.__name__}"}
        operation["responses"][str(status)] = {
            "description": said["description"],
            "content": {"application/json": {"schema": schema}},
        }


def _call_problems_by_name(responses: dict[str, Any]) -> None:
    for status, answer in responses.items():
        if status.startswith(("4", "5")) and (content := answer.get("content")):
            answer["content"] = {"application/problem+json": next(iter(content.values()))}
