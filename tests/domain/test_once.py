"""What a request that may be sent again is known by."""

from afterview.domain.once import Answer, Asked


def test_a_key_counts_for_one_route() -> None:
    assert Asked("POST /contacts", "k1", "f") != Asked("POST /interviews", "k1", "f")


def test_an_answer_without_a_text_was_erased() -> None:
    erased = Answer("f", 201)
    assert (erased.body, erased.headers) == (None, {})
