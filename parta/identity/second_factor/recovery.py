"""Ten codes for the day when the phone is lost: shown once, each opens once."""

import secrets

from parta.core.clock import now
from parta.core.db import Tx
from parta.identity.second_factor import queries
from parta.identity.second_factor.keeping import digest

MANY = 10
# Without the signs nobody tells apart on paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 12


async def make_codes(tx: Tx, person_id: int) -> list[str]:
    """New codes instead of all earlier ones."""
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(MANY)]
    kept = [digest(tx.configuration, person_id, code) for code in codes]
    await tx.run(queries.FORGET_CODES, person_id)
    await tx.run(queries.ADD_CODES, person_id, kept, now())
    return ["-".join(code[at : at + 4] for at in range(0, LENGTH, 4)) for code in codes]


async def use_code(tx: Tx, person_id: int, typed: str) -> bool:
    """Use a code up; False when it is none of theirs or was used."""
    code = "".join(sign for sign in typed.lower() if sign.isalnum())[:64]
    kept = digest(tx.configuration, person_id, code)
    return await tx.run(queries.USE_CODE, person_id, kept, now()) > 0
