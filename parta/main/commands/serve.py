"""Run Parta: its database, the API, the live socket, the jobs and the client, on one port, until Ctrl-C."""

import argparse
import os
import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import uvicorn
import uvloop

from parta.core.config import Configuration, CoreSettings
from parta.core.db import Database
from parta.core.live.protocol import LiveProtocol
from parta.main.app import Application, open_application
from parta.main.client_files import ClientFiles
from parta.main.data_dir import DataDir
from parta.main.database import bring_up_to_date, open_database
from parta.main.failure import CommandError
from parta.main.greeting import greet
from parta.main.listening import address_of, listen
from parta.main.logs import set_up_logs
from parta.main.stopping import server_handles_signals, signals_cancel

CLIENT = Path(__file__).parents[3] / "web" / "dist"
# One encoded frame for many sockets: measured at a fifth of the CPU per delivered event of the classic way.
LIVE_PROTOCOL = LiveProtocol
STOP_PATIENCE = 5

Prepare = Callable[[Database, Configuration], Awaitable[None]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: everything is a setting, see `parta config`."""


def run(arguments: argparse.Namespace, configuration: Configuration) -> int:
    """Serve until asked to stop."""
    return serve(configuration)


async def nothing(database: Database, configuration: Configuration) -> None:
    """What is done before the doors open, ordinarily."""


def serve(configuration: Configuration, prepare: Prepare = nothing) -> int:
    """Serve until asked to stop; everything started here has ended when this returns."""
    core = configuration.get(CoreSettings)
    set_up_logs(core)
    # Taken before anything slow starts, so that a mistaken port is told at once.
    listener = listen(core)
    with DataDir(core.data_dir) as folder, open_database(configuration, folder) as dsn:
        folder.describe(f"process {os.getpid()}, {address_of(core, listener)}")
        bring_up_to_date(dsn)
        return uvloop.run(_serve(configuration, dsn, listener, prepare))


async def _serve(configuration: Configuration, dsn: str, listener: socket.socket, prepare: Prepare) -> int:
    core = configuration.get(CoreSettings)
    address = address_of(core, listener)
    client = ClientFiles(CLIENT) if CLIENT.is_dir() else None
    async with open_application(configuration, dsn, client) as application:
        with signals_cancel():
            await prepare(application.database, configuration)
            server = Server(_server_settings(application, core))
            server.greeting = await greet(application.database, configuration, address, client)
        with server_handles_signals():
            await server.serve(sockets=[listener])
    if not server.started:
        raise CommandError("The server did not start.")
    return 0


def _server_settings(application: Application, core: CoreSettings) -> uvicorn.Config:
    return uvicorn.Config(
        application,
        http="httptools",
        ws=LIVE_PROTOCOL,
        ws_per_message_deflate=False,
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=list(core.trusted_proxies),
        timeout_graceful_shutdown=STOP_PATIENCE,
    )


class Server(uvicorn.Server):
    """Says where it listens once it does."""

    greeting = ""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the port, then greet."""
        await super().startup(sockets)
        if self.started:
            sys.stdout.write(self.greeting)
            sys.stdout.flush()
