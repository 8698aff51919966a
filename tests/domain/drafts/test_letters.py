"""The letters of a dozen interviews, read aloud and accepted (`python tests/drafting.py` rewrites them)."""

from dataclasses import replace
from pathlib import Path

import pytest

from afterview.domain.checks import Severity, check_draft
from afterview.domain.policy import Policy
from drafting import CASES, FOLDER, all_steps, case, draft, letters, middle, with_pitch


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_letters_are_the_accepted_ones(path: Path) -> None:
    assert letters(path) == (FOLDER / "letters" / f"{path.stem}.txt").read_text("utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_lengths_keep_the_bands(path: Path) -> None:
    facts, profile = case(path)
    for step in all_steps(facts):
        subject, body = draft(step, facts, profile)
        if "invite" in step.key:
            assert (subject, len(body) <= 200) == ("", True)
            continue
        assert 0 < len(subject) <= 78
        if step.key == "call.1":
            continue
        words = len(body.split("\n-- \n")[0].split())
        least = 30 if step.key.startswith("answer") else 40
        assert least <= words <= 220, (step.key, words)
        text = middle(body)
        assert len(text.split("\n\n")) <= 5
        assert all(len(paragraph.split()) <= 80 for paragraph in text.split("\n\n"))


class EveryWord:
    """A dictionary that knows every word: spelling is not what is looked at here."""

    def knows(self, word: str) -> bool:
        return bool(word)

    def nearest(self, word: str) -> str | None:
        return None if word else word


UNAVOIDABLE = {
    "C18": "the notes that there are can't be woven",
    "C22": "no selling point is left",
    "C46": "the case's own name has a comma",
}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_our_own_checks_block_no_letter(path: Path) -> None:
    facts, profile = case(path)
    for bare in all_steps(facts):
        copies = ("onsite.hiring", "follow-up", "continuing", "decline", "withdrawal")
        step = replace(
            with_pitch(bare, facts, profile), cc=facts.participants[1:2] if bare.key.startswith(copies) else ()
        )
        subject, body = draft(step, facts, profile)
        found = check_draft(
            subject, body, step=step, interview=facts, profile=profile, policy=Policy(), known_words=EveryWord()
        )
        blocks = [one for one in found if one.severity is Severity.BLOCK and one.check not in UNAVOIDABLE]
        assert not blocks, step.key
