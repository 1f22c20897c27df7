"""Asking a service over HTTP: with a timeout, within a size, and never led elsewhere by a redirect."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import httpx
import msgspec

from parta.identity.outside.provider import Refused, Unavailable

MOST_READ = 512 * 1024  # bytes


class Reach(msgspec.Struct, frozen=True):
    """How one service is asked."""

    provider: str
    timeout: timedelta

    async def get(self, url: str, *, token: str = "") -> dict[str, Any]:
        """The JSON object at an address, with a bearer token if one is given."""
        return await self._ask("GET", url, headers={"Authorization": f"Bearer {token}"} if token else {})

    async def post(
        self, url: str, form: Mapping[str, str], *, basic: tuple[str, str] | None = None
    ) -> dict[str, Any]:
        """The JSON object that answers a form."""
        return await self._ask("POST", url, data=dict(form), auth=basic)

    async def _ask(self, method: str, url: str, **options: Any) -> dict[str, Any]:
        options["headers"] = {"Accept": "application/json"} | options.get("headers", {})
        seconds = self.timeout / timedelta(seconds=1)
        try:
            async with (
                httpx.AsyncClient(timeout=seconds, follow_redirects=False, trust_env=False) as client,
                client.stream(method, url, **options) as answer,
            ):
                body = await self._body(answer)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise Unavailable(self.provider, f"{_place(url)}: {type(error).__name__}") from None
        return self._understood(answer.status_code, body, url)

    async def _body(self, answer: httpx.Response) -> bytes:
        body = bytearray()
        async for piece in answer.aiter_bytes():
            body += piece
            if len(body) > MOST_READ:
                raise Unavailable(self.provider, "an answer too large to be one")
        return bytes(body)

    def _understood(self, status: int, body: bytes, url: str) -> dict[str, Any]:
        if status >= 500 or status == 429:
            raise Unavailable(self.provider, f"{_place(url)} answered {status}")
        try:
            found = msgspec.json.decode(body)
        except msgspec.DecodeError:
            found = None
        if status != 200 or (isinstance(found, dict) and "error" in found):
            # The body of an error holds its name, never a secret of ours.
            raise Refused(
                self.provider, f"{_place(url)} answered {status}: {body[:200].decode(errors='replace')}"
            )
        if not isinstance(found, dict):
            raise Unavailable(self.provider, f"{_place(url)} answered no JSON object")
        return found


def _place(url: str) -> str:
    return url.partition("?")[0]
