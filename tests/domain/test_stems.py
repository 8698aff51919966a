"""One word in all its forms has one stem: what a note says in one form, a mail says in another."""

import pytest

from afterview.domain.stems import stem, telling_stems


@pytest.mark.parametrize(
    "forms",
    [
        "deploy deploys deployed deploying",
        "ship ships shipped shipping",
        "study studies studied studying",
        "restore restores restored restoring",
        "latency latencies",
        "process processes processing",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


def test_words_of_every_mail_tell_nothing_unless_there_are_no_others() -> None:
    assert telling_stems("thank you for the restored boats") == {"restor", "boat"}
    assert telling_stems("thank you for the interview")
