"""A detached PKCS#7 signature with an RSA key: for contours of ЕСИА that accept RSA."""

import asyncio
from pathlib import Path

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

from parta.identity.outside.signer import SigningFailed


class Pkcs7Signer(msgspec.Struct, frozen=True):
    """The information system's certificate and key, both PEM files."""

    certificate: Path
    key: Path
    password: str = ""

    async def sign(self, text: bytes) -> bytes:
        """The DER of the signature, without the text."""
        return await asyncio.to_thread(self._sign, text)

    def _sign(self, text: bytes) -> bytes:
        try:
            certificate = x509.load_pem_x509_certificate(self.certificate.read_bytes())
            key = load_pem_private_key(self.key.read_bytes(), self.password.encode() or None)
        except (OSError, ValueError, TypeError) as error:
            raise SigningFailed(f"{type(error).__name__}: {error}") from None
        if not isinstance(key, RSAPrivateKey):
            raise SigningFailed("the key is not RSA; for GOST set PARTA_ESIA_SIGN_COMMAND")
        builder = PKCS7SignatureBuilder().set_data(text).add_signer(certificate, key, SHA256())
        return builder.sign(Encoding.DER, [PKCS7Options.DetachedSignature, PKCS7Options.Binary])
