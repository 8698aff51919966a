"""The API's description of itself (OpenAPI 3.1): FastAPI's own, and what is true of many operations, said once here.

What there is to know beforehand stands in about.md, what members mean in glossary.toml, an example of each body in
examples.json; tests send the examples.
"""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from afterview.api.access import SCHEME, needed
from afterview.api.problems import Problem, answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fastapi import FastAPI

JSON: Final = "application/json"
_METHODS: Final = frozenset({"get", "post", "put", "patch", "delete"})
_NO_TAG: Final = frozenset(
    {
        "read_health",
        "read_session",
        "list_tokens",
        "export_everything",
        "list_notes",
        "list_events",
        "list_templates",
        "read_drafts",
        "read_past_templates",
        "read_draft",
        "read_mailto",
        "read_mail",
        "read_reminder",
    }
)
"""Reads that have no ETag to ask by: files, and what is small or always new."""

_EVERYWHERE: Final = (500, 503)
_OF_TOKENS: Final = (401, 403)
_OF_BODIES: Final = (400, 413, 415)
_OF_KEYS: Final = (409,)
"""The first request with the key is still being answered, or what it made has been erased since."""
_TEXT: Final[dict[str, Any]] = {"type": "string"}
_GOOD: Final = frozenset({"200", "201", "204"})
_TAGGED: Final = frozenset({"read_draft"})
"""Its ETag is the version of what the user wrote; what is generated may change without it, so there is no 304."""

_NOWHERE: Final = frozenset({"make_demo"})
"""Makes several things, which have addresses of their own."""

_HEADERS_OF: Final = {"304": ("ETag",), "401": ("WWW-Authenticate",), "403": ("WWW-Authenticate",)}
_HEADERS: Final = {
    "ETag": "The version of what is answered, for If-Match and If-None-Match",
    "Location": "The address of what was made",
    "Link": 'The next page, as rel="next"; not on the last one',
    "WWW-Authenticate": "What kind of token is wanted (RFC 6750)",
}


def described(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What ``app.openapi`` is to be: made once, then kept."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            _complete(plain())
        return plain()

    return openapi


def _complete(contract: dict[str, Any]) -> None:
    contract["info"]["description"] = _beside("about.md")
    contract["components"]["securitySchemes"] = SCHEME
    examples, glossary = json.loads(_beside("examples.json")), tomllib.loads(_beside("glossary.toml"))
    queries = glossary.pop("queries")
    for method, operation in _operations(contract):
        _sum_up(operation)
        for one in operation.get("parameters", ()):
            one.setdefault("description", queries.get(one["name"], ""))
            if one["name"] == "If-Match":
                one.update(required=True, schema=_TEXT, example="*")
        _give_an_example(operation, examples)
        _say_who_may(operation, method)
        _say_what_else_may_be_answered(operation, method)
        _name_headers(operation, method)
        _describe_success(operation, contract["components"]["schemas"])
        operation["responses"] = dict(sorted(operation["responses"].items()))
    _explain(contract["components"]["schemas"], glossary)


def _operations(contract: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in contract["paths"].values():
        yield from ((method, operation) for method, operation in path.items() if method in _METHODS)


def _sum_up(operation: dict[str, Any]) -> None:
    """The summary is the first sentence of the description, up to its first stop, colon or semicolon."""
    said = " ".join(operation["description"].split())
    ends = [said.find(mark) for mark in (". ", ": ", "; ") if mark in said]
    operation["summary"], operation["description"] = said[: min(ends, default=len(said))].rstrip("."), said


def _give_an_example(operation: dict[str, Any], examples: dict[str, Any]) -> None:
    if operation["operationId"] in examples:
        operation["requestBody"]["content"][JSON]["example"] = examples[operation["operationId"]]


def _say_who_may(operation: dict[str, Any], method: str) -> None:
    """A token, or none on the machine that serves; for some operations never one."""
    anybody = needed(operation["operationId"], method.upper()) is None
    operation["security"] = [] if anybody else [{}, {name: [] for name in SCHEME}]
    if not anybody:
        _add(operation, *_OF_TOKENS)


def _say_what_else_may_be_answered(operation: dict[str, Any], method: str) -> None:
    once = any(one["name"] == "Idempotency-Key" for one in operation.get("parameters", ()))
    _add(operation, *_EVERYWHERE, *(_OF_BODIES if "requestBody" in operation else ()), *(_OF_KEYS if once else ()))
    for status, answer in operation["responses"].items():
        if status.startswith(("4", "5")) and (content := answer.get("content")):
            answer["content"] = {"application/problem+json": next(iter(content.values()))}
    if method == "get" and operation["operationId"] not in _NO_TAG:
        operation["responses"]["304"] = {"description": "You have this version already"}
        said = {"name": "If-None-Match", "in": "header", "required": False, "schema": _TEXT}
        operation.setdefault("parameters", []).append({**said, "description": "The ETag that you have"})


def _add(operation: dict[str, Any], *statuses: int) -> None:
    """Problems that the operation may answer with, where it says nothing of its own about them."""
    schema = {"$ref": f"#/components/schemas/{Problem.__name__}"}
    for status, said in answers(*statuses).items():
        answer = {"description": said["description"], "content": {JSON: {"schema": schema}}}
        operation["responses"].setdefault(str(status), answer)


def _name_headers(operation: dict[str, Any], method: str) -> None:
    parameters = {one["name"] for one in operation.get("parameters", ())}
    read = "304" in operation["responses"] or operation["operationId"] in _TAGGED
    kept = read or "If-Match" in parameters or (method == "post" and operation["operationId"] not in _NOWHERE)
    for status, answer in operation["responses"].items():
        made = status == "201" or operation["operationId"].startswith(("restore_", "merge_"))
        names = list(_HEADERS_OF.get(status, ()))
        names += ["ETag"] if status in _GOOD - {"204"} and kept and (made or method != "post") else []
        names += ["Link"] if status == "200" and "cursor" in parameters else []
        names += ["Location"] if status == "201" and operation["operationId"] not in _NOWHERE else []
        if names:
            answer["headers"] = {name: {"description": _HEADERS[name], "schema": _TEXT} for name in names}


def _describe_success(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """What is answered is what its schema says that it is."""
    for status in _GOOD & set(operation["responses"]):
        answer = operation["responses"][status]
        reference = answer.get("content", {}).get(JSON, {}).get("schema", {}).get("$ref", "")
        if answer["description"] == "Successful Response":
            said = schemas.get(reference.rpartition("/")[2], {}).get("description", "Done; there is no more to say")
            answer["description"] = " ".join(said.split())


def _explain(schemas: dict[str, Any], glossary: dict[str, dict[str, str]]) -> None:
    """Say what each member means that doesn't say so itself: the word of the longest noun in the schema's name."""
    words = glossary.pop("words")
    for name, schema in schemas.items():
        nouns = sorted((noun for noun in glossary if noun in name), key=len)
        known = {
            word: meaning
            for meanings in (words, *map(glossary.get, nouns))
            for word, meaning in (meanings or {}).items()
        }
        for word, member in schema.get("properties", {}).items():
            if "description" not in member and word in known:
                member["description"] = known[word]


def _beside(name: str) -> str:
    return files("afterview.api").joinpath(name).read_text(encoding="utf-8")
