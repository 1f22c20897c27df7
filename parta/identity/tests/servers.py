"""A mail server and an SMS gateway that really listen, for tests of deliveries."""

import asyncio
import contextlib
import email
import json
import urllib.parse
from collections.abc import AsyncIterator
from email.policy import default
from typing import Any


class MailServer:
    """Speaks as much SMTP (RFC 5321) as a client needs; `refuse` answers every recipient so."""

    def __init__(self) -> None:
        self.letters: list[Any] = []
        self.refuse = ""
        self.silent = False
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One conversation."""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await self._converse(reader, writer)
        writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.silent:
            await reader.read()
            return
        writer.write(b"220 mail.test\r\n")
        while line := await reader.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                writer.write(b"354 go on\r\n")
                body = await reader.readuntil(b"\r\n.\r\n")
                self.letters.append(email.message_from_bytes(body[:-3], policy=default))
                writer.write(b"250 kept\r\n")
            elif verb == b"RCPT" and self.refuse:
                writer.write(f"{self.refuse}\r\n".encode())
            elif verb == b"QUIT":
                writer.write(b"221 bye\r\n")
                return
            else:
                writer.write(b"250 mail.test\r\n")


class SmsGateway:
    """Remembers requests; answers with `status`."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.status = "200 OK"
        self.silent = False
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request."""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            first, *lines = head.strip().split("\r\n")
            headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
            body = (await reader.readexactly(int(headers.get("content-length", 0)))).decode()
            method, path, _ = first.split(" ")
            self.requests.append({"method": method, "path": path, "headers": headers, "body": body})
            if self.silent:
                await reader.read()
            writer.write(f"HTTP/1.1 {self.status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
            await writer.drain()
        writer.close()

    def texts(self) -> list[str]:
        """The texts of all requests, whatever form they came in."""
        return [str(self.fields(request)["text"]) for request in self.requests]

    def fields(self, request: dict[str, Any]) -> dict[str, Any]:
        """The fields of one request."""
        if request["headers"].get("content-type") == "application/json":
            return dict(json.loads(request["body"]))
        query = request["body"] or urllib.parse.urlsplit(request["path"]).query
        return dict(urllib.parse.parse_qsl(query))


@contextlib.asynccontextmanager
async def listening(server: MailServer | SmsGateway) -> AsyncIterator[None]:
    """Listen on a free port while the block lasts."""
    listener = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield
    finally:
        listener.close()
