"""Tokens over HTTP: the page's way in, and a list of one's own. They are made on the machine that serves."""

from __future__ import annotations

from fastapi import Request, Response

from afterview.api.access import COOKIE, holder_of
from afterview.api.deps import JSON, Here_, Stored, noun
from afterview.api.problems import answers
from afterview.api.schemas.tokens import SessionOut, SignIn, TokenPage
from afterview.services import tokens as services
from afterview.store.tokens import read_tokens

router = noun("access")
YEAR = 365 * 24 * 60 * 60


@router.get("/session", response_model=SessionOut)
def read_session(here: Here_) -> SessionOut:
    """Who you are to this server, and what you may do: 401 where it wants a token and got none."""
    return SessionOut(owner=here.owner, scope=here.caller.scope)


@router.post("/session", response_model=SessionOut, responses=answers(400, 401, 413, 415))
async def sign_in(request: Request, response: Response, body: SignIn) -> SessionOut:
    """Give a browser the token once: it keeps it in a cookie that no script can read. Programs send the header."""
    holder = await holder_of(request, body.token)
    secure = request.headers.get("origin", "").startswith("https:")
    response.set_cookie(COOKIE, body.token, YEAR, httponly=True, samesite="strict", secure=secure)
    return SessionOut(owner=holder.owner, scope=holder.scope)


@router.delete("/session", status_code=204)
async def sign_out() -> Response:
    """Let the browser forget the token. The token itself stays good until it is revoked."""
    response = Response(status_code=204)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


@router.get("/tokens", response_model=TokenPage)
def list_tokens(here: Here_) -> Response:
    """Your tokens, the newest first, without their secrets, which nobody has."""
    with here.read() as unit:
        return Response(read_tokens(unit), media_type=JSON)


@router.delete("/tokens/{token_id}", status_code=204, responses=answers(404))
def revoke_token(here: Here_, token_id: Stored) -> Response:
    """Make a token good for nothing, from the next request on. This can't be undone, so it needs no If-Match."""
    services.revoke_token(here.database, here.owner, token_id)
    return Response(status_code=204)
