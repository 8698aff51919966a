"""The tables and what all nouns need of them: rows, JSON made by the database, pages, the unit of work."""

from afterview.store.tables.addresses import contact_at
from afterview.store.tables.answers import AnswerRow
from afterview.store.tables.json import json_list, json_merged, json_object
from afterview.store.tables.lists import living, next_position
from afterview.store.tables.making import (
    CONTACT_FIELDS,
    contact_row,
    event_row,
    fill_contact,
    fill_event,
    fill_interview,
    fill_round,
    folded,
    new_id,
    note_row,
    round_row,
    times,
)
from afterview.store.tables.pages import Page, cursor_of, page_of, parts_of
from afterview.store.tables.rows import (
    ContactRow,
    DecisionRow,
    DraftRow,
    EventRow,
    InterviewRow,
    NoteRow,
    OwnerRow,
    ParticipantRow,
    PolicyRow,
    ProfileRow,
    RoundRow,
    Row,
    TemplateRow,
    columns,
)
from afterview.store.tables.unit import Unit
from afterview.store.tables.words import MOST, matching, words_of

__all__ = [
    "CONTACT_FIELDS",
    "MOST",
    "AnswerRow",
    "ContactRow",
    "DecisionRow",
    "DraftRow",
    "EventRow",
    "InterviewRow",
    "NoteRow",
    "OwnerRow",
    "Page",
    "ParticipantRow",
    "PolicyRow",
    "ProfileRow",
    "RoundRow",
    "Row",
    "TemplateRow",
    "Unit",
    "columns",
    "contact_at",
    "contact_row",
    "cursor_of",
    "event_row",
    "fill_contact",
    "fill_event",
    "fill_interview",
    "fill_round",
    "folded",
    "json_list",
    "json_merged",
    "json_object",
    "living",
    "matching",
    "new_id",
    "next_position",
    "note_row",
    "page_of",
    "parts_of",
    "round_row",
    "times",
    "words_of",
]
