import { ApiError, type Problem } from '../api/error';
import type { Message } from '../store/types';
import type { ClientFrame, SendFrame } from './frames';

/** The line broke before an answer came; the same thing may be said again. */
export class Unanswered extends Error {}

interface Waiting {
  resolve(message: Message): void;
  reject(reason: Error): void;
  timer: ReturnType<typeof setTimeout>;
}

/** A dead socket is noticed sooner; a living one is only slow, and asking again would make it slower. */
const ANSWER_WITHIN = 60_000;

/** Pairs what was sent with its ack or refusal. */
export class Requests {
  private readonly waiting = new Map<string, Waiting>();
  private next = 1;

  send(say: (frame: ClientFrame) => boolean, frame: Omit<SendFrame, 'op' | 'ref'>): Promise<Message> {
    const ref = `r${this.next}`;
    this.next += 1;
    return new Promise((resolve, reject) => {
      if (!say({ op: 'send', ref, ...frame })) {
        reject(new Unanswered());
        return;
      }
      const timer = setTimeout(() => this.settle(ref)?.reject(new Unanswered()), ANSWER_WITHIN);
      this.waiting.set(ref, { resolve, reject, timer });
    });
  }

  acknowledged(ref: string, message: Message): void {
    this.settle(ref)?.resolve(message);
  }

  refused(ref: string, problem: Problem): void {
    this.settle(ref)?.reject(new ApiError(problem));
  }

  /** The connection is gone, and every answer with it. */
  abandon(): void {
    for (const ref of [...this.waiting.keys()]) this.settle(ref)?.reject(new Unanswered());
  }

  private settle(ref: string): Waiting | undefined {
    const entry = this.waiting.get(ref);
    if (entry !== undefined) clearTimeout(entry.timer);
    this.waiting.delete(ref);
    return entry;
  }
}
