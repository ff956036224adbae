import { once } from 'node:events';

import type { Flame } from './flameGraph.ts';

/** As V8 tells of a profile: which function called which, and in which it was found how often. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
    readonly hitCount?: number;
    readonly children?: readonly number[];
  }[];
}

const microsecondsApart = 500;

/** Profil. Looks into a program of Node's through its own inspector while something is done to it; gives in which functions it was. */
export async function profileOf(inspector: string, during: () => Promise<unknown>): Promise<Flame> {
  const socket = new WebSocket(inspector);
  try {
    await once(socket, 'open');
    const ask = asking(socket);
    await ask('Profiler.enable');
    await ask('Profiler.setSamplingInterval', { interval: microsecondsApart });
    await ask('Profiler.start');
    await during();
    const { profile } = (await ask('Profiler.stop')) as { profile: Profile };
    return flameOf(profile);
  } finally {
    socket.close();
  }
}

/** Asks over the socket, and gives what is answered under the same number. */
function asking(socket: WebSocket) {
  let last = 0;
  return async (method: string, params = {}): Promise<unknown> => {
    const id = ++last;
    socket.send(JSON.stringify({ id, method, params }));
    for (;;) {
      const [{ data }] = (await once(socket, 'message')) as [MessageEvent<string>];
      const answer = JSON.parse(data) as { id?: number; result?: unknown };
      if (answer.id === id) return answer.result;
    }
  };
}

/** Who waits is no work. */
const waiting = new Set(['(idle)', '(program)']);

function flameOf({ nodes }: Profile): Flame {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const flame = (id: number): Flame => {
    const { callFrame, hitCount = 0, children = [] } = byId.get(id)!;
    const called = children.map(flame).filter(({ name }) => !waiting.has(name));
    return {
      name: nameOf(callFrame),
      weight: called.reduce((sum, { weight }) => sum + weight, hitCount),
      called,
    };
  };
  return flame(nodes[0]!.id);
}

/** The function and its file, as short as one can still find it. */
function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const file = url
    .replace(/^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/, '$1')
    .replace(/^.*\/dist\/(.*)\.js$/, '$1');
  if (file === '') return functionName;
  return `${functionName || `line ${lineNumber + 1}`} · ${file}`;
}
