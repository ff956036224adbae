type Close = () => unknown;

/** What has been opened and must be closed again: the last first, each once, whatever becomes of the others. */
export class OpenThings {
  readonly #closers: Close[] = [];
  readonly #complain: (error: unknown) => void;

  constructor(complain: (error: unknown) => void = () => {}) {
    this.#complain = complain;
  }

  add(close: Close): void {
    this.#closers.push(close);
  }

  async close(): Promise<void> {
    for (let close = this.#closers.pop(); close; close = this.#closers.pop())
      await this.#end(close);
  }

  /** Without waiting for one to let go of another: the end of the database is what ends work in it. */
  async closeAtOnce(): Promise<void> {
    await Promise.all(this.#closers.splice(0).map((close) => this.#end(close)));
  }

  async #end(close: Close): Promise<void> {
    try {
      await close();
    } catch (error) {
      this.#complain(error);
    }
  }
}
