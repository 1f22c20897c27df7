/** Ends a call that brings nothing for too long. A long answer on a slow line is no failure while it still comes. */
export class Silence {
  private readonly controller = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly limit: number) {
    this.heard();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  end(): void {
    clearTimeout(this.timer);
  }

  /** The whole body as text; every piece of it is a sign of life. */
  async readAll(response: Response): Promise<string> {
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    let text = '';
    try {
      for (;;) {
        const piece = await reader?.read();
        if (piece === undefined || piece.done) return text + decoder.decode();
        this.heard();
        text += decoder.decode(piece.value, { stream: true });
      }
    } finally {
      this.end();
    }
  }

  private heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.controller.abort(new DOMException('silence', 'TimeoutError')), this.limit);
  }
}
