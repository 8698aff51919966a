"""What a user's template may not hold, and where: everything that is not on the list of what it may."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateError, TemplateSyntaxError, nodes

from afterview.domain.templating.engine import fill, parsed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

MOST_BYTES: Final = 20_000
DEEPEST: Final = 40
"""Levels of conditions and brackets; more is no mail."""
MOST_FAULTS: Final = 10
FILTERS: Final = {"default": 2, "upper": 0, "lower": 0, "title": 0}
"""The filters that are allowed, and how many arguments each may have."""
_TOO_MUCH: Final = (RecursionError, ValueError, OverflowError, MemoryError)
"""How the engine's parser fails at what no mail has."""


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """What is wrong in a user's template and what to do; ``line`` and ``column`` count from 1, in code points."""

    line: int
    column: int
    detail: str


def faults_in(text: str, names: Collection[str]) -> tuple[TemplateFault, ...]:
    """What a user's template may not hold, the first ten; none: it can be kept and always renders."""
    if (size := len(text.encode("utf-8", "replace"))) > MOST_BYTES:
        return (TemplateFault(1, 1, f"A template has at most {MOST_BYTES:,} bytes, this one {size:,}: shorten it."),)
    try:
        tree = parsed(text)
    except TemplateSyntaxError as error:
        return (_syntax_fault(text, error),)
    except _TOO_MUCH:
        return (TemplateFault(1, 1, "This is nested too deeply or has too large a number: write it more simply."),)
    found: list[TemplateFault] = []
    used: set[int] = set()
    for node, blamed, detail in _wrong(tree, names):
        found.append(_fault(text, node.lineno or 1, blamed, detail, used))
        if len(found) == MOST_FAULTS:
            return tuple(found)
    return tuple(found) or _faults_in_use(text, names)


def _faults_in_use(text: str, names: Collection[str]) -> tuple[TemplateFault, ...]:
    """Tried with every place filled and with none: what the allowed nodes still could do wrong."""
    try:
        fill(text, dict.fromkeys(names, "x"))
        fill(text, {})
    except (TemplateError, TypeError, ValueError, SyntaxError, RecursionError, MemoryError):
        return (TemplateFault(1, 1, f"This can't be filled in. {_SIMPLY}"),)
    return ()


_SIMPLY: Final = "Write names as {{ company }} and conditions as {% if phone %} ... {% endif %}."
_PLAIN: Final = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Operand,
)
_BLAMED: Final[dict[type[nodes.Node], tuple[str, str]]] = {
    nodes.Call: ("(", "Nothing can be called in a template: write the name alone, such as {{ company }}."),
    nodes.Getattr: (".", "Names have no parts after a dot: take one of the names of this template."),
    nodes.Getitem: ("[", "Names have no parts in brackets: take one of the names of this template."),
    nodes.For: ("for", "There are no loops: take a name that holds the whole list, such as {{ names }}."),
    nodes.CondExpr: ("if", 'Write a choice as {% if phone %} ... {% endif %}, or as {{ phone|default("...") }}.'),
    nodes.Test: ("is", "Ask with {% if phone %} whether something is known; there are no other tests."),
    nodes.Concat: ("~", "Put texts side by side: {{ company }} {{ role }}."),
}
_KEYWORDS: Final[dict[type[nodes.Node], str]] = {
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.Import: "import",
    nodes.FromImport: "from",
    nodes.Include: "include",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.With: "with",
    nodes.Scope: "autoescape",
}
_OPERATORS: Final[dict[type[nodes.Node], str]] = {
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
    nodes.Neg: "-",
    nodes.Pos: "+",
    nodes.List: "[",
    nodes.Tuple: "(",
    nodes.Dict: "{",
}
Wrong = tuple[nodes.Node, str, str]


def _wrong(tree: nodes.Node, names: Collection[str]) -> Iterator[Wrong]:
    """Each node that may not stand in a template, what of the text to blame, and what to do."""
    waiting = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > DEEPEST:
            yield node, "", f"This is nested more than {DEEPEST} deep: write it more simply."
            return
        wrong = list(_wrong_in(node, names))
        yield from wrong
        if not wrong:
            waiting += [(child, depth + 1) for child in reversed(list(node.iter_child_nodes()))]


def _wrong_in(node: nodes.Node, names: Collection[str]) -> Iterable[Wrong]:
    match node:
        case nodes.Name():
            return () if node.name in names else [(node, node.name, _no_such_name(node.name, names))]
        case nodes.Const():
            return _wrong_const(node)
        case nodes.Filter():
            return _wrong_filter(node)
        case nodes.Compare():
            return _wrong_compare(node)
        case _ if isinstance(node, _PLAIN):
            return ()
    blamed, detail = _BLAMED.get(type(node), ("", ""))
    word = blamed or _KEYWORDS.get(type(node), "") or _OPERATORS.get(type(node), "")
    what = f'"{word}"' if word else "This"
    return [(node, word, detail or f"{what} has no place in a template. {_SIMPLY}")]


def _no_such_name(name: str, names: Collection[str]) -> str:
    near = get_close_matches(name[:40], names, 1)
    ask = f"did you mean {near[0]}?" if near else f"it knows {', '.join(names)}."
    return f'This template knows no "{name[:40]}": {ask}'


def _wrong_const(node: nodes.Const) -> Iterator[Wrong]:
    if isinstance(node.value, str) and not node.value.replace("\n", "").isprintable():
        yield node, '"', "A text within quotes has characters that can't be seen: remove them."
    if node.value == inf:  # a number like 1e999, which the engine's own code can't spell
        yield node, "", "This number is too large: write it in words."


def _wrong_filter(node: nodes.Filter) -> Iterator[Wrong]:
    most = FILTERS.get(node.name)
    if most is None:
        yield node, node.name, f'There is no "{node.name}" here: after | stand {", ".join(FILTERS)}.'
    elif len(node.args) > most or node.kwargs or node.dyn_args or node.dyn_kwargs:
        yield node, node.name, 'Write it as |upper, |lower, |title or |default("text"), with nothing else in brackets.'


def _wrong_compare(node: nodes.Compare) -> Iterator[Wrong]:
    for operand in node.ops:
        is_within = operand.op in {"in", "notin"}
        left_is_text = isinstance(node.expr, nodes.Const) and isinstance(node.expr.value, str)
        simple = left_is_text and isinstance(operand.expr, nodes.Name) and len(node.ops) == 1
        if operand.op not in {"eq", "ne"} and not (is_within and simple):
            word = {"in": "in", "notin": "not", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}[operand.op]
            yield node, word, 'Compare with == or !=, or ask for a text within a name: "Lead" in role.'
            return


# ---- places ---------------------------------------------------------------------------------------

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_OPENING: Final = re.compile(r"\{[{%]")
_QUOTED: Final = re.compile(r"'([^']+)'")


def _fault(text: str, line: int, blamed: str, detail: str, used: set[int]) -> TemplateFault:
    """The place: the first ``blamed`` within a tag on that line or after it that no other fault has taken."""
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    start = starts[min(line, len(starts)) - 1]
    place = next((place for place in _within_tags(text, start, blamed) if place not in used), start)
    used.add(place)
    on = max(number for number, begin in enumerate(starts) if begin <= place)
    return TemplateFault(on + 1, place - starts[on] + 1, detail)


def _within_tags(text: str, start: int, blamed: str) -> Iterator[int]:
    inner = re.compile(rf"\b{blamed}\b" if blamed.isidentifier() else re.escape(blamed))
    for opens, ends in _tags(text):
        if ends > start:
            yield from (found.start() for found in inner.finditer(text, max(opens + 2, start), ends - 2))


def _tags(text: str) -> Iterator[tuple[int, int]]:
    """Where each tag begins and ends, in one walk through the text."""
    after = 0
    while opening := _OPENING.search(text, after):
        closing = text.find("}}" if opening[0] == "{{" else "%}", opening.end())
        if closing < 0:
            return
        after = closing + 2
        yield opening.start(), after


def _syntax_fault(text: str, error: TemplateSyntaxError) -> TemplateFault:
    """What the engine says and where: at the word that it names, else at the first tag that can't be read."""
    said = (error.message or "").rstrip(".")
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    start = starts[min(error.lineno, len(starts)) - 1]
    named = (next(_within_tags(text, start, word), None) for word in reversed(_QUOTED.findall(said)))
    tags = ((opens, text[opens:ends]) for opens, ends in _tags(text) if ends > start)
    broken = (opens for opens, tag in islice(tags, MOST_FAULTS) if not _reads(tag))
    place = next((place for place in (*named, *broken) if place is not None), text.find("{", start))
    place = max(place, start)
    on = max(number for number, begin in enumerate(starts) if begin <= place)
    return TemplateFault(on + 1, place - starts[on] + 1, f"{_in_our_words(said)} {_SIMPLY}")


def _in_our_words(said: str) -> str:
    """The engine speaks to programmers: what its sentence means for whoever writes a template."""
    if "block that needs to be closed is 'if'" in said:
        return "A condition has no end: put {% endif %} behind it."
    if "block that needs to be closed is 'for'" in said:
        return _BLAMED[nodes.For][1]
    found = _QUOTED.search(said)
    if found and not found[1].startswith("end of"):
        return f"“{found[1]}” can't stand here."
    return "This can't be read: one name stands between {{ and }}, one condition between {% and %}."


def _reads(tag: str) -> bool:
    """Whether an output tag can be read by itself; of tags with an end nothing can be said."""
    try:
        if tag.startswith("{{"):
            parsed(tag)
    except (TemplateSyntaxError, *_TOO_MUCH):
        return False
    return True
