"""The page: the built single-page app, packed once, kept in memory and served with validators.

Plain ASGI. The app's own routes all answer index.html; whatever lies under /api goes on to the API.
"""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from afterview.web import answer, is_api

KINDS = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
IMMUTABLE = "public, max-age=31536000, immutable"  # Vite puts a hash of the content into the names under /assets
PLAIN = (("Content-Type", "text/plain; charset=utf-8"),)


@dataclass(frozen=True, slots=True)
class File:
    """One file of the page, ready to send: its bytes once as they are and, where that is smaller, once packed."""

    body: bytes
    packed: bytes | None
    etag: str
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, path: Path, url: str) -> "File":
        """Read and pack a file once; `url` decides how long a browser may keep it."""
        return cls.of(path.read_bytes(), path.suffix, IMMUTABLE if url.startswith("/assets/") else "no-cache")

    @classmethod
    def of(cls, body: bytes, suffix: str, kept: str = "no-cache") -> "File":
        """Pack what is to be sent once. `kept` is the answer's Cache-Control."""
        packed = gzip.compress(body, 9, mtime=0)
        kind = KINDS.get(suffix, "application/octet-stream")
        headers = (("Content-Type", kind), ("Cache-Control", kept), ("Vary", "Accept-Encoding"))
        return cls(body, packed if len(packed) < len(body) else None, hashlib.sha256(body).hexdigest()[:20], headers)

    async def __call__(self, scope: Scope, send: Send) -> None:
        """Answer 200, or 304 to who has it already."""
        headers = Headers(scope=scope)
        packed = self.packed if "gzip" in headers.get("accept-encoding", "") else None
        etag = f'"{self.etag}-gzip"' if packed else f'"{self.etag}"'
        fields = [*self.headers, ("ETag", etag)]
        if etag in headers.get("if-none-match", ""):
            await answer(send, 304, fields, b"")
            return
        body = packed or self.body
        fields += [("Content-Encoding", "gzip")] if packed else []
        await answer(send, 200, fields, body)


def page_folder() -> Path:
    """The built page: inside the package when it was installed from a wheel, else in the checkout."""
    packaged = Path(__file__).parent / "static"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "frontend" / "dist"


class Page:
    """The single-page app, read into memory once; its own routes all answer index.html."""

    def __init__(self, inner: ASGIApp, folder: Path) -> None:
        self.inner = inner
        paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        urls = {f"/{path.relative_to(folder).as_posix()}": path for path in paths}
        self.files = {url: File.read(path, url) for url, path in urls.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, or pass on what is for the API."""
        if scope["type"] != "http" or is_api(scope["path"]):
            await self.inner(scope, receive, send)
        elif scope["method"] not in {"GET", "HEAD"}:
            await answer(
                send, 405, (*PLAIN, ("Allow", "GET, HEAD")), b"The page is only read. The API is under /api/v1.\n"
            )
        elif file := self.find(scope):
            await file(scope, send)
        elif not self.files:
            await answer(send, 503, PLAIN, b"The page isn't built yet. Start Afterview with: python3 dev.py run\n")
        else:
            await answer(send, 404, PLAIN, b"There is no such file.\n")

    def find(self, scope: Scope) -> File | None:
        """The file of that name, else the app itself, unless a script, a style or a picture was asked for.

        Keys of steps hold dots, so the end of a path tells little; a browser that wants a page says so.
        """
        path = scope["path"]
        if path in self.files:
            return self.files[path]
        wants_page = "text/html" in Headers(scope=scope).get("accept", "")
        if path.startswith("/assets/") or (Path(path).suffix in KINDS and not wants_page):
            return None
        return self.files.get("/index.html")
