"""A line to the server that can be cut in the middle of a byte stream, as a cable is."""

import socket
import threading
from contextlib import suppress
from urllib.parse import urlsplit

PIECE = 64 * 1024


class Line:
    """A port of its own in front of a server; while it is cut, nothing passes and nobody gets through."""

    def __init__(self, address: str) -> None:
        target = urlsplit(address)
        assert target.hostname is not None
        assert target.port is not None
        self._target = (target.hostname, target.port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._left: int | None = None  # bytes to the server until the cut
        self._cut = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_after(self, size: int) -> None:
        """Cut the line once so many more bytes have gone to the server."""
        with self._lock:
            self._left = size

    def wait_until_cut(self, timeout: float) -> None:
        """Return when it has happened."""
        if not self._cut.wait(timeout):
            raise TimeoutError("the line has not been cut: too little was sent")

    def mend(self) -> None:
        """Let people through again."""
        self._left = None
        self._cut.clear()

    def close(self) -> None:
        """Nobody comes any more."""
        self._listener.close()
        self._hang_up()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                if self._cut.is_set():
                    near.close()
                    continue
                far = socket.create_connection(self._target)
                self._open |= {near, far}
                threading.Thread(target=self._carry, args=(near, far, True), daemon=True).start()
                threading.Thread(target=self._carry, args=(far, near, False), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE):
                if counted and self._is_over(len(piece)):
                    # Half of what was said arrives.
                    sink.sendall(piece[: len(piece) // 2])
                    self._hang_up()
                    return
                sink.sendall(piece)
        for end in (source, sink):
            with suppress(OSError):
                end.close()
            self._open.discard(end)

    def _is_over(self, size: int) -> bool:
        with self._lock:
            if self._left is None:
                return self._cut.is_set()
            self._left -= size
            if self._left <= 0:
                self._left = None
                self._cut.set()
            return self._cut.is_set()

    def _hang_up(self) -> None:
        for end in list(self._open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
