"""The server on a newcomer's machine: a sentence for whatever stands in its way, and no way in for other web pages."""

import json
import os
import signal
import socket
import sys
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest

from afterview.cli import main
from afterview.serve import is_loopback
from afterview.settings import Settings
from afterview.store.tables.engines import address_of
from running import HTTP, Forked, Server, running

AFTERVIEW = [sys.executable, "-m", "afterview", "serve", "--no-open"]


def attempt(data: Path, *arguments: str) -> tuple[int, str]:
    """Exit code and standard error of a start that is not to succeed."""
    env, log = {**os.environ, "AFTERVIEW_DATA": str(data)}, data.with_name("said")
    process = Forked(afterview, "serve", "--no-open", *arguments, log=log, environment=env)
    process.stdout.close()
    return process.wait(60), log.read_text(encoding="utf-8")


def afterview(*arguments: str) -> None:
    """The command, in a process that has imported it."""
    main(list(arguments))


def test_a_second_server_on_the_same_data_says_where_the_first_is(server: Server) -> None:
    code, said = attempt(server.data, "--port", "0")
    assert code == 1
    assert server.url in said
    assert "AFTERVIEW_DATA" in said
    assert "Traceback" not in said


def test_a_data_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    code, said = attempt(tmp_path / "file")
    assert code == 1
    assert said.startswith("afterview: The data folder")
    assert "Traceback" not in said


def test_a_taken_port_gives_the_next_free_one_and_the_server_stops_when_told_to(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = (*AFTERVIEW, "--port", str(port))
        with running(tmp_path / "data", command=command) as server:
            assert int(server.url.rsplit(":", 1)[1]) > port
            server.process.terminate()
            assert server.process.wait(10) in {0, -signal.SIGTERM}
            with pytest.raises(httpx.ConnectError):
                HTTP.get(server.url)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [("ORIGINS", "app.example", "is no origin"), ("DATABASE_PASSWORD_FILE", "/nowhere/at/all", "can't be read")],
)
def test_a_setting_that_makes_no_sense_is_a_sentence(
    tmp_path: Path, name: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"AFTERVIEW_{name}", value)
    code, said = attempt(tmp_path / "data")
    assert code == 2
    assert said.startswith(f"afterview: AFTERVIEW_{name}: ")
    assert says in said
    assert "Traceback" not in said


def test_the_password_of_the_database_comes_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("p@ss/w:rd%\n")
    url = "postgresql://afterview@database/afterview"
    settings = Settings(database_url=url, database_password_file=tmp_path / "password")
    assert address_of(settings.database).password == "p@ss/w:rd%"
    assert address_of(settings.database).host == "database"


@pytest.mark.parametrize("port", ["70000", "-1", "eight"])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: str) -> None:
    code, said = attempt(tmp_path / "data", f"--port={port}")
    assert code == 2
    assert "is no port" in said


def test_other_machines_get_in_only_under_a_name_that_was_given_and_with_a_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = attempt(tmp_path / "data", "--host", "0.0.0.0")
    assert code == 1
    assert "AFTERVIEW_HOSTS" in said
    monkeypatch.setenv("AFTERVIEW_HOSTS", "plan.example")
    code, said = attempt(tmp_path / "data", "--host", "0.0.0.0")
    assert code == 1
    assert "afterview token create" in said


@pytest.mark.parametrize(
    ("host", "is_one"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True)]
    + [(host, False) for host in ("0.0.0.0", "::", "192.168.0.1", "plan.example", "", "localhost.example")],
)
def test_only_an_address_that_this_machine_alone_reaches_needs_no_token(host: str, is_one: bool) -> None:
    assert is_loopback(host) is is_one


def test_what_the_server_keeps_is_for_its_user_alone(server: Server) -> None:
    kept = [server.data / "in-use", *server.data.glob("afterview.db*")]
    assert {path.stat().st_mode & 0o077 for path in kept} == {0}


@pytest.mark.parametrize("path", ["/", "/api/v1/health", "/api/nope", "/assets/nope.js"])
def test_every_answer_carries_the_headers_that_keep_it_in(server: Server, path: str) -> None:
    headers = HTTP.get(server.url + path).headers
    assert headers["content-security-policy"].startswith("default-src 'self'; object-src 'none'; base-uri 'none';")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    assert (headers.get("cache-control") == "no-store") is path.startswith("/api/")


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/nope", "/api/v1/nope", "/api/v1/interviews/nope"])
def test_the_api_never_answers_with_a_page(server: Server, path: str) -> None:
    answer = HTTP.get(server.url + path, headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_refusal_is_a_problem_that_says_what_to_do(server: Server) -> None:
    for extra, status in (
        ({"Host": "evil.example"}, 400),
        ({"Origin": "http://evil.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Content-Type": "text/plain"}, 415),
    ):
        answer = HTTP.post(f"{server.url}/api/v1/plan", content="{}", headers=extra)
        problem = answer.json()
        assert (answer.status_code, problem["status"]) == (status, status)
        assert answer.headers["content-type"] == "application/problem+json"
        assert {"type", "title", "detail"} <= set(problem)


def test_no_unsafe_operation_can_be_reached_from_another_page(server: Server) -> None:
    contract = json.loads(HTTP.get(f"{server.url}/api/v1/openapi.json").text)
    unsafe = [
        (m, path) for path, item in contract["paths"].items() for m in item if m not in {"get", "head", "options"}
    ]
    assert unsafe
    with httpx.Client(base_url=server.url, timeout=60, headers={"Content-Type": "application/json"}) as client:
        for method, path in unsafe:
            for extra in ({"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
                answer = client.request(method, path.replace("{", "").replace("}", ""), content="{}", headers=extra)
                assert answer.status_code == 403, (method, path, extra)
            assert client.request(method, path, content="{}", headers={"Host": "evil.example"}).status_code == 400


def test_who_sends_too_much_at_once_gets_the_answer_nevertheless(server: Server) -> None:
    """A client that first sends everything would otherwise see only a closed connection."""
    host, port = server.url.removeprefix("http://").split(":")
    connection = HTTPConnection(host, int(port), timeout=30)
    connection.request("POST", "/api/v1/plan", b"x" * 6 * 1024 * 1024, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    assert (answer.status, json.loads(answer.read())["type"]) == (413, "/problems/too-large")
    connection.close()
