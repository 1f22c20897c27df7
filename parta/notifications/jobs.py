"""What performs the jobs of notifications, registered when the room is plugged in."""

from parta.notifications import digest_round, push_jobs, quiet_summary

__all__ = ["digest_round", "push_jobs", "quiet_summary"]
