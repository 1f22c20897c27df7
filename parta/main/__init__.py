"""The wiring: the application, its command line and its own PostgreSQL; the only place that knows every room."""
