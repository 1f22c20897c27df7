"""What performs the jobs of notifications, registered when the room is plugged in."""

from parta.notifications import push_jobs, quiet_summary

__all__ = ["push_jobs", "quiet_summary"]
