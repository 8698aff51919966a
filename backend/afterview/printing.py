"""A plan and its faults as lines for a terminal. What comes in is what `POST /api/v1/plan` answers."""

from collections.abc import Iterable
from datetime import date
from textwrap import wrap
from typing import Any

STATE = 9  # columns: the longest state is "withdrawn"
DAY = 14  # columns: Wed 2026-03-18
NARROWEST = 40


def plan_table(plan: dict[str, Any], facts: dict[str, Any], width: int) -> str:
    """The steps in their order: day, state, title and people, then why, then what stands in the way."""
    interview = facts["interview"]
    head = f"{interview['role']} at {interview['company']['name']} · {plan['status']} · {_day(plan['today'])}"
    room = max(width - DAY - STATE - 4, NARROWEST)
    blocks = [[head], *(_step(step, room) for step in plan["steps"])]
    if plan["advice"]:
        blocks.append(["Worth doing:", *_points((remark["message"] for remark in plan["advice"]), width)])
    if plan["not_planned"]:
        left_out = (f"{one['rule']}: {one['why']}" for one in plan["not_planned"])
        blocks.append(["Not planned:", *_points(left_out, width)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _step(step: dict[str, Any], room: int) -> list[str]:
    lines = wrap(step["title"], room)
    if people := _people(step):
        lines += wrap(people, room)
    lines += wrap(step["why"], room)
    for remark in step["blocked_by"]:
        lines += wrap(f"! {remark['message']}", room, subsequent_indent="  ")
    first, *rest = lines
    day = _day(step["due_on"]) if step["due_on"] else ""
    return [f"{day:{DAY}}  {step['state']:{STATE}}  {first}", *(f"{'':{DAY + STATE + 4}}{line}" for line in rest)]


def _people(step: dict[str, Any]) -> str:
    to, cc = (", ".join(person["name"] for person in step[field]) for field in ("to", "cc"))
    return "; ".join(f"{label} {names}" for label, names in (("to", to), ("cc", cc)) if names)


def _points(texts: Iterable[str], width: int) -> list[str]:
    return [line for text in texts for line in wrap(f"* {text}", max(width, NARROWEST), subsequent_indent="  ")]


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%a} {text}"


def faults(problem: dict[str, Any]) -> str:
    """What is wrong with the facts, one line each, with its JSON pointer."""
    lines = [f"{fault['pointer'] or '/'}: {fault['detail']}" for fault in problem.get("errors", [])]
    return "\n".join(lines or [problem["detail"]])
