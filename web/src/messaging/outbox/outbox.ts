import { create } from 'zustand';
import type { Database, KeptDraft, KeptTask } from '../../core/store/database';
import { enqueue, type Attachment, type Task } from './tasks';

interface Box {
  tasks: Task[];
  /** Bytes sent, per attachment. */
  progress: Readonly<Record<string, number>>;
}

export const useOutbox = create<Box>(() => ({ tasks: [], progress: {} }));

type Changed = (change: 'local' | 'foreign') => void;

type Step = (tasks: readonly Task[]) => Task[];

/**
 * What waits to be told: in memory for this tab, on the device for the next one.
 * Writes go one after another. What this tab has changed and not written yet is done again over whatever it reads,
 * so a reload by another tab's word never drops what this one has just added.
 */
export class Outbox {
  private channel: BroadcastChannel | null = null;
  private writing: Promise<unknown> = Promise.resolve();
  private unwritten: Step[] = [];

  constructor(
    private readonly database: Database | null,
    personId: number,
    private readonly changed: Changed,
  ) {
    useOutbox.setState({ tasks: [], progress: {} });
    if (database === null || typeof BroadcastChannel === 'undefined') return;
    this.channel = new BroadcastChannel(`parta-outbox-${personId}`);
    this.channel.onmessage = () => void this.load().then(() => this.changed('foreign'));
  }

  get tasks(): readonly Task[] {
    return useOutbox.getState().tasks;
  }

  /** Reads what the device remembers, after what this tab is still writing. */
  load(): Promise<void> {
    return this.inTurn(async () => {
      const kept = (await this.database?.outbox.orderBy('order').toArray()) ?? [];
      if (this.database === null) return;
      const read = kept.map((row) => row.task as Task);
      this.show(this.unwritten.reduce<Task[]>((tasks, step) => step(tasks), read));
    });
  }

  /** Adds a task, with the bytes it needs and the draft it was made of: all of it is kept, or nothing. */
  async add(task: Task, blobs: ReadonlyMap<string, Blob> = new Map(), draft: KeptDraft | null = null): Promise<void> {
    const { replaced } = enqueue(this.tasks, task);
    await this.change(
      (tasks) => enqueue(tasks, task).tasks,
      async (database) => {
        for (const [id, blob] of blobs) await database.uploads.put({ id, blob, url: null });
        await database.outbox.bulkDelete(replaced.map((was) => was.id));
        await database.outbox.put(row(task));
        if (draft !== null) await database.drafts.put(draft);
      },
    );
  }

  async update(id: string, how: (task: Task) => Task): Promise<void> {
    const was = this.tasks.find((task) => task.id === id);
    if (was === undefined) return;
    const is = how(was);
    await this.change(
      (tasks) => tasks.map((task) => (task.id === id ? is : task)),
      // What another tab has taken away does not come back.
      (database) => database.outbox.update(id, row(is)),
    );
  }

  async updateAttachment(taskId: string, attachmentId: string, change: Partial<Attachment>): Promise<void> {
    await this.update(taskId, (task) =>
      task.kind === 'send'
        ? { ...task, files: task.files.map((file) => (file.id === attachmentId ? { ...file, ...change } : file)) }
        : task,
    );
  }

  async remove(id: string): Promise<void> {
    const gone = this.tasks.find((task) => task.id === id);
    if (gone === undefined) return;
    await this.change(
      (tasks) => tasks.filter((task) => task.id !== id),
      async (database) => {
        await database.outbox.delete(id);
        if (gone.kind === 'send') await database.uploads.bulkDelete(gone.files.map((file) => file.id));
      },
    );
  }

  /** A conversation that is gone takes with it what was to be said there. */
  async purge(conversationId: number): Promise<void> {
    for (const task of this.tasks.filter((one) => one.conversation_id === conversationId)) await this.remove(task.id);
  }

  close(): void {
    this.channel?.close();
    this.show([]);
  }

  nextOrder(): number {
    return Math.max(Date.now(), ...this.tasks.map((task) => task.order + 1));
  }

  private show(tasks: Task[]): void {
    useOutbox.setState({ tasks });
  }

  /** Shown at once, written in turn, and only then told. What a full disk refuses stays in this tab's memory. */
  private async change(step: Step, what: (database: Database) => PromiseLike<unknown>): Promise<void> {
    this.unwritten = [...this.unwritten, step];
    this.show(step(this.tasks));
    await this.inTurn(async () => {
      await this.write(what);
      this.unwritten = this.unwritten.filter((one) => one !== step);
    });
    this.changed('local');
  }

  private async write(what: (database: Database) => PromiseLike<unknown>): Promise<void> {
    const { database } = this;
    if (database === null) return;
    await database.transaction('rw', [database.outbox, database.uploads, database.drafts], async () => void (await what(database)));
    this.channel?.postMessage('changed');
  }

  private inTurn(what: () => Promise<void>): Promise<void> {
    const turn = this.writing.then(what).catch(() => undefined);
    this.writing = turn;
    return turn;
  }
}

function row(task: Task): KeptTask {
  return { id: task.id, order: task.order, task };
}

export function showProgress(attachmentId: string, sent: number): void {
  useOutbox.setState(({ progress }) => ({ progress: { ...progress, [attachmentId]: sent } }));
}
