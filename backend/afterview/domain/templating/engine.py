"""The template engine, for the writer's templates and the user's.

The writer's have named blocks, one for each part of a mail. The user's put such parts and plain facts in an order of
their own, with words around them; they hold no calls, attributes or loops (``faults_in`` lets nothing else through),
and see nothing but texts. Templates are plain text, so nothing is escaped.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import DebugUndefined, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from afterview.domain.writing.language import DEFAULT, FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Template, nodes
    from jinja2.runtime import Context

_WRITERS: Final = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
_USERS: Final = ImmutableSandboxedEnvironment(undefined=DebugUndefined, autoescape=False)
"""What is not known stays in the text as ``{{ phone }}``, where the checks find it."""


# ---- the writer's ---------------------------------------------------------------------------------


def render(language: str, form: str, context: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    """The text of the writer's template, and each of its parts as it was written on the way."""
    template = _template(language, form)
    parts: dict[str, str] = {}
    running = template.new_context(dict(context))
    for name, (block, *_) in running.blocks.items():
        running.blocks[name] = [_kept(name, block, parts)]
    return "".join(template.root_render_func(running)), parts


def _kept(name: str, block: Any, parts: dict[str, str]) -> Any:  # noqa: ANN401 - the engine's compiled blocks
    def written(context: Context) -> Iterator[str]:
        parts[name] = "".join(block(context))
        yield parts[name]

    return written


def parts_of(form: str) -> tuple[str, ...]:
    """The names of the parts of a form's mails, in their order."""
    return tuple(_BLOCK.findall(_source(DEFAULT, form)))


def original(form: str) -> str:
    """The writer's template as a user's: its parts in their order."""
    source = _MACRO.sub("", _source(DEFAULT, form))
    return _WHOLE_BLOCK.sub(r"{{ \1 }}", source).strip()


_BLOCK: Final = re.compile(r"\{% block (\w+) %\}")
_WHOLE_BLOCK: Final = re.compile(r"\{% block (\w+) %\}.*?\{% endblock %\}", re.DOTALL)
_MACRO: Final = re.compile(r"\{%-? macro .*?endmacro -?%\}", re.DOTALL)


@lru_cache(maxsize=256)
def _source(language: str, form: str) -> str:
    own = FOLDER / language / f"{form}.j2"
    return (own if own.is_file() else FOLDER / DEFAULT / f"{form}.j2").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _template(language: str, form: str) -> Template:
    """Compiled once and kept."""
    return _WRITERS.from_string(_source(language, form))


# ---- the user's -----------------------------------------------------------------------------------


def fill(text: str, context: Mapping[str, str]) -> str:
    """A user's template, which has no faults, with these texts in it. Unknown ones stay as their places."""
    return _users(text).render(context)


@lru_cache(maxsize=256)
def _users(text: str) -> Template:
    return _USERS.from_string(text)


def parsed(text: str) -> nodes.Template:
    """A user's template as the engine reads it."""
    return _USERS.parse(text)
