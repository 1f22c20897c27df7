"""Benchmarks: the server and its PostgreSQL on one core, the clients on another, figures as JSON and as a table."""
