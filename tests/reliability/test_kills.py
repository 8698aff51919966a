"""kill -9 of the server during edits, again and again: every edit that was answered is there afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Thread
from time import sleep

import httpx
import pytest

from running import running

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

    draft: str
    sent: int = 0
    answered: int = 0
    refused: list[str] = field(default_factory=list)

    def type(self, url: str) -> None:
        """Until the server is gone."""
        with httpx.Client(base_url=url, headers={"If-Match": "*"}, timeout=30) as client:
            while True:
                self.sent += 1
                try:
                    answer = client.put(self.draft, json={"subject": "Thank you", "body": f"edit {self.sent}"})
                except httpx.TransportError:
                    return
                if answer.is_success:
                    self.answered = self.sent
                else:
                    self.refused.append(answer.text)
                    return

    def read(self, url: str) -> int:
        """The number of the edit that is stored; 0 for none."""
        edited = httpx.get(url + self.draft).raise_for_status().json()["edited"]
        return int(edited["body"].split()[1]) if edited else 0


@pytest.mark.slow
def test_every_answered_edit_survives_a_kill(tmp_path: Path, count: Callable[[str], int]) -> None:
    chance, kills = Random(20260311), count("kills")
    with running(tmp_path / "data") as server:
        made = httpx.post(f"{server.url}/api/v1/interviews", json=INTERVIEW).raise_for_status().json()["id"]
    typists = [Typist(f"/api/v1/interviews/{made}/steps/{key}/draft") for key in KEYS]
    for _ in range(kills):
        before = sum(typist.answered for typist in typists)
        with running(tmp_path / "data") as server:
            threads = [Thread(target=typist.type, args=(server.url,)) for typist in typists]
            for thread in threads:
                thread.start()
            sleep(chance.uniform(0.2, 0.8))
            server.kill()
            for thread in threads:
                thread.join()
        assert not [typist.refused for typist in typists if typist.refused]
        assert sum(typist.answered for typist in typists) > before, "nothing was edited before the kill"
        with running(tmp_path / "data") as server:
            for typist in typists:
                assert typist.answered <= typist.read(server.url) <= typist.sent
