"""Templates of the user's own, by kind of step: every one that was kept, the newest is the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select, tuple_

from afterview.domain.templating.own import OwnTemplate
from afterview.store.tables import TemplateRow, Unit, columns, json_list, json_object

if TYPE_CHECKING:
    from sqlalchemy import Row

template = columns(TemplateRow)
_TEMPLATE: Final = json_object(**{name: template[name] for name in ("version", "subject", "body", "created_at")})


def load_templates(unit: Unit) -> dict[str, OwnTemplate]:
    """The user's own templates that hold now, by kind."""
    return {row.kind: OwnTemplate(row.subject or "", row.body) for row in _newest(unit) if row.body is not None}


def template_versions(unit: Unit) -> dict[str, tuple[int, str]]:
    """The version of each kind that was ever changed, and when that was."""
    return {row.kind: (row.version, row.created_at) for row in _newest(unit)}


def _newest(unit: Unit) -> list[Row[tuple[str, int, str | None, str | None, str]]]:
    mine = template.owner_id == unit.owner
    last = select(template.kind, func.max(template.version)).where(mine).group_by(template.kind)
    rows = select(template.kind, template.version, template.subject, template.body, template.created_at)
    return list(unit.session.execute(rows.where(mine, tuple_(template.kind, template.version).in_(last))))


def add_template(unit: Unit, kind: str, version: int, own: OwnTemplate | None) -> None:
    """Keep a template as the present one; None: the original is the present one again."""
    subject, body = (own.subject, own.body) if own else (None, None)
    place = {"owner_id": unit.owner, "kind": kind, "created_at": unit.stamp}
    unit.session.add(TemplateRow(**place, version=version, subject=subject, body=body))
    unit.session.flush()


def read_template_history(unit: Unit, kind: str) -> str:
    """The templates of a kind that were kept, the newest first: the last 200."""
    mine = (template.owner_id == unit.owner) & (template.kind == kind) & template.body.is_not(None)
    rows = select(_TEMPLATE).where(mine).order_by(template.version.desc()).limit(200)
    return f'{{"items":{unit.session.scalar(select(json_list(rows)))},"next":null}}'
