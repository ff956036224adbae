/**
 * Senere. Thrown by a task that is to be done another time: so many seconds from now, with what is in its payload and what it `keeps`.
 *
 * A wait for room is no try: only what was tried and failed is counted, and given up when it has failed often enough.
 */
export class Later extends Error {
  readonly seconds: number;
  readonly isTry: boolean;
  readonly keeps: Readonly<Record<string, string>>;

  constructor(
    why: string,
    {
      seconds,
      isTry,
      keeps = {},
      cause,
    }: {
      readonly seconds: number;
      readonly isTry: boolean;
      readonly keeps?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    },
  ) {
    super(why, { cause });
    this.seconds = seconds;
    this.isTry = isTry;
    this.keeps = keeps;
  }
}
