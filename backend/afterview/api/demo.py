"""The example candidate: for who wants to see a full timeline before typing anything."""

from __future__ import annotations

from fastapi import Request, Response

from afterview.api.deps import Here_, noun, once, page
from afterview.api.problems import answers
from afterview.api.schemas.interviews import InterviewPage
from afterview.services.demo import fill_demo
from afterview.store.interviews import read_interviews
from afterview.store.tables import Page

router = noun("service")


@router.post("/demo", status_code=201, response_model=InterviewPage, responses=answers(409))
@once
def make_demo(request: Request, here: Here_) -> Response:
    """Keep an example candidate with two interviews, dated around today; 409 where there are interviews already."""
    fill_demo(here.database, here.owner)
    with here.read() as unit:
        answer = page(request, *read_interviews(unit, Page("-updated_at")))
    answer.status_code = 201
    return answer
