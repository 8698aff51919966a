"""Breaks one thing at a time in the rules and lets the stories judge: a mutant that no story notices survives.

``python3 dev.py test --mutants`` runs it; as this file is no ``test_*.py`` nothing else does.
Two kinds of mutants, both in process:

* of the table: each step a business day earlier or later, each To and Cc exchanged, each outcome that stops a rule
  added or taken away, each rule and each event's effect dropped;
* of the code: in every function of the modules below each comparison, number, ``and``, ``not``, ``max`` turned over.

``EQUIVALENT`` lists those that change nothing that a plan could show, each with the reason.
"""

import ast
import copy
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final

from afterview.domain import (
    addressees,
    advice,
    calling,
    history,
    outcomes,
    pacing,
    pauses,
    people,
    plan,
    rounds,
    rules,
    timing,
)
from afterview.domain.history import Outcome
from afterview.domain.rules import Rule
from afterview.domain.situation import Situation
from afterview.domain.subjects import Subject
from afterview.domain.timing import Due
from equivalents import EQUIVALENT
from stories import Story, all_stories

MODULES: Final = (addressees, timing, pacing, pauses, calling, people, history, rounds, outcomes)
Patch = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True)
class Mutant:
    """One broken thing: how it is called, and what breaks it for a while."""

    name: str
    patch: Patch


# ---- the table ------------------------------------------------------------------------------------


def shifted(rule: Rule, count: int) -> Callable[[Situation, Subject], Due]:
    """The rule's day, a business day later or earlier."""

    def due(s: Situation, subject: Subject) -> Due:
        planned = rule.due(s, subject)
        if planned.on is None:
            return planned
        workdays = s.company_clock.workdays
        on = workdays.after(planned.on, count) if count > 0 else workdays.before(planned.on, -count)
        return replace(planned, on=on)

    return due


def put(table: tuple[Rule, ...], by_form: dict[str, Rule]) -> None:
    """The table that plans are made from."""
    vars(plan).update(RULES=table, BY_FORM=by_form)
    vars(advice).update(RULES=table)


def using(old: Rule, new: Rule | None) -> Patch:
    """The table with one row exchanged, or left out."""

    @contextmanager
    def patch() -> Iterator[None]:
        table = tuple(new if rule is old else rule for rule in rules.RULES)
        kept = tuple(rule for rule in table if rule is not None)
        by_form = {rule.form: rule for rule in kept} | ({} if new else {old.form: old})
        put(kept, by_form)
        try:
            yield
        finally:
            put(rules.RULES, rules.BY_FORM)

    return patch


TO: Final = (rules.nobody, rules.the_hiring_manager, rules.the_hr_contact, rules.the_others, rules.that_person)
CC: Final = (rules.nobody, rules.the_hiring_manager, rules.hr_in_copy)
OF_AN_OUTCOME: Final = {
    "offer-thanks": Outcome.ACCEPTED,
    "negotiation": Outcome.OFFER,
    "continuing-interest": Outcome.REJECTED,
    "one-month.hr": Outcome.REJECTED,
    "one-month.hiring-manager": Outcome.REJECTED,
    "decline": Outcome.DECLINED,
    "withdrawal": Outcome.WITHDRAWN,
}
"""Rules that an outcome brings: only stopping them by that very outcome changes anything."""


def of_the_table() -> Iterator[Mutant]:
    """Each row of the rules, broken in each of its columns."""
    for rule in rules.RULES:
        yield Mutant(f"{rule.form} is no rule", using(rule, None))
        for count in (-1, 1):
            yield Mutant(f"{rule.form} is due {count:+} day", using(rule, replace(rule, due=shifted(rule, count))))
        for who in {rules.the_hiring_manager} if rule.to is rules.nobody else set(TO) - {rule.to}:
            yield Mutant(f"{rule.form} goes to {who.__name__}", using(rule, replace(rule, to=who)))
        for who in set(CC) - {rule.cc}:
            yield Mutant(f"{rule.form} is copied to {who.__name__}", using(rule, replace(rule, cc=who)))
        outcome = OF_AN_OUTCOME.get(rule.form)
        for one in [outcome] if outcome else set(Outcome) - {Outcome.NONE}:
            stops = replace(rule, stopped_by=rule.stopped_by ^ {one})
            yield Mutant(f"{rule.form} is stopped otherwise by {one}", using(rule, stops))
        if rule.needs:
            yield Mutant(f"{rule.form} needs nothing", using(rule, replace(rule, needs=None)))


def of_the_events() -> Iterator[Mutant]:
    """Each event's effect, dropped."""
    for table in (history._EFFECTS, history.OUTCOMES):
        for kind in table:
            yield Mutant(f"{kind} has no effect", lacking(table, kind))


def lacking(table: dict[Any, Any], key: object) -> Patch:
    """A table without one entry."""

    @contextmanager
    def patch() -> Iterator[None]:
        kept = dict(table)
        del table[key]
        try:
            yield
        finally:
            table.clear()
            table.update(kept)

    return patch


# ---- the code -------------------------------------------------------------------------------------

OTHER: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
}


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that could stand in a node's place."""
    match node:
        case ast.Constant(value=bool(value)):
            yield ast.Constant(value=not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value=value + 1)
            yield ast.Constant(value=value - 1)
        case ast.Compare(ops=[op]) if type(op) in OTHER:
            yield ast.Compare(left=node.left, ops=[OTHER[type(op)]()], comparators=node.comparators)  # type: ignore[list-item]
        case ast.BoolOp():
            yield ast.BoolOp(op=OTHER[type(node.op)](), values=node.values)  # type: ignore[arg-type]
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Name(id="max"):
            yield ast.Name(id="min", ctx=ast.Load())
        case ast.Name(id="min"):
            yield ast.Name(id="max", ctx=ast.Load())


class Put(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> Any:
        return ast.copy_location(self.new, node) if node is self.old else self.generic_visit(node)


def of_the_code(module: ModuleType) -> Iterator[Mutant]:
    """Each comparison, number and connective in the functions of a module, turned over."""
    path = Path(module.__file__ or "")
    tree = ast.parse(path.read_text("utf-8"))
    for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
        target = function_of(getattr(module, function.name))
        seen: dict[str, int] = {}
        for node in (inner for statement in function.body for inner in ast.walk(statement)):
            for new in changes(node):
                text = f"{module.__name__.rpartition('.')[2]}.{function.name}: {said(node)} as {said(new)}"
                seen[text] = seen.get(text, 0) + 1
                name = text if seen[text] == 1 else f"{text} ({seen[text]})"
                yield Mutant(name, with_code(target, code_of(tree, function, node, new, str(path))))


def said(node: ast.AST) -> str:
    """A node's source."""
    return ast.unparse(ast.fix_missing_locations(copy.deepcopy(node)))


def function_of(found: Any) -> FunctionType:
    """The function behind its decorators."""
    if isinstance(found, cached_property):
        return found.func  # type: ignore[return-value]
    inner: FunctionType = getattr(found, "__wrapped__", found)
    return inner


def code_of(tree: ast.Module, function: ast.FunctionDef, old: ast.AST, new: ast.AST, path: str) -> CodeType:
    """The function's code with one node exchanged. Its decorators are left out: they wrap the function already."""
    place = [inner for inner in ast.walk(function) if inner is not function].index(old)
    original = copy.deepcopy(function)
    node = [inner for inner in ast.walk(original) if inner is not original][place]
    original = Put(node, copy.deepcopy(new)).visit(original)
    original.decorator_list = []
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    module = ast.fix_missing_locations(ast.Module(body=[*imports, original], type_ignores=[]))
    compiled = compile(module, path, "exec")
    return next(code for code in compiled.co_consts if isinstance(code, CodeType) and code.co_name == function.name)


def with_code(function: FunctionType, code: CodeType) -> Patch:
    """The function with other code."""

    @contextmanager
    def patch() -> Iterator[None]:
        kept = function.__code__
        function.__code__ = code
        try:
            yield
        finally:
            function.__code__ = kept

    return patch


# ---- the judgement --------------------------------------------------------------------------------


def too_long(*_: object) -> None:
    """A mutant that never ends is noticed too."""
    raise TimeoutError


def noticed_by(told: list[Story]) -> str | None:
    """The first story whose plan is not as told. It moves to the front: what it noticed once it may notice again."""
    for place, story in enumerate(told):
        signal.setitimer(signal.ITIMER_VIRTUAL, 3)
        try:
            wrong = bool(story.complaints(story.plan()))
        except Exception:  # noqa: BLE001 - a mutant may fail in any way: it is noticed
            wrong = True
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if wrong:
            told.insert(0, told.pop(place))
            return story.name
    return None


def all_mutants() -> Iterator[Mutant]:
    """Every mutant of the table, the events and the code."""
    yield from of_the_table()
    yield from of_the_events()
    for module in MODULES:
        yield from of_the_code(module)


def test_every_mutant_is_noticed_by_a_story() -> None:
    signal.signal(signal.SIGVTALRM, too_long)
    began, told, survivors, count = time.perf_counter(), list(all_stories()), set(), 0
    assert not any(story.complaints(story.plan()) for story in told), "the stories have to be green first"
    for mutant in all_mutants():
        count += 1
        with mutant.patch():
            if not noticed_by(told):
                survivors.add(mutant.name)
    print(f"\n{count} mutants, {count - len(survivors)} noticed, {time.perf_counter() - began:.0f} s")  # noqa: T201
    print(*sorted(survivors - EQUIVALENT.keys()), sep="\n")  # noqa: T201
    assert survivors == EQUIVALENT.keys()
