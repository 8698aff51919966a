"""The app: settings in, ASGI out. Everything that runs once when a server starts stands here."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from threading import Thread

import anyio.to_thread
from fastapi import FastAPI
from starlette.types import ASGIApp

from afterview.api import install
from afterview.clock import Clock, utc_now
from afterview.cors import Cors
from afterview.docs import Docs
from afterview.formats.daysoff import countries
from afterview.page import Page, page_folder
from afterview.services.steps import ENGLISH
from afterview.settings import Settings
from afterview.store.migrate import migrate
from afterview.store.owners import LOCAL
from afterview.store.session import Database
from afterview.web import LARGEST_BODY, Guard, Headers

THREADS = 4  # more cost throughput and the tail: see the measurements in ARCHITECTURE.md


class Afterview(FastAPI):
    """FastAPI within the page and the guard. They stand outside its error handling: a 500 has their headers too."""

    def build_middleware_stack(self) -> ASGIApp:
        """Wrap what FastAPI builds."""
        settings: Settings = self.state.settings
        page = Page(super().build_middleware_stack(), page_folder())
        guard = Guard(Docs(page, self.openapi), settings.hosts, settings.origins, loopback=self.state.loopback)
        return Headers(Cors(guard, settings.origins))


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Bring the database up to date before the first request; keep the thread pool small and the heap quiet."""
    migrate(app.state.settings.database)
    app.state.database.welcome(LOCAL)
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
    gc.collect()
    gc.freeze()
    Thread(target=read_ahead, name="read-ahead", daemon=True).start()
    yield
    app.state.database.close()


def read_ahead() -> None:
    """What the first plan would wait for, a second on a slow machine: the countries with holidays, the dictionary."""
    countries()
    ENGLISH.read()


def create_app(settings: Settings, clock: Clock = utc_now, *, loopback: bool = True) -> FastAPI:
    """The whole server for one set of settings. `clock` is what the server takes for the present.

    Without `loopback` it listens to other machines too, and wants a token of everybody.
    """
    app = Afterview(
        title="Afterview",
        version=version("afterview"),
        summary="From an interview invitation to a dated plan of follow-ups with drafts.",
        contact={"name": "Afterview contributors"},
        license_info={"name": "MIT", "identifier": "MIT"},
        servers=[{"url": "/", "description": "This server"}],
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # the interactive pages load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        max_body_size=LARGEST_BODY,
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.state.clock = clock
    app.state.loopback = loopback
    app.state.database = Database(settings.database, clock)
    install(app)
    return app
