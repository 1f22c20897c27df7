"""A line of the second generation in front of a server: narrow, far, and losing packets.

TCP never shows a loss to those who talk: what was lost is sent again after a pause, and everything
behind it waits. So here: each packet takes its time on a channel that all connections share, and with
the given chance comes a retransmission later, holding back what follows on its connection.
"""

import asyncio
import random
import threading
from contextlib import suppress
from urllib.parse import urlsplit

PACKET = 1400  # bytes
IN_FLIGHT = 16 * 1024  # bytes of one connection on their way, as a small TCP window allows


class SlowLine:
    """A port of its own in front of a server; fast until `slow_down`."""

    def __init__(self, address: str, *, seed: int = 2026) -> None:
        target = urlsplit(address)
        self._target = (target.hostname, target.port)
        self._random = random.Random(seed)
        self._bytes_per_second, self._one_way, self._loss = 0.0, 0.0, 0.0
        self._free = {True: 0.0, False: 0.0}  # when each direction of the channel has nothing more to carry
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self.carried = {True: 0, False: 0}
        started: threading.Event = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        started.wait(10)

    def slow_down(self, *, bits_per_second: float, round_trip: float, loss: float) -> None:
        """From now on the line is like this; `round_trip` in seconds, `loss` from 0 to 1."""
        self._bytes_per_second, self._one_way, self._loss = bits_per_second / 8, round_trip / 2, loss

    def hang_up(self) -> None:
        """Cut every connection there is, as a tunnel does; new ones get through."""

        def cut() -> None:
            for writer in list(self._writers):
                writer.transport.abort()

        self._loop.call_soon_threadsafe(cut)

    def close(self) -> None:
        """Nobody comes any more."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        started.set()
        self._loop.run_forever()
        server.close()
        self._loop.run_until_complete(self._part())
        self._loop.close()

    async def _part(self) -> None:
        """Whoever is still connected hears the end while there is a loop to tell them."""
        connections = asyncio.all_tasks() - {asyncio.current_task()}
        for connection in connections:
            connection.cancel()
        await asyncio.gather(*connections, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # The handshake of a new connection is a round trip by itself.
        await asyncio.sleep(2 * self._one_way + self._delay_of_loss())
        far_reader, far_writer = await asyncio.open_connection(*self._target)
        self._writers |= {writer, far_writer}
        try:
            await asyncio.gather(
                self._carry(reader, far_writer, True), self._carry(far_reader, writer, False)
            )
        finally:
            self._writers -= {writer, far_writer}
            for one in (writer, far_writer):
                one.close()

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, up: bool) -> None:
        window = asyncio.Semaphore(IN_FLIGHT // PACKET)
        last = 0.0
        with suppress(OSError):
            while packet := await source.read(PACKET):
                self.carried[up] += len(packet)
                if not self._bytes_per_second:
                    sink.write(packet)
                    await sink.drain()
                    continue
                await window.acquire()
                # Never at the same moment: the loop keeps no order among equals, and a line does.
                last = max(last + 1e-5, self._arrival(len(packet), up) + self._delay_of_loss())
                self._loop.call_at(last, self._deliver, sink, packet, window)
            await asyncio.sleep(max(0.0, last - self._loop.time()) + 0.01)
        with suppress(OSError, RuntimeError):
            sink.write_eof()

    def _arrival(self, size: int, up: bool) -> float:
        sent = max(self._loop.time(), self._free[up]) + size / self._bytes_per_second
        self._free[up] = sent
        return sent + self._one_way

    def _delay_of_loss(self) -> float:
        """The pause after which TCP sends again; a retransmission may be lost, too."""
        pause, timeout = 0.0, 2 * self._one_way + 0.4
        while self._loss and self._random.random() < self._loss:
            pause, timeout = pause + timeout, timeout * 2
        return pause

    def _deliver(self, sink: asyncio.StreamWriter, packet: bytes, window: asyncio.Semaphore) -> None:
        window.release()
        if not sink.is_closing():
            sink.write(packet)
