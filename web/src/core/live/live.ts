import type { Message, StreamEvent } from '../store/types';
import { Connection, type LiveStatus } from './connection';
import { Cursors } from './cursors';
import type { ClientFrame, SendFrame, ServerFrame } from './frames';
import { noteRoundTrip } from './line';
import { Requests } from './requests';

export interface Heard {
  stream: string;
  seq: number;
  event: StreamEvent;
}

export interface LiveHooks {
  /** What this client has, asked for at every hello. */
  cursors(): Record<string, number>;
  welcomed(welcome: Extract<ServerFrame, { op: 'welcome' }>): void;
  /** Events in order, several at once while a tail is being read. */
  events(batch: Heard[]): void;
  whisper(frame: Extract<ServerFrame, { op: 'typing' | 'reading' | 'presence' | 'online' | 'voted' }>): void;
  /** A subscription ended: what belonged to it has to go. */
  closed(stream: string): void;
  status(status: LiveStatus): void;
  ended(): void;
}

/** Batches are short enough not to be felt and long enough to draw a tail of hundreds once. */
const BATCH_AFTER = 16;

/** The live socket: streams without holes, whispers, and sends that are answered. */
export class Live {
  private readonly cursors = new Cursors();
  private readonly requests = new Requests();
  private readonly connection: Connection;
  private batch: Heard[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ready = false;
  private saidAt = 0;
  private watched: Extract<ClientFrame, { op: 'watch' }> | null = null;
  private focused = false;

  constructor(
    url: string,
    private readonly hooks: LiveHooks,
  ) {
    this.connection = new Connection(url, {
      opened: () => this.hello(),
      frame: (frame) => this.hear(frame),
      status: (status) => this.statusChanged(status),
      ended: () => hooks.ended(),
    });
  }

  start(): void {
    this.connection.start();
  }

  stop(): void {
    this.flush();
    this.connection.stop();
  }

  get isReady(): boolean {
    return this.ready;
  }

  send(frame: Omit<SendFrame, 'op' | 'ref'>): Promise<Message> {
    return this.requests.send((said) => this.ready && this.connection.say(said), frame);
  }

  typing(conversation_id: number): void {
    if (this.ready) this.connection.say({ op: 'typing', conversation_id });
  }

  /** Whose presence matters now; said again after every reconnection. */
  watch(people: number[], conversation_id: number | null): void {
    this.watched = { op: 'watch', people: people.slice(0, 100), conversation_id };
    if (this.ready) this.connection.say(this.watched);
  }

  /** Whether somebody looks at this window; said again after every reconnection. */
  focus(on: boolean): void {
    this.focused = on;
    if (this.ready) this.connection.say({ op: 'focus', on });
  }

  private hello(): void {
    this.flush();
    const cursors = this.hooks.cursors();
    this.cursors.reset(cursors);
    this.saidAt = performance.now();
    this.connection.say({ op: 'hello', cursors });
  }

  private hear(frame: ServerFrame): void {
    switch (frame.op) {
      case 'welcome':
        return this.welcomed(frame);
      case 'event':
        return this.heard(frame);
      case 'caught_up':
        return this.flush();
      case 'ack':
        return this.requests.acknowledged(frame.ref, frame.message);
      case 'refused':
        return this.requests.refused(frame.ref, frame.problem);
      case 'closed':
        this.flush();
        this.cursors.forget(frame.stream);
        return this.hooks.closed(frame.stream);
      case 'opened':
        return this.cursors.open(frame.stream, frame.seq);
      case 'pong':
        return undefined;
      default:
        return this.hooks.whisper(frame);
    }
  }

  private welcomed(frame: Extract<ServerFrame, { op: 'welcome' }>): void {
    this.cursors.welcome(frame.streams, frame.reset);
    this.connection.settled();
    noteRoundTrip(performance.now() - this.saidAt);
    this.ready = true;
    this.hooks.welcomed(frame);
    this.hooks.status('open');
    if (this.watched !== null) this.connection.say(this.watched);
    if (this.focused) this.connection.say({ op: 'focus', on: true });
  }

  private heard(frame: Heard): void {
    const verdict = this.cursors.judge(frame.stream, frame.seq);
    if (verdict === 'gap') {
      this.flush();
      this.connection.reconnect();
    }
    if (verdict !== 'next') return;
    this.batch.push({ stream: frame.stream, seq: frame.seq, event: frame.event });
    this.timer ??= setTimeout(() => this.flush(), BATCH_AFTER);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.batch;
    this.batch = [];
    if (batch.length > 0) this.hooks.events(batch);
  }

  private statusChanged(status: LiveStatus): void {
    // "open" is told after the welcome: an open socket that nobody has greeted cannot carry anything.
    if (status === 'open') return;
    this.ready = false;
    this.requests.abandon();
    this.hooks.status(status);
  }
}
