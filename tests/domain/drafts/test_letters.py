"""The letters of a dozen interviews, read aloud and accepted (`python tests/drafting.py` rewrites them)."""

from pathlib import Path

import pytest

from drafting import CASES, FOLDER, all_steps, case, draft, letters, middle


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
