import { backoff } from './backoff';
import { readFrame, type ClientFrame, type ServerFrame } from './frames';

export type LiveStatus = 'stopped' | 'connecting' | 'open' | 'offline';

export interface ConnectionHooks {
  /** The socket is open: the first frame has to be said. */
  opened(say: (frame: ClientFrame) => void): void;
  frame(frame: ServerFrame): void;
  status(status: LiveStatus): void;
  /** The session is over; no more tries are made. */
  ended(): void;
}

const PING_EVERY = 25_000;
/** On a slow line with losses an answer may take ten seconds and still come; giving up would begin all over. */
const ANSWER_WITHIN = 20_000;
const SESSION_ENDED = 4401;

/** One socket that comes back by itself: with backoff, after sleep, after the network returned. */
export class Connection {
  private socket: WebSocket | null = null;
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private running = false;

  constructor(
    private readonly url: string,
    private readonly hooks: ConnectionHooks,
  ) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    window.addEventListener('online', this.wake);
    window.addEventListener('offline', this.sleep);
    document.addEventListener('visibilitychange', this.look);
    this.open();
  }

  stop(): void {
    this.running = false;
    window.removeEventListener('online', this.wake);
    window.removeEventListener('offline', this.sleep);
    document.removeEventListener('visibilitychange', this.look);
    this.drop();
    this.hooks.status('stopped');
  }

  /** False when nothing could be said: the caller keeps what it had to say. */
  say = (frame: ClientFrame): boolean => {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  };

  /** Drops the socket and opens another at once: a hole in a stream is filled by the tail. */
  reconnect = (): void => {
    if (!this.running) return;
    this.drop();
    this.schedule();
  };

  /** The server welcomed us: the next loss starts counting tries from the beginning. */
  settled(): void {
    this.attempt = 0;
  }

  private open(): void {
    this.drop();
    if (navigator.onLine === false) {
      this.hooks.status('offline');
      return;
    }
    this.hooks.status('connecting');
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.bite(socket);
    socket.onopen = () => {
      this.hooks.status('open');
      this.hooks.opened(this.say);
    };
    socket.onmessage = ({ data }) => {
      this.feed(socket);
      const frame = readFrame(data);
      if (frame !== null) this.hooks.frame(frame);
    };
    socket.onclose = ({ code }) => this.closed(socket, code);
  }

  private closed(socket: WebSocket, code: number): void {
    if (this.socket !== socket) return;
    this.drop();
    if (code === SESSION_ENDED) {
      this.stop();
      this.hooks.ended();
      return;
    }
    this.schedule();
  }

  private schedule(): void {
    if (!this.running) return;
    this.hooks.status(navigator.onLine === false ? 'offline' : 'connecting');
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.open(), backoff(this.attempt));
    this.attempt += 1;
  }

  private drop(): void {
    clearTimeout(this.retry);
    clearTimeout(this.watchdog);
    const socket = this.socket;
    this.socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  /** Anything heard proves the line; silence is asked about, and silence after that ends it. */
  private feed(socket: WebSocket): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => {
      this.say({ op: 'ping' });
      this.bite(socket);
    }, PING_EVERY);
  }

  private bite(socket: WebSocket): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => {
      if (this.socket === socket) this.reconnect();
    }, ANSWER_WITHIN);
  }

  private readonly wake = (): void => {
    this.attempt = 0;
    if (this.socket?.readyState !== WebSocket.OPEN) this.open();
  };

  private readonly sleep = (): void => {
    this.drop();
    this.hooks.status('offline');
  };

  /** A laptop that was closed has a dead socket that still looks open: ask it. */
  private readonly look = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.say({ op: 'ping' });
      this.bite(this.socket);
    } else if (this.socket === null) this.wake();
  };
}
