"""/docs: the contract as a page for people, written by the server itself, without a script and from nowhere else.

Plain ASGI. The page is made when it is asked for first, then kept.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from afterview.page import File

PLACE, STYLE = "/docs", "/docs.css"
BOUNDS = {"minimum": "from", "maximum": "to", "maxLength": "at most", "maxItems": "at most"}
CSS = """\
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
pre, code { font: 0.875rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { padding: 0.75rem; overflow: auto; border-radius: 0.375rem; }
pre { background: color-mix(in srgb, CanvasText 7%, Canvas); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; }
tr + tr { border-top: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); }
details { border-top: 1px solid color-mix(in srgb, CanvasText 30%, Canvas); padding: 0.5rem 0; }
summary { cursor: pointer; }
summary code { font-weight: 600; margin-right: 0.75rem; }
nav a { margin-right: 1rem; }
"""


@dataclass(slots=True)
class Docs:
    """Answers /docs from the contract, which `contract` gives; passes everything else on."""

    inner: ASGIApp
    contract: Callable[[], dict[str, Any]]
    files: dict[str, File] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        if scope["type"] != "http" or scope["path"] not in {PLACE, STYLE} or scope["method"] not in {"GET", "HEAD"}:
            await self.inner(scope, receive, send)
            return
        if not self.files:
            page = docs_page(self.contract()).encode()
            self.files = {PLACE: File.of(page, ".html"), STYLE: File.of(CSS.encode(), ".css")}
        await self.files[scope["path"]](scope, send)


def docs_page(contract: dict[str, Any]) -> str:
    """The whole contract as HTML: operations by their tags, then the documents."""
    info, tags = contract["info"], contract["tags"]
    links = "".join(f'<a href="#{escape(tag["name"])}">{escape(tag["name"])}</a>' for tag in tags)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>The API of {escape(info["title"])}</title><link rel="stylesheet" href="{STYLE}"></head><body>'
        f"<h1>The API of {escape(info['title'])} {escape(info['version'])}</h1>{_prose(info['description'])}"
        '<p>For programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p>'
        f'<nav aria-label="Parts">{links}<a href="#documents">documents</a></nav>'
        f'<main>{"".join(_part(contract, tag) for tag in tags)}<h2 id="documents">Documents</h2>'
        f"{''.join(_document(*one) for one in contract['components']['schemas'].items())}</main></body></html>\n"
    )


def _part(contract: dict[str, Any], tag: dict[str, str]) -> str:
    operations = (
        _operation(method, path, operation)
        for path, methods in contract["paths"].items()
        for method, operation in methods.items()
        if tag["name"] in operation["tags"]
    )
    name = escape(tag["name"])
    return f'<h2 id="{name}">{name.capitalize()}</h2><p>{escape(tag["description"])}</p>{"".join(operations)}'


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    name, answers = escape(operation["operationId"]), operation["responses"].items()
    known = [(one["name"], _kind(one["schema"]), one.get("description", "")) for one in operation.get("parameters", ())]
    said = [(status, _schemas(answer), answer["description"]) for status, answer in answers]
    return (
        f'<details id="{name}"><summary><code>{method.upper()} {escape(path)}</code>'
        f"{escape(operation['summary'])}</summary>"
        f"<p>{escape(operation['description'])}</p>{_table('Parameters', known)}{_body(operation)}"
        f"{_table('Answers', said)}</details>"
    )


def _body(operation: dict[str, Any]) -> str:
    content = operation.get("requestBody", {}).get("content", {})
    return "".join(
        f"<h3>Body</h3><p>{escape(kind)}: {_kind(said['schema'])}</p>"
        + (
            f"<pre>{escape(json.dumps(said['example'], indent=2, ensure_ascii=False))}</pre>"
            if "example" in said
            else ""
        )
        for kind, said in content.items()
    )


def _document(name: str, schema: dict[str, Any]) -> str:
    needed = schema.get("required", ())
    members = [
        (f"{word} (needed)" if word in needed else word, _kind(member), member.get("description", ""))
        for word, member in schema.get("properties", {}).items()
    ]
    choices = ", ".join(map(str, schema.get("enum", ())))
    return (
        f'<details id="{escape(name)}"><summary><code>{escape(name)}</code></summary>'
        f"<p>{escape(schema.get('description', ''))} {escape(choices)}</p>{_table('Members', members)}</details>"
    )


def _table(title: str, rows: Iterable[tuple[str, str, str]]) -> str:
    """Rows of a name, a kind that is HTML already, and a text."""
    lines = "".join(
        f'<tr><th scope="row"><code>{escape(name)}</code></th><td>{kind}</td><td>{escape(text)}</td></tr>'
        for name, kind, text in rows
    )
    return f"<h3>{title}</h3><table>{lines}</table>" if lines else ""


def _schemas(answer: dict[str, Any]) -> str:
    return ", ".join(_kind(said["schema"]) for said in answer.get("content", {}).values() if "schema" in said)


def _kind(schema: dict[str, Any]) -> str:
    """What a schema takes, in a few words, with links to the documents."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#{name}">{name}</a>'
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if schema.get("type") == "array" and "items" in schema:
        return f"list of {_kind(schema['items'])}"
    if "const" in schema or "enum" in schema:
        return ", ".join(escape(str(one)) for one in schema.get("enum", [schema.get("const")]))
    words = [str(schema.get("format") or schema.get("type") or "anything")]
    words += [f"{sign} {schema[bound]}" for bound, sign in BOUNDS.items() if bound in schema]
    return escape(", ".join(words))


def _prose(text: str) -> str:
    return "".join(f"<p>{_marked(paragraph)}</p>" for paragraph in text.strip().split("\n\n"))


def _marked(paragraph: str) -> str:
    """Markdown's `code` and **strong**, which are all that the text has."""
    for mark, tag in (("**", "strong"), ("`", "code")):
        parts = (escape(paragraph) if mark == "**" else paragraph).split(mark)
        paragraph = "".join(f"<{tag}>{part}</{tag}>" if n % 2 else part for n, part in enumerate(parts))
    return paragraph
