"""What a person may set from outside, as environment variables that begin with AFTERVIEW_.

| variable | meaning |
|---|---|
| AFTERVIEW_DATA | the folder of the database; by default the platform's folder for a user's data, never the checkout |
| AFTERVIEW_HOSTS | more names under which the server may be called, separated by commas or spaces |
| AFTERVIEW_ORIGINS | other web apps that may use the API from a browser, as `https://app.example`; none without it |
| AFTERVIEW_DATABASE_URL | another database than SQLite in the data folder, as SQLAlchemy writes it |
| AFTERVIEW_DATABASE_PASSWORD_FILE | a file that holds the password for that address, and nothing else |
"""

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, urlsplit

from platformdirs import user_data_path
from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Settings(BaseSettings):
    """The settings of one server. Arguments win over the environment: tests pass them."""

    model_config = SettingsConfigDict(env_prefix="AFTERVIEW_", env_ignore_empty=True, frozen=True, extra="forbid")

    data: Path = Field(default_factory=lambda: user_data_path("afterview", appauthor=False))
    hosts: Annotated[frozenset[str], NoDecode] = frozenset()
    origins: Annotated[frozenset[str], NoDecode] = frozenset()
    database_url: str | None = None
    database_password_file: Path | None = None

    @field_validator("data")
    @classmethod
    def _absolute(cls, folder: Path) -> Path:
        return folder.expanduser().absolute()

    @field_validator("hosts", "origins", mode="before")
    @classmethod
    def _split(cls, names: object) -> object:
        return frozenset(names.replace(",", " ").lower().split()) if isinstance(names, str) else names

    @field_validator("origins")
    @classmethod
    def _are_origins(cls, origins: frozenset[str]) -> frozenset[str]:
        if strange := [one for one in origins if not re.fullmatch(r"https?://[^/?#@]+", one)]:
            raise ValueError(f"{strange[0]} is no origin: write a scheme and a host, such as https://app.example")
        return origins

    @field_validator("database_password_file")
    @classmethod
    def _can_be_read(cls, file: Path | None) -> Path | None:
        try:
            if file:
                file.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise ValueError(f"{file} can't be read as a text: {error}") from error
        return file

    @property
    def database(self) -> str:
        """The SQLAlchemy URL of the database: SQLite in the data folder unless another one is set."""
        url = self.database_url or f"sqlite:///{self.data / 'afterview.db'}"
        if self.database_password_file is None:
            return url
        parts = urlsplit(url)
        user, _, place = parts.netloc.rpartition("@")
        password = quote(self.database_password_file.read_text(encoding="utf-8").strip(), safe="")
        return parts._replace(netloc=f"{user}:{password}@{place}").geturl()
