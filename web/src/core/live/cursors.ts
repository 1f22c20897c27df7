/** What to do with an event that arrived: apply it, drop a repetition, or come back for what was lost. */
export type Verdict = 'next' | 'known' | 'gap';

/** Follows how far each stream has been received on this connection. */
export class Cursors {
  private readonly at = new Map<string, number>();

  reset(cursors: Readonly<Record<string, number>>): void {
    this.at.clear();
    for (const [stream, seq] of Object.entries(cursors)) this.at.set(stream, seq);
  }

  get all(): Record<string, number> {
    return Object.fromEntries(this.at);
  }

  /** A stream first heard of in the middle of a connection begins with whatever comes. */
  judge(stream: string, seq: number): Verdict {
    const last = this.at.get(stream);
    if (last !== undefined && seq <= last) return 'known';
    if (last !== undefined && seq > last + 1) return 'gap';
    this.at.set(stream, seq);
    return 'next';
  }

  /** Heads of the streams we did not name, and of those whose tail is lost. */
  welcome(heads: Readonly<Record<string, number>>, reset: readonly string[]): void {
    for (const [stream, head] of Object.entries(heads)) {
      if (!this.at.has(stream) || reset.includes(stream)) this.at.set(stream, head);
    }
    for (const stream of this.at.keys()) if (!(stream in heads)) this.at.delete(stream);
  }

  /** A subscription that began in the middle of the connection. */
  open(stream: string, seq: number): void {
    if (!this.at.has(stream)) this.at.set(stream, seq);
  }

  forget(stream: string): void {
    this.at.delete(stream);
  }
}
