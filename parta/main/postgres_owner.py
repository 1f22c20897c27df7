"""Whose processes and files the embedded PostgreSQL are: PostgreSQL refuses to run as root."""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parta.main.postgres_binaries import PostgresError

CANDIDATES = ("parta", "nobody")


@dataclass(frozen=True)
class Owner:
    """The user PostgreSQL runs as; `drops` says that we are root and step down to it."""

    uid: int
    gid: int
    drops: bool

    def process_options(self) -> dict[str, Any]:
        """What Popen needs to run a program as this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.drops else {}

    def give(self, path: Path) -> None:
        """Make the user the owner of a file or folder."""
        if self.drops:
            os.chown(path, self.uid, self.gid)

    def can_enter(self, folder: Path) -> bool:
        """Whether the user may pass through the folder and everything above it."""
        return not self.drops or all(self._may_pass(one) for one in (folder, *folder.parents))

    def _may_pass(self, folder: Path) -> bool:
        facts = folder.stat()
        if facts.st_uid == self.uid:
            return bool(facts.st_mode & stat.S_IXUSR)
        if facts.st_gid == self.gid:
            return bool(facts.st_mode & stat.S_IXGRP)
        return bool(facts.st_mode & stat.S_IXOTH)


def owner_of(cluster: Path) -> Owner:
    """Who already owns the data, else we ourselves, else (for root) a user without rights."""
    me = os.geteuid()
    owner = cluster.stat().st_uid if cluster.is_dir() else None
    if me != 0:
        if owner not in (None, me):
            raise PostgresError(
                f"The database in {cluster} belongs to user {_name(owner)}: start Parta as root or as that user, "
                "or choose another folder with PARTA_DATA_DIR."
            )
        return Owner(me, os.getegid(), drops=False)
    for candidate in (owner, *CANDIDATES):
        entry = _entry(candidate)
        if entry is not None and entry.pw_uid != 0:
            return Owner(entry.pw_uid, entry.pw_gid, drops=True)
    raise PostgresError(
        "PostgreSQL does not run as root, and there is no user `nobody`: start Parta as another user."
    )


def _entry(user: int | str | None) -> pwd.struct_passwd | None:
    try:
        if isinstance(user, int):
            return pwd.getpwuid(user)
        return pwd.getpwnam(user) if user else None
    except KeyError:
        return None


def _name(uid: int | None) -> str:
    entry = _entry(uid)
    return entry.pw_name if entry else str(uid)
