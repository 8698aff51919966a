"""The English dictionary: American, British, today's work; slips are not known, and have a neighbour."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from afterview.formats.spelling import English

ENGLISH = English()


@pytest.mark.parametrize(
    "word",
    ["conversation", "colour", "organised", "analyse", "catalogue", "travelling", "sceptical", "fulfil", "licence",
     "rollouts", "runbook", "idempotency", "bikepacking", "remeeting", "doesn't", "dana's", "candidate's"],
)  # fmt: skip
def test_right_words_are_known(word: str) -> None:
    assert ENGLISH.knows(word)


@pytest.mark.parametrize(
    ("word", "right"),
    [("recieve", "receive"), ("interveiw", "interview"), ("seperate", "separate"), ("oppurtunity", "opportunity"),
     ("convorsation", "conversation"), ("thier", "their"), ("calender", "calendar"), ("realy", "real")],
)  # fmt: skip
def test_slips_are_unknown_and_have_a_neighbour(word: str, right: str) -> None:
    assert not ENGLISH.knows(word)
    nearest = ENGLISH.nearest(word)
    assert nearest
    assert nearest[:3] == right[:3]


def test_a_word_far_from_all_others_has_no_neighbour() -> None:
    assert ENGLISH.nearest("qqzzxxjj") is None
    assert ENGLISH.nearest("x" * 50) is None
    assert not ENGLISH.knows("x" * 50)


def test_the_dictionary_is_not_read_before_the_first_question() -> None:
    told = "import sys, afterview.formats.spelling as s; s.English(); print('spellchecker' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_list_is_read_once_however_many_ask_at_once() -> None:
    english = English()
    with ThreadPoolExecutor(4) as threads:
        lists = list(threads.map(lambda _: english.read(), range(4)))
    assert all(one is lists[0] for one in lists)
