"""The port: taken early, refused in plain words."""

import errno
import os
import socket

from parta.core.config import CoreSettings
from parta.main.failure import CommandError

REASONS = {
    errno.EADDRINUSE: "another program uses it; stop that program, or choose another port with PARTA_PORT",
    errno.EACCES: "ports below 1024 are root's; choose another with PARTA_PORT",
    errno.EADDRNOTAVAIL: "this machine has no such address; choose another with PARTA_HOST",
}


def listen(core: CoreSettings) -> socket.socket:
    """Bind the address; nobody is let in before the server runs. CommandError says why it cannot be had."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            core.host, core.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror as error:
        raise CommandError(f"PARTA_HOST: {core.host} is not an address of this machine") from error
    listener = socket.socket(family, kind)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        # Binding alone does not refuse a second server that also only binds.
        listener.listen(2048)
    except OSError as error:
        listener.close()
        why = REASONS.get(error.errno or 0, os.strerror(error.errno or 0))
        raise CommandError(f"Cannot listen on {core.host}, port {core.port}: {why}.") from error
    return listener


def address_of(core: CoreSettings, listener: socket.socket) -> str:
    """The address people open."""
    if core.public_url:
        return core.public_url.rstrip("/")
    host, port = listener.getsockname()[:2]
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        host = socket.gethostname()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
