"""Every text that was ever acknowledged can be had back: after edits, two tabs, changed facts, and reopening."""

import json
import random
from collections.abc import Callable
from dataclasses import replace

import pytest

import people
from afterview.domain.decisions import Text
from afterview.domain.errors import AfterviewError, NotFound, Stale
from afterview.domain.templating.own import OwnTemplate
from afterview.services import interviews, steps, templates
from afterview.services.steps import Wish
from afterview.store.decisions import read_history
from afterview.store.interviews import load_interview
from afterview.store.session import Database

KEYS = ("onsite.group", "onsite.personal.sam", "onsite.invite.lee", "follow-up.1", "onsite.hiring-manager")
LENGTH = 40


class Tab:
    """A page that shows some step's text and sends back what it saw: the present one or, unknowing, an old one."""

    def __init__(self) -> None:
        self.seen: dict[str, tuple[str, Text | None]] = {}

    def look(self, database: Database, made: str, key: str) -> None:
        with database.read("alice") as unit:
            try:
                draft, version = steps.find_draft(unit, made, key)
            except NotFound:
                return
        self.seen[key] = str(version), draft.generated


class World:
    """One interview, two tabs, and every text whose write was answered."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database, self.dice = database, random.Random(seed)
        self.made = interviews.create_interview(database, "alice", people.interview())
        self.tabs = (Tab(), Tab())
        self.acknowledged: set[tuple[str, str]] = set()
        self.refused: list[AfterviewError] = []
        self.count = 0

    def go_on(self) -> None:
        """One thing that a person, another tab or another program does."""
        do = self.dice.choice(
            (self.look, self.edit, self.edit, self.edit, self.drop, self.decide, self.change, self.order)
        )
        key = self.dice.choice(KEYS)
        try:
            do(self.dice.choice(self.tabs), key)
        except AfterviewError as error:
            self.refused.append(error)

    def look(self, tab: Tab, key: str) -> None:
        tab.look(self.database, self.made, key)

    def edit(self, tab: Tab, key: str) -> None:
        self.count += 1
        text = Text(f"Subject {self.count}", f"Words number {self.count}.")
        version, base = tab.seen.get(key, ("0", None))
        draft, new = steps.save_draft(self.database, "alice", self.made, key, frozenset({version}), text, base)
        self.acknowledged.add((key, text.body))
        tab.seen[key] = str(new), draft.generated

    def drop(self, tab: Tab, key: str) -> None:
        version, _ = tab.seen.get(key, ("0", None))
        steps.drop_draft(self.database, "alice", self.made, key, frozenset({version}))
        tab.seen[key] = "0", None

    def decide(self, _tab: Tab, key: str) -> None:
        state = self.dice.choice(("ready", "done", "skipped", "open"))
        with self.database.read("alice") as unit:
            draft, _ = steps.find_draft(unit, self.made, key)
        steps.change_state(self.database, "alice", self.made, key, Wish(state, reason="so"))
        if state == "ready":
            self.acknowledged.add((key, draft.text.body))

    def change(self, _tab: Tab, _key: str) -> None:
        """The facts change: the role, or whether Sam takes part, so that steps come and go."""
        with self.database.read("alice") as unit:
            now = load_interview(unit, self.made)
        if self.dice.random() < 1 / 2:
            role = self.dice.choice(("Staff Engineer", "Principal Engineer", "Lead"))
            interviews.change_interview(self.database, "alice", self.made, None, lambda old: replace(old, role=role))
        elif any(person.id == "sam" for person in now.participants):
            interviews.delete_participant(self.database, "alice", self.made, "sam", None)
        else:
            sam = next(person for person in people.interview().participants if person.id == "sam")
            interviews.put_participant(self.database, "alice", self.made, None, sam, notes=True)

    def order(self, _tab: Tab, key: str) -> None:
        own = self.dice.choice((None, OwnTemplate("", "{{ greeting }}\n\n{{ thanks }}\n\n{{ closing }}")))
        templates.save_template(self.database, "alice", "group" if "group" in key else "personal", None, own)

    def texts(self) -> set[tuple[str, str]]:
        """Every text that the history gives, in pages of three."""
        found = set()
        for key in KEYS:
            cursor = None
            while True:
                with self.database.read("alice") as unit:
                    page, cursor = read_history(unit, self.made, key, 3, cursor)
                found |= {(key, one["body"]) for one in json.loads(page)["items"]}
                if cursor is None:
                    break
        return found


def test_no_row_of_edits_loses_a_text_that_was_acknowledged(database: Database, count: Callable[[str], int]) -> None:
    for seed in range(count("texts")):
        world = World(database, seed)
        for _ in range(LENGTH):
            world.go_on()
        assert world.acknowledged
        assert world.acknowledged <= world.texts(), seed
        reopened = Database(database.engine.url, database.now)
        world.database = reopened
        assert world.acknowledged <= world.texts(), seed
        reopened.close()


def test_a_stale_tab_is_told_how_the_text_stands_now(database: Database) -> None:
    made = interviews.create_interview(database, "alice", people.interview())
    steps.save_draft(database, "alice", made, KEYS[0], frozenset({"0"}), Text("One", "One."), None)
    with pytest.raises(Stale) as stale:
        steps.save_draft(database, "alice", made, KEYS[0], frozenset({"0"}), Text("Two", "Two."), None)
    current = stale.value.extra["current"]
    assert isinstance(current, dict)
    assert (current["key"], current["body"], current["version"]) == (KEYS[0], "One.", 1)
