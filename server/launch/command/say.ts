/** Tells how the work goes: to whoever sits at the terminal. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Answers what was asked for: to whoever, or whatever, reads the output. */
export const answer = (line: string): void => void process.stdout.write(`${line}\n`);
