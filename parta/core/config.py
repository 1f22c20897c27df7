"""Settings that describe themselves: every room declares a struct, one file and the environment fill it.

A setting is a field of a `Settings` struct with a type, a default and a sentence. Its name in the
environment is `PARTA_<SECTION>_<FIELD>`, its place in `parta.toml` is `[section] field`; the core's own
section is the top level. Later wins: default < file < environment. A name nobody declared or a value
that does not fit stops the start, and all such mistakes are told at once, each by name.
"""

import typing
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta

from parta.core.config_sources import Given, Settings, declare, file_named, from_environment, from_file, read
from parta.core.config_values import Secret, show, type_name

__all__ = ["Configuration", "ConfigurationError", "CoreSettings", "Secret", "Setting", "Settings"]


class CoreSettings(Settings, section=""):
    """Where Parta listens, keeps its data and writes its log."""

    name: Annotated[str, Meta(description="The name of this installation, shown to people.")] = "Parta"
    host: Annotated[
        str,
        Meta(description="The address to listen on; 0.0.0.0 opens Parta to the network."),
    ] = "127.0.0.1"
    port: Annotated[
        int,
        Meta(ge=0, le=65535, description="The port to listen on; 0 takes a free one."),
    ] = 8000
    public_url: Annotated[
        str | None,
        Meta(
            description="The address people open, e.g. https://parta.school.example; by default http://host:port."
        ),
    ] = None
    trusted_proxies: Annotated[
        tuple[str, ...],
        Meta(description="Addresses of reverse proxies whose X-Forwarded-* headers are believed."),
    ] = ("127.0.0.1", "::1")
    data_dir: Annotated[
        Path,
        Meta(description="The folder with everything worth a backup: database, files, log."),
    ] = Path("data")
    database_url: Annotated[
        Secret | None,
        Meta(
            description="An external PostgreSQL (15 or newer); when absent, Parta runs its own in data_dir."
        ),
    ] = None
    database_connections: Annotated[
        int,
        Meta(
            ge=2,
            le=500,
            description="How many database connections one process keeps at most.",
        ),
    ] = 10
    job_workers: Annotated[
        int,
        Meta(
            ge=0,
            le=64,
            description="How many background jobs one process does at once; 0 for none.",
        ),
    ] = 2
    requests_per_second: Annotated[
        float,
        Meta(
            ge=0,
            description="Requests a second one session may make on average; 0 for no limit.",
        ),
    ] = 20
    frames_per_second: Annotated[
        float,
        Meta(
            gt=0,
            description="Frames a second one live socket may send on average; more are slowed down.",
        ),
    ] = 30
    events_kept_days: Annotated[
        int, Meta(ge=1, le=365, description="Days a device may be away and still catch up without reloading.")
    ] = 14
    metrics_open: Annotated[
        bool, Meta(description="Shows /metrics to everybody and not only to programs on this machine.")
    ] = False
    largest_body: Annotated[
        int,
        Meta(
            ge=1024,
            description="The largest request body in bytes, where a route sets no limit of its own.",
        ),
    ] = 1024 * 1024
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Meta(description="The least serious log line to write."),
    ] = "info"
    log_format: Annotated[
        Literal["text", "json"],
        Meta(description="The log for people (text) or for programs (json)."),
    ] = "text"
    demo: Annotated[
        bool,
        Meta(description="Lets anybody become any invented person with one click; only for show."),
    ] = False


class ConfigurationError(Exception):
    """The settings cannot be used; `problems` names every mistake."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """One setting as it stands: what it is called, what it is and who said so."""

    variable: str
    section: str
    field: str
    sentence: str
    type_name: str
    default: str
    value: str
    source: str


S = TypeVar("S", bound=Settings)


class Configuration:
    """Every room's settings, checked."""

    def __init__(
        self,
        rooms: Iterable[type[Settings]] = (),
        given: Mapping[str, Given] | None = None,
    ) -> None:
        """Settings of the rooms with the given values, keyed by the name in the environment."""
        self._declared = declare([CoreSettings, *rooms])
        self._given = given or {}
        self._values, problems = read(self._declared, self._given)
        if problems:
            raise ConfigurationError(problems)

    @classmethod
    def load(
        cls,
        environ: Mapping[str, str],
        *,
        rooms: Iterable[type[Settings]] = (),
        folder: Path | None = None,
    ) -> "Configuration":
        """Read the file (`PARTA_CONFIG`, else parta.toml in the folder) and the environment."""
        rooms = list(rooms)
        declared = declare([CoreSettings, *rooms])
        problems: list[str] = []
        given = from_file(file_named(environ, folder or Path.cwd()), declared, problems)
        given |= from_environment(environ, declared, problems)
        _, wrong = read(declared, given)
        if problems + wrong:
            raise ConfigurationError(problems + wrong)
        return cls(rooms, given)

    def get(self, room: type[S]) -> S:
        """The settings of one room; KeyError when the room was not named at loading."""
        return typing.cast(S, self._values[room])

    def settings(self) -> list[Setting]:
        """Every setting in order of declaration, secrets masked."""
        return [
            Setting(
                variable=one.variable,
                section=one.room.SECTION,
                field=one.field,
                sentence=one.sentence,
                type_name=type_name(one.type),
                default=show(getattr(one.room(), one.field)),
                value=show(getattr(self._values[one.room], one.field)),
                source=self._given[one.variable].source if one.variable in self._given else "default",
            )
            for one in self._declared.values()
        ]

    def having(self, source: str, **values: str) -> "Configuration":
        """The same settings with some said by `source`, named as in the environment."""
        given = {name: Given(raw, source) for name, raw in values.items()}
        return Configuration([one.room for one in self._declared.values()], {**self._given, **given})
