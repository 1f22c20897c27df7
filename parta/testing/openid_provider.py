"""A real OpenID Connect provider as a process: panva's oidc-provider on node, with accounts that a test names."""

import json
import re
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import msgspec

ROOT = Path(__file__).parents[2]
MODULE = ROOT / "web" / "node_modules" / "oidc-provider" / "lib" / "index.js"
CLIENT, SECRET = "parta", "a secret only of tests"


class OpenIdProcess(msgspec.Struct):
    """The running provider; `issuer` is its address."""

    issuer: str
    process: subprocess.Popen[str]

    @property
    def environ(self) -> dict[str, str]:
        """The settings by which an installation knows it."""
        return {
            "PARTA_OPENID_ISSUER": self.issuer,
            "PARTA_OPENID_CLIENT_ID": CLIENT,
            "PARTA_OPENID_CLIENT_SECRET": SECRET,
            "PARTA_OPENID_TITLE": "Областной вход",
        }

    async def sign_in(self, url: str, login: str, *, act: str = "enter") -> str:
        """Walk through its pages as a browser does; the address of ours that it sends the browser back to."""
        async with httpx.AsyncClient(base_url=self.issuer, follow_redirects=False) as browser:
            answer = await browser.get(url)
            while True:
                place = answer.headers["location"]
                if not place.startswith(("/", self.issuer)):
                    return place
                if re.search(r"/enter/", place):
                    answer = await browser.post(place, data={"login": login, "act": act})
                else:
                    answer = await browser.get(place)


@contextmanager
def openid_process(redirect: str, accounts: Mapping[str, Mapping[str, Any]]) -> Iterator[OpenIdProcess]:
    """Serve while the block lasts."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    process = subprocess.Popen(
        ["node", str(Path(__file__).with_suffix(".mjs"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    told = {
        "module": str(MODULE),
        "port": port,
        "client": CLIENT,
        "secret": SECRET,
        "redirect": redirect,
        "accounts": accounts,
    }
    try:
        if process.stdin is None or process.stdout is None:
            raise AssertionError("both are pipes")
        process.stdin.write(json.dumps(told) + "\n")
        process.stdin.flush()
        if process.stdout.readline().strip() != "ready":
            raise RuntimeError("the OpenID provider has not started; is web/node_modules installed?")
        yield OpenIdProcess(f"http://127.0.0.1:{port}", process)
    finally:
        process.kill()
        process.wait()
