import { backoff } from '../../core/live/backoff';
import { ApiError } from '../../core/api/error';
import { toast } from '../../core/ui/dialogs';
import type { Live } from '../../core/live/live';
import type { Database } from '../../core/store/database';
import { uploadAttachments } from './attachments';
import type { Outbox } from './outbox';
import { heads, lineOf, type Task } from './tasks';
import { tell, worthRepeating } from './tell';

/** How long a told task stays on show, in case the stream is slower than the answer. */
const SHOWN_AFTER_DONE = 3000;

/**
 * Empties the outbox: one task at a time in every line, by one tab of all (a Web Lock).
 * A task that could not be said is said again with a growing delay; a refused one stays visible and lets the next by.
 */
export class Runner {
  private leading = false;
  private readonly abort = new AbortController();
  private readonly busy = new Map<string, AbortController>();
  /** A task replaced while it is being told still holds its line: the next one must not overtake it. */
  private readonly taken = new Set<string>();
  private readonly attempts = new Map<string, number>();
  private readonly waitUntil = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database | null,
    private readonly live: () => Live | null,
  ) {}

  start(personId: number): void {
    if (navigator.locks === undefined) {
      this.lead();
      return;
    }
    void navigator.locks
      .request(`parta-sending-${personId}`, { signal: this.abort.signal }, () => {
        this.lead();
        return new Promise<void>((resolve) => this.abort.signal.addEventListener('abort', () => resolve()));
      })
      .catch(() => undefined);
  }

  stop(): void {
    this.leading = false;
    clearTimeout(this.timer);
    for (const work of this.busy.values()) work.abort();
    this.abort.abort();
  }

  /** The line is back: nothing waits for its delay any more. */
  hurry(): void {
    this.waitUntil.clear();
    this.run();
  }

  run = (): void => {
    if (!this.leading) return;
    for (const task of heads(this.outbox.tasks)) this.begin(task);
  };

  /** Stops work on a task that somebody has just cancelled. */
  cancel(taskId: string): void {
    this.busy.get(taskId)?.abort();
  }

  private lead(): void {
    if (this.abort.signal.aborted) return;
    this.leading = true;
    for (const task of this.outbox.tasks) if (task.state === 'done') void this.outbox.remove(task.id);
    this.run();
  }

  private begin(task: Task): void {
    const line = lineOf(task);
    if (this.taken.has(line) || (this.waitUntil.get(task.id) ?? 0) > Date.now()) return;
    const work = new AbortController();
    this.busy.set(task.id, work);
    this.taken.add(line);
    void this.perform(task, work.signal).finally(() => {
      this.busy.delete(task.id);
      this.taken.delete(line);
      this.run();
    });
  }

  private async perform(task: Task, signal: AbortSignal): Promise<void> {
    try {
      const ready = task.kind === 'send' ? await uploadAttachments(task, this.outbox, this.database, signal) : task;
      if (signal.aborted || ready === null) return;
      const said = await tell(ready, this.live());
      this.attempts.delete(task.id);
      // It waits for approval and is shown as such: not a word of the talk yet.
      if (task.kind === 'send' && said === null) return await this.outbox.remove(task.id);
      await this.outbox.update(task.id, (was) => ({ ...was, state: 'done' }));
      setTimeout(() => void this.outbox.remove(task.id), SHOWN_AFTER_DONE);
    } catch (reason) {
      if (!signal.aborted) await this.failed(task, reason);
    }
  }

  private async failed(task: Task, reason: unknown): Promise<void> {
    const { again, after } = worthRepeating(reason);
    if (again) return this.later(task, after);
    if (task.kind !== 'send') {
      // Nothing stays on the screen that could carry the refusal, so it is said aloud.
      if (task.kind !== 'read' && task.kind !== 'draft' && reason instanceof ApiError) toast(reason.message, { failed: true });
      return this.outbox.remove(task.id);
    }
    const problem = reason instanceof ApiError ? reason.problem : null;
    await this.outbox.update(task.id, (was) => ({ ...was, state: 'refused', problem }));
  }

  private later(task: Task, after: number): void {
    const attempt = this.attempts.get(task.id) ?? 0;
    this.attempts.set(task.id, attempt + 1);
    const delay = Math.max(after, backoff(attempt));
    this.waitUntil.set(task.id, Date.now() + delay);
    this.timer = setTimeout(this.run, delay + 10);
  }
}
