"""How far apart two words are, as far as it matters: no further than two slips. Words over forty letters never compare."""

from __future__ import annotations

_LONGEST = 40


def slips(one: str, other: str, limit: int = 2) -> int:
    """Letters added, left out, exchanged or swapped with their neighbour; ``limit + 1`` where there are more."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > limit or max(len(one), len(other)) > _LONGEST:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
