interface Asked {
  readonly text: string;
  isAnswered: boolean;
  sent?: { unsubscribe(): void };
}

/**
 * Underveis. The questions of letters typed in a row whose answers have not come yet, the oldest first: that and the newest are waited for.
 *
 * If the newest alone were, then on a line slower than the typing nothing would be answered until the last letter; and if all were, that line
 * would be busy with what nobody wants to see.
 */
export class UnderWay<Answer> {
  #asked: Asked[] = [];

  constructor(
    /** Sends a question, tells of each answer it gets, and gives what stops it. */
    private readonly send: (
      text: string,
      heard: (answer: Answer) => void,
    ) => { unsubscribe(): void },
    /** Hears the answer to older letters, while that to the newest is still waited for. */
    private readonly tell: (answer: Answer) => void,
  ) {}

  /** The newest text that was asked for. */
  get newest(): string | undefined {
    return this.#asked.at(-1)?.text;
  }

  ask(text: string): void {
    if (text === this.newest) return;
    const answered = this.#asked.filter(({ isAnswered }) => isAnswered);
    const [oldest, ...between] = this.#asked.filter(({ isAnswered }) => !isAnswered);
    const asked: Asked = { text, isAnswered: false };
    this.#asked = [...(oldest ? [oldest] : []), asked];
    // What is known of it in the browser is heard at once.
    asked.sent = this.send(text, (answer) => this.heard(asked, answer));
    for (const { sent } of [...answered, ...between]) sent?.unsubscribe();
  }

  end(): void {
    for (const { sent } of this.#asked) sent?.unsubscribe();
    this.#asked = [];
  }

  private heard(asked: Asked, answer: Answer): void {
    const at = this.#asked.indexOf(asked);
    if (at < 0) return;
    asked.isAnswered = true;
    for (const { sent } of this.#asked.splice(0, at)) sent?.unsubscribe();
    if (asked.text !== this.newest) this.tell(answer);
  }
}
