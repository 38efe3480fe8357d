/** One message of a stream of server-sent events. */
export interface Sse {
  readonly event: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A client that remembers every message of a stream, as a browser would read it. */
export class EventStream {
  readonly messages: Sse[] = [];
  /** Resolves when the stream is over, for whatever reason. */
  readonly ended: Promise<void>;
  private readonly abort: AbortController;

  private constructor(response: Response, abort: AbortController) {
    this.abort = abort;
    this.ended = this.read(response).catch(() => undefined); // cut by this side
  }

  static async open(
    url: string,
    who: string,
    lastEventId?: string,
  ): Promise<{ readonly response: Response; readonly stream: EventStream }> {
    const abort = new AbortController();
    const response = await fetch(url, {
      signal: abort.signal,
      headers: { 'x-titian-identity': who, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) },
    });
    return { response, stream: new EventStream(response, abort) };
  }

  /** Revisions of the changes so far. */
  get revisions(): number[] {
    return this.messages.filter(({ event }) => event === 'change').map(({ data }) => Number(data['revision']));
  }

  get lastId(): string {
    return this.messages.at(-1)?.id ?? '';
  }

  /** @throws Error if it has not come to that in 20 s */
  async until(done: (stream: EventStream) => boolean): Promise<void> {
    for (const deadline = Date.now() + 20_000; !done(this);) {
      if (Date.now() > deadline) throw new Error(`the stream has told ${JSON.stringify(this.messages.slice(-3))} only`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  close(): void {
    this.abort.abort();
  }

  private async read(response: Response): Promise<void> {
    let text = '';
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const fields = Object.fromEntries(
      block
        .split('\n')
        .filter((line) => !line.startsWith(':'))
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    if (fields['data'] === undefined) return;
    const data = JSON.parse(fields['data']) as Sse['data'];
    this.messages.push({ event: fields['event'] ?? '', id: fields['id'] ?? '', data });
  }
}
