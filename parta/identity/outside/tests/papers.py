"""Keys and certificates for a test: the information system's, and ЕСИА's own."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

# What an operator would write around CryptoPro, here around RSA: input signed, octets written.
SIGN = """
import sys
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key
key = load_pem_private_key(open(sys.argv[1], "rb").read(), None)
sys.stdout.buffer.write(key.sign(sys.stdin.buffer.read(), PKCS1v15(), SHA256()))
"""

# Genuine is what is signed by its own length.
CHECK = """
import base64, os, sys
said = base64.b64decode(os.environ["PARTA_SIGNATURE"])
sys.exit(0 if said == str(len(sys.stdin.buffer.read())).encode() else 1)
"""


def certificate_of(key: rsa.RSAPrivateKey, name: str) -> x509.Certificate:
    """A certificate signed by itself."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    moment = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    )
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(moment - timedelta(days=1))
    return builder.not_valid_after(moment + timedelta(days=1)).sign(key, SHA256())


def write_papers(folder: Path) -> None:
    """Both keys with their certificates, and the programs of the system's operator."""
    for name in ("system", "esia"):
        key = rsa.generate_private_key(65537, 2048)
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (folder / f"{name}.key").write_bytes(pem)
        (folder / f"{name}.pem").write_bytes(certificate_of(key, name).public_bytes(Encoding.PEM))
    (folder / "sign.py").write_text(SIGN)
    (folder / "check.py").write_text(CHECK)


def command(folder: Path, name: str, *arguments: str) -> str:
    """A command line for the settings."""
    return " ".join([sys.executable, str(folder / name), *arguments])
