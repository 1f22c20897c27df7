"""VK ID and ЕСИА as small servers that speak the documented protocols, and refuse what those would refuse."""

import hashlib
import secrets
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.bindings._rust import test_support
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from joserfc import jwt
from joserfc.jwk import RSAKey
from joserfc.jws import JWSRegistry

Fields = dict[str, str]

# ЕСИА's own heads.
HEAD = {"alg": "RS256", "typ": "JWT", "ver": 1, "sbt": "id"}


def signed(claims: dict[str, Any], key: RSAKey) -> str:
    """A token as ЕСИА writes it, by whatever key."""
    registry = JWSRegistry(algorithms=["RS256"], strict_check_header=False)
    return jwt.encode(HEAD, claims, key, registry=registry)


class StandIn:
    """One service: `pages` answer by path with a status and a JSON object."""

    def __init__(self) -> None:
        self.address = ""

    def begin(self) -> None:
        """As it is before every test."""
        self.asked: list[str] = []
        self.broken: int | None = None
        self.codes: dict[str, Fields] = {}

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body = b""
        while (message := await receive()).get("more_body", False) or message.get("body"):
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        headers = {k.decode(): v.decode() for k, v in scope["headers"]}
        self.asked.append(scope["path"])
        status, answer = self.broken or 200, {}
        if self.broken is None:
            status, answer = self.answer(
                scope["method"], scope["path"], dict(parse_qsl(body.decode())), headers
            )
        more = [(b"location", b"https://elsewhere.example/")] if status == 302 else []
        head = [(b"content-type", b"application/json"), *more]
        await send({"type": "http.response.start", "status": status, "headers": head})
        await send({"type": "http.response.body", "body": msgspec.json.encode(answer)})

    def answer(self, method: str, path: str, form: Fields, headers: Fields) -> tuple[int, Any]:
        raise NotImplementedError

    def consent(self, url: str, **extra: str) -> str:
        """What the person's browser does there; the address of ours that it comes back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert url.startswith(self.address), url
        self.check(asked)
        code = secrets.token_urlsafe(8)
        self.codes[code] = asked
        back = {"code": code, "state": asked["state"], **extra}
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def check(self, asked: Fields) -> None:
        raise NotImplementedError

    def spend(self, form: Fields) -> Fields | None:
        """A code is exchanged once, by whoever knows the verifier of its challenge."""
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or form["redirect_uri"] != asked["redirect_uri"]:
            return None
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(digest).decode().rstrip("=")
        return asked if challenge == asked.get("code_challenge", challenge) else None


class VkStandIn(StandIn):
    """VK ID: one user, as `user_info` tells of them."""

    def begin(self) -> None:
        super().begin()
        self.swapped = False
        self.user: dict[str, Any] = {
            "user_id": "7001",
            "first_name": "Эвелина",
            "last_name": "Звёздная",
            "avatar": "https://vk.example/1.jpg",
            "email": "star@vk.example",
            "phone": "79990007001",
        }
        self.told_state: str | None = None

    def check(self, asked: Fields) -> None:
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"].lower() == "s256"
        assert len(asked["state"]) >= 32

    def consent(self, url: str, **extra: str) -> str:
        return super().consent(url, **({"device_id": "device-1", "type": "code_v2"} | extra))

    def answer(self, method: str, path: str, form: Fields, headers: Fields) -> tuple[int, Any]:
        if method != "POST" or headers.get("content-type") != "application/x-www-form-urlencoded":
            return 400, {"error": "invalid_request"}
        if path == "/oauth2/auth":
            asked = self.spend(form)
            if asked is None or form["device_id"] != "device-1" or form["client_id"] != "51000001":
                return 400, {"error": "invalid_grant", "error_description": "code is invalid"}
            state = self.told_state or form["state"]
            number = int(self.user["user_id"]) + self.swapped
            return 200, {"access_token": "vk2.a.token", "user_id": number, "state": state, "expires_in": 3600}
        if path == "/oauth2/user_info" and form == {"client_id": "51000001", "access_token": "vk2.a.token"}:
            return 200, {"user": self.user}
        return 404, {"error": "not_found"}


class EsiaStandIn(StandIn):
    """ЕСИА: checks the system's signature, signs its own tokens, and knows one person."""

    def __init__(self, papers: Path) -> None:
        super().__init__()
        self.theirs = RSAKey.import_key((papers / "esia.key").read_bytes())
        self.system = x509.load_pem_x509_certificate((papers / "system.pem").read_bytes())

    def begin(self, version: str = "v2") -> None:
        super().begin()
        self.version = version
        self.person: dict[str, Any] = {"oid": "1000299001", "trusted": True, "firstName": "Имя"}
        self.contacts: list[dict[str, Any]] = []
        self.kids: list[dict[str, Any]] = []
        self.claims: dict[str, Any] = {}
        self.sign: Callable[[dict[str, Any]], str] = lambda claims: signed(claims, self.theirs)
        self.closed: set[str] = set()

    def check(self, asked: Fields) -> None:
        version = "/v2/ac" if self.version == "v2" else "/oauth2/ac"
        assert asked["response_type"] == "code"
        self.verify(asked, "")
        assert self.version == "v1" or asked["code_challenge_method"] == "S256", version

    def verify(self, asked: Fields, code: str) -> None:
        """The signature over what was asked, in the order of the recommendations; raises when it is not right."""
        signature = urlsafe_b64decode(asked["client_secret"])
        a = asked
        if self.version == "v1":
            text = a["scope"] + a["timestamp"] + a["client_id"] + a["state"]
            test_support.pkcs7_verify(Encoding.DER, signature, text.encode(), [self.system], [])
            return
        assert a["client_certificate_hash"] == "AB12"
        text = a["client_id"] + a["scope"] + a["timestamp"] + a["state"] + a["redirect_uri"] + code
        self.system.public_key().verify(signature, text.encode(), PKCS1v15(), SHA256())  # type: ignore[union-attr,call-arg,arg-type]

    def answer(self, method: str, path: str, form: Fields, headers: Fields) -> tuple[int, Any]:
        if path == ("/aas/oauth2/v3/te" if self.version == "v2" else "/aas/oauth2/te"):
            return self._exchange(form)
        place = f"/rs/prns/{self.person['oid']}"
        if headers.get("authorization") != "Bearer esia-access" or not path.startswith(place):
            return 401, {"code": "ESIA-005003"}
        last = path.removeprefix(place).strip("/")
        if last in self.closed:
            return 403, {"code": "ESIA-005014"}
        if last in ("ctts", "kids"):
            elements = self.contacts if last == "ctts" else self.kids
            return 200, {"stateFacts": ["hasSize"], "size": len(elements), "elements": elements}
        return 200, self.person

    def _exchange(self, form: Fields) -> tuple[int, Any]:
        if form["code"] not in self.codes:
            return 400, {"error": "invalid_grant", "error_description": "ESIA-007011: the code is invalid"}
        try:
            self.verify(form, form["code"])
        except (InvalidSignature, ValueError):
            return 400, {"error": "unauthorized_client", "error_description": "ESIA-007053: client_secret"}
        if self.spend(form) is None:
            return 400, {"error": "invalid_grant", "error_description": "ESIA-007040"}
        return 200, {
            "access_token": "esia-access",
            "id_token": self.sign(self._claims(form["client_id"])),
            "state": form["state"],
            "token_type": "Bearer",
            "expires_in": 3600,
        }

    def _claims(self, client: str) -> dict[str, Any]:
        moment = int(time.time())
        inner = {
            "urn:esia:sbj:oid": int(self.person["oid"]),
            "urn:esia:sbj:typ": "P",
            "urn:esia:sbj:is_tru": self.person["trusted"],
        }
        return {
            "aud": client,
            "iss": self.address + "/",
            "sub": int(self.person["oid"]),
            "exp": moment + 3600,
            "iat": moment,
            "nbf": moment,
            "urn:esia:sbj": inner,
        } | self.claims
