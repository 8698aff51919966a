"""kill -9 of the server during edits, again and again: every edit that was answered is there afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from threading import Thread
from time import sleep

import httpx
import pytest

from running import HTTP, Server, running

KEYS = ("r1.hiring-manager", "r1.group")
INTERVIEW = {
    "company": {"name": "Acme", "country": "US", "timezone": "America/New_York"},
    "role": "Staff Engineer",
    "participants": [
        {"id": "dana", "name": "Dana Whitcombe", "email": "dana@acme.example", "part": "hiring_manager"},
        {"id": "priya", "name": "Priya Nair", "email": "priya@acme.example", "part": "hr"},
        {"id": "sam", "name": "Sam Okafor", "email": "sam@acme.example", "part": "interviewer"},
        {"id": "lee", "name": "Lee Brandt", "email": "lee@acme.example", "part": "interviewer"},
    ],
    "rounds": [{"id": "r1", "starts_at": "2026-03-11T10:00:00-04:00", "ends_at": "2026-03-11T15:00:00-04:00"}],
}


@dataclass(slots=True)
class Typist:
    """Types into one draft as fast as the server answers: edit 1, edit 2, ..."""

    key: str
    interview: str = ""
    sent: int = 0
    answered: int = 0
    fresh: bool = False  # answered since the server's start
    refused: str = ""

    @property
    def draft(self) -> str:
        """The address of the draft."""
        return f"/api/v1/interviews/{self.interview}/steps/{self.key}/draft"

    def type(self, url: str) -> None:
        """Until the server is gone."""
        with httpx.Client(base_url=url, headers={"If-Match": "*"}, timeout=60) as client:
            while True:
                self.sent += 1
                try:
                    answer = client.put(self.draft, json={"subject": "Thank you", "body": f"edit {self.sent}"})
                except httpx.TransportError:
                    return
                if answer.is_success:
                    self.answered, self.fresh = self.sent, True
                else:
                    self.refused = answer.text
                    return

    def read(self, url: str) -> int:
        """The number of the edit that is stored; 0 for none."""
        edited = HTTP.get(url + self.draft).raise_for_status().json()["edited"]
        return int(edited["body"].split()[1]) if edited else 0


@pytest.mark.slow
def test_every_answered_edit_survives_a_kill(tmp_path: Path, count: Callable[[str], int]) -> None:
    chance, typists = Random(20260311), [Typist(key) for key in KEYS]
    for _ in range(count("kills")):
        with running(tmp_path / "data") as server:
            check(typists, server)
            threads = [Thread(target=typist.type, args=(server.url,)) for typist in typists]
            for thread in threads:
                thread.start()
            while not all(typist.fresh or typist.refused for typist in typists):
                sleep(0.01)
            sleep(chance.uniform(0, 0.3))
            server.kill()
            for thread in threads:
                thread.join()
        assert not [typist.refused for typist in typists if typist.refused]
    with running(tmp_path / "data") as server:
        check(typists, server)


def check(typists: list[Typist], server: Server) -> None:
    """Whatever was answered is there, at the first time nothing is."""
    if not typists[0].interview:
        made = HTTP.post(f"{server.url}/api/v1/interviews", json=INTERVIEW).raise_for_status().json()["id"]
        for typist in typists:
            typist.interview = made
    for typist in typists:
        assert typist.answered <= typist.read(server.url) <= typist.sent
        typist.fresh = False
