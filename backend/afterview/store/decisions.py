"""What the user decided about steps, by interview and key; and every text that was ever acknowledged."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from afterview.domain.decisions import Decision, Edit
from afterview.domain.documents import to_document, to_value
from afterview.domain.errors import BadFacts, FieldError
from afterview.domain.texts import How
from afterview.store.tables import DecisionRow, DraftRow, Unit, columns, cursor_of, json_object, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from afterview.domain.decisions import Text

decision, draft = columns(DecisionRow), columns(DraftRow)
_DRAFT: Final = json_object(
    **{name: draft[name] for name in ("version", "how", "subject", "body", "base", "created_at")}
)

_DIGITS: Final = 19


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
    version = (_newest(unit, row)[0] or 0) + 1
    _append(unit, row, version, How.SAVED, edit)
    save_decision(unit, row, edit=to_document(edit), edit_version=version)
    return version


def keep_text(unit: Unit, row: DecisionRow, how: How, text: Text) -> None:
    """Append a text to the history that the user took as it stood; not twice in a row."""
    version, *newest = _newest(unit, row)
    if newest != [text.subject, text.body]:
        _append(unit, row, (version or 0) + 1, how, Edit(text.subject, text.body, text))


def _newest(unit: Unit, row: DecisionRow) -> tuple[int | None, str | None, str | None]:
    mine = (draft.owner_id == unit.owner) & (draft.interview_id == row.interview_id) & (draft.key == row.key)
    rows = select(draft.version, draft.subject, draft.body).where(mine).order_by(draft.version.desc()).limit(1)
    found = unit.session.execute(rows).one_or_none()
    return (found[0], found[1], found[2]) if found else (None, None, None)


def _append(unit: Unit, row: DecisionRow, version: int, how: How, edit: Edit) -> None:
    kept: dict[str, Any] = to_document(edit)
    place: dict[str, Any] = {"owner_id": unit.owner, "interview_id": row.interview_id, "key": row.key}
    unit.session.add(DraftRow(**place, version=version, how=how.value, created_at=unit.stamp, **kept))
    unit.session.flush()


def edit_version(unit: Unit, interview_id: str, key: str) -> int:
    """The version of the step's edit; 0 while there is none."""
    mine = (decision.owner_id == unit.owner) & (decision.interview_id == interview_id) & (decision.key == key)
    return unit.session.scalar(select(decision.edit_version).where(mine)) or 0


def read_history(unit: Unit, interview_id: str, key: str, limit: int, cursor: str | None) -> tuple[str, str | None]:
    """A page of the texts that were acknowledged for the step, the newest first, and the next cursor."""
    rows = select(_DRAFT, draft.version).where(
        draft.owner_id == unit.owner, draft.interview_id == interview_id, draft.key == key
    )
    if cursor is not None:
        rows = rows.where(draft.version < _version_of(cursor))
    found = unit.session.execute(rows.order_by(draft.version.desc()).limit(limit + 1)).all()
    shown = found[:limit]
    after = cursor_of(str(shown[-1][1])) if len(found) > limit else None
    return f'{{"items":[{",".join(row[0] for row in shown)}],"next":{json.dumps(after)}}}', after


def _version_of(cursor: str) -> int:
    (text,) = parts_of(cursor, 1)
    if not (text.isascii() and text.isdecimal() and len(text) < _DIGITS):
        raise BadFacts((FieldError("/cursor", "cursor", 'Take the cursor from "next" of the page before, unchanged.'),))
    return int(text)
