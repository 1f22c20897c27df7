"""A push service and a browser in one small process: takes pushes, checks who sent them, decrypts and keeps them.

Run as a program it listens on a free port of this machine, prints the address, and answers
    POST /push/<name>            as a push service does; POST /status/<code>/<name> answers with that code
    GET  /subscription/<name>    keys and address of an invented browser
    GET  /received               everything decrypted so far, in order
It shares no code with the server under test: keys and signatures are read by `cryptography` itself.
"""

import json
import sys
import threading
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def unb64(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


class Browser:
    """The keys of one subscription."""

    def __init__(self) -> None:
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.auth = b"0123456789abcdef"

    def decrypt(self, body: bytes) -> bytes:
        """RFC 8188 (aes128gcm) with the keys of RFC 8291, by the book."""
        salt, size, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
        sender, sealed = body[21 : 21 + length], body[21 + length :]
        assert size >= 18
        assert len(sealed) <= size
        shared = self.private.exchange(
            ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
        )
        info = b"WebPush: info\0" + point(self.private.public_key()) + sender
        ikm = HKDF(hashes.SHA256(), 32, self.auth, info).derive(shared)
        key = HKDF(hashes.SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(ikm)
        nonce = HKDF(hashes.SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(ikm)
        plain = AESGCM(key).decrypt(nonce, sealed, None)
        return plain[: plain.rindex(b"\x02")]


def check_vapid(header: str, address: str) -> str:
    """Check the signature and the claims (RFC 8292); returns the sender's public key."""
    scheme, _, rest = header.partition(" ")
    parts = dict(one.strip().split("=", 1) for one in rest.split(","))
    head, claims, signature = parts["t"].split(".")
    raw = unb64(signature)
    signed = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unb64(parts["k"]))
    key.verify(signed, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    said = json.loads(unb64(claims))
    assert scheme == "vapid"
    assert json.loads(unb64(head))["alg"] == "ES256"
    assert said["aud"] == address, said
    assert time.time() < said["exp"] <= time.time() + 86400 + 60
    assert said["sub"].startswith(("mailto:", "https://"))
    return parts["k"]


class Receiver(BaseHTTPRequestHandler):
    """One request."""

    address = ""
    browsers: dict[str, Browser] = {}  # noqa: RUF012 one process, one receiver
    received: list[dict[str, Any]] = []  # noqa: RUF012
    tries: dict[str, int] = {}  # noqa: RUF012
    lock = threading.Lock()

    def do_GET(self) -> None:
        if self.path == "/received":
            return self.answer(200, self.received)
        name = self.path.rpartition("/")[2]
        with self.lock:
            browser = self.browsers.setdefault(name, Browser())
        keys = {"p256dh": b64(point(browser.private.public_key())), "auth": b64(browser.auth)}
        path = name.replace("-", "/", 1) if name.startswith("status") else f"push/{name}"
        return self.answer(200, {"endpoint": f"{self.address}/{path}", "keys": keys})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        _, kind, *rest = self.path.split("/")
        name = f"{kind}-{rest[0]}" if kind == "status" else rest[0]
        try:
            sender = check_vapid(self.headers["Authorization"], self.address)
            note = json.loads(self.browsers[name].decrypt(body))
        except (InvalidSignature, AssertionError, KeyError, ValueError) as error:
            return self.answer(400, {"error": repr(error)})
        with self.lock:
            self.tries[name] = self.tries.get(name, 0) + 1
            headers = {k: self.headers[k] for k in ("TTL", "Urgency", "Topic", "Content-Encoding")}
            self.received.append({"name": name, "note": note, "sender": sender, "headers": headers})
        if kind == "status":
            code = int(rest[0].partition("-")[0])
            # "-once" fails the first time only.
            return self.answer(201 if rest[0].endswith("-once") and self.tries[name] > 1 else code, {})
        return self.answer(201, {})

    def answer(self, status: int, body: Any) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        if status in (429, 503):
            self.send_header("Retry-After", "30")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    Receiver.address = f"http://127.0.0.1:{server.server_port}"
    print(Receiver.address, flush=True)  # noqa: T201
    threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown()), daemon=True).start()
    server.serve_forever()
