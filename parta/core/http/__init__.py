"""The HTTP edge: one request, one transaction, committed before the answer leaves; one family of errors."""
