"""What the server counts about itself, in Prometheus' form at /metrics."""

from prometheus_client import Counter, Gauge, Histogram

REQUESTS = Histogram(
    "parta_http_request_seconds",
    "Time to answer an HTTP request.",
    ["method", "route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
CONNECTIONS = Gauge("parta_live_connections", "Live sockets that are open.")
DELIVERIES = Counter("parta_live_deliveries_total", "Events handed to live sockets.")
CATCH_UPS = Counter("parta_live_catch_ups_total", "Times a stream had to be read from the log.")
SLOW_CLOSED = Counter("parta_live_slow_closed_total", "Sockets closed because they did not read.")
JOBS = Counter("parta_jobs_total", "Jobs performed.", ["kind", "outcome"])
