import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Asked, Operation } from '#test/bench/operations/Operation.ts';
import type { Register } from '#test/bench/Register.ts';
import type { Serving } from '#test/bench/Serving.ts';
import type { Sent } from '#test/bench/drive.ts';
import type { OpenThings } from '#server/launch/OpenThings.ts';

export const wayNames = ['samband', 'raw', 'postgraphile'] as const;
export type WayName = (typeof wayNames)[number];

/** Lesemåte. One way to answer the questions, in a process of its own. */
export interface Way {
  readonly name: WayName;
  readonly register: Register;
  readonly serving: Serving;
  /** The question as it is sent. */
  ask(operation: Pick<Operation, 'name'>, asked: Asked): Sent;
  /** What it answered, before it is normalised. Throws where it did not answer. */
  read(body: string): unknown;
}

/** Starts a way of reading over a register. */
export type Open = (register: Register, things: OpenThings) => Promise<Way>;

const texts = new Map<string, string>();

/** The text in which a way is asked. Read once: corrections are written while they are measured. */
export function textOf(name: string, file: string): string {
  const path = join(import.meta.dirname, '../operations', name, file);
  const text = texts.get(path) ?? readFileSync(path, 'utf8');
  texts.set(path, text);
  return text;
}

/** An answer of a GraphQL server. */
export function dataIn(body: string): unknown {
  const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: unknown[] };
  if (errors?.length || !data) throw new Error(`It answered with ${JSON.stringify(errors)}`);
  return data;
}
