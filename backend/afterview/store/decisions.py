"""What the user decided about steps, by interview and key; and every text that was ever acknowledged."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from afterview.domain.decisions import Decision
from afterview.domain.documents import to_document, to_value
from afterview.store.tables import DecisionRow, DraftRow, Unit, columns, json_list, json_object

if TYPE_CHECKING:
    from collections.abc import Iterable

    from afterview.domain.decisions import Edit

decision, draft = columns(DecisionRow), columns(DraftRow)
_DRAFT: Final = json_object(**{name: draft[name] for name in ("version", "subject", "body", "base", "created_at")})


def load_decisions(unit: Unit, interview_id: str) -> dict[str, Decision]:
    """The decisions of one interview, by key."""
    return load_all_decisions(unit, [interview_id])[interview_id]


def load_all_decisions(unit: Unit, ids: Iterable[str] | None = None) -> defaultdict[str, dict[str, Decision]]:
    """The decisions of these interviews, or of all, by interview and key."""
    rows = select(decision).where(decision.owner_id == unit.owner)
    found: defaultdict[str, dict[str, Decision]] = defaultdict(dict)
    for row in unit.session.execute(
        rows if ids is None else rows.where(decision.interview_id.in_(list(ids)))
    ).mappings():
        made = to_value(Decision, dict(row))
        if made != Decision():
            found[row["interview_id"]][row["key"]] = made
    return found


def decision_row(unit: Unit, interview_id: str, key: str) -> DecisionRow:
    """The row of a step's decision, a new one where nothing was decided yet."""
    row = unit.session.get(DecisionRow, (unit.owner, interview_id, key))
    if row is None:
        row = DecisionRow(owner_id=unit.owner, interview_id=interview_id, key=key, overrides=[], updated_at=unit.stamp)
        unit.session.add(row)
        unit.session.flush()
    return row


def save_decision(unit: Unit, row: DecisionRow, **changes: Any) -> None:  # noqa: ANN401 - values of columns
    """Change what was decided, the text apart."""
    for name, value in changes.items():
        setattr(row, name, value)
    row.updated_at = unit.stamp
    unit.session.flush()


def save_edit(unit: Unit, row: DecisionRow, edit: Edit) -> int:
    """Keep the user's text, append it to the history, and give its version, which no text of this step had before."""
    mine = (draft.owner_id == unit.owner) & (draft.interview_id == row.interview_id) & (draft.key == row.key)
    version = (unit.session.scalar(select(func.max(draft.version)).where(mine)) or 0) + 1
    kept: dict[str, Any] = to_document(edit)
    unit.session.add(
        DraftRow(
            owner_id=unit.owner,
            interview_id=row.interview_id,
            key=row.key,
            version=version,
            created_at=unit.stamp,
            **kept,
        )
    )
    save_decision(unit, row, edit=kept, edit_version=version)
    return version


def edit_version(unit: Unit, interview_id: str, key: str) -> int:
    """The version of the step's edit; 0 while there is none."""
    mine = (decision.owner_id == unit.owner) & (decision.interview_id == interview_id) & (decision.key == key)
    return unit.session.scalar(select(decision.edit_version).where(mine)) or 0


def read_history(unit: Unit, interview_id: str, key: str) -> str:
    """Every text that was acknowledged for the step, the newest first: at most 200 of them."""
    rows = select(_DRAFT).where(draft.owner_id == unit.owner, draft.interview_id == interview_id, draft.key == key)
    texts = json_list(rows.order_by(draft.version.desc()).limit(200))
    return f'{{"items":{unit.session.scalar(select(texts))},"next":null}}'
