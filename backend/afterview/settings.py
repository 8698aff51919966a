"""What a person may set from outside, as environment variables that begin with AFTERVIEW_.

| variable | meaning |
|---|---|
| AFTERVIEW_DATA | the folder of the database; by default the platform's folder for a user's data, never the checkout |
| AFTERVIEW_HOSTS | more names under which the server may be called, separated by commas or spaces |
| AFTERVIEW_DATABASE_URL | another database than SQLite in the data folder, as SQLAlchemy writes it |
"""

from pathlib import Path
from typing import Annotated

from platformdirs import user_data_path
from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Settings(BaseSettings):
    """The settings of one server. Arguments win over the environment: tests pass them."""

    model_config = SettingsConfigDict(env_prefix="AFTERVIEW_", env_ignore_empty=True, frozen=True, extra="forbid")

    data: Path = Field(default_factory=lambda: user_data_path("afterview", appauthor=False))
    hosts: Annotated[frozenset[str], NoDecode] = frozenset()
    database_url: str | None = None

    @field_validator("data")
    @classmethod
    def _absolute(cls, folder: Path) -> Path:
        return folder.expanduser().absolute()

    @field_validator("hosts", mode="before")
    @classmethod
    def _split(cls, hosts: object) -> object:
        return frozenset(hosts.replace(",", " ").lower().split()) if isinstance(hosts, str) else hosts

    @property
    def database(self) -> str:
        """The SQLAlchemy URL of the database: SQLite in the data folder unless another one is set."""
        return self.database_url or f"sqlite:///{self.data / 'afterview.db'}"
