import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { OpenThings } from '#server/launch/OpenThings.ts';
import type { Asker } from '#test/bench/byTurns.ts';
import { drive, inTurn, type Load } from '#test/bench/drive.ts';
import { flameGraph } from '#test/bench/flameGraph.ts';
import { nameOf } from '#test/bench/markdown.ts';
import { isCorrectable, M1 } from '#test/bench/operations/M1/M1.ts';
import { operations } from '#test/bench/operations/operations.ts';
import { profileOf } from '#test/bench/profileOf.ts';
import { profileOfDatabase } from '#test/bench/profileOfDatabase.ts';
import type { Register } from '#test/bench/Register.ts';
import { root, say } from '#test/bench/surroundings.ts';
import { openSambandWay } from '#test/bench/ways/samband.ts';
import { withCorrections } from './corrections.ts';

export interface ProfilesWanted {
  readonly operations: readonly string[];
  readonly printOnly: boolean;
}

const questionsPerOperation = 64;
const load: Load = { connections: 8, seconds: 3 };
export const profilesFolder = 'docs/profiles';

/** Profiler. What server and database are at while one operation is asked over and over, drawn as flames; nobody else is asked. */
export async function measureProfiles(
  register: Register,
  { operations: names, printOnly }: ProfilesWanted,
  things: OpenThings,
): Promise<readonly string[]> {
  const way = await openSambandWay(register, things, { isWatched: true });
  const profiled: string[] = [];
  const draw = async ({ name }: { readonly name: string }, { asking }: Asker) => {
    const asked = () => drive(way.serving.origin, asking(load), load);
    await asked();
    const server = await profileOf(way.serving.inspector!, asked);
    const found = await profileOfDatabase(register, asked, things);
    const database = 'why' in found ? null : found;
    const file = `${profilesFolder}/${name.toLowerCase()}.svg`;
    const caption = `${name} at ${load.connections} connections, ${nameOf(String(register.organisations))}`;
    const svg = flameGraph(caption, [
      { title: 'Server: Node’s main thread, by V8’s own profiler', flame: server },
      ...(database ? [{ title: 'Database: its processes, by perf', flame: database }] : []),
    ]);
    if (!printOnly) {
      mkdirSync(join(root, profilesFolder), { recursive: true });
      writeFileSync(join(root, file), svg);
    }
    say(`${name}: ${file}, ${Math.round(svg.length / 1024)} kB`);
    if ('why' in found) say(`  without the database, for perf found nothing: ${found.why}`);
    profiled.push(name);
  };
  for (const operation of operations.filter(({ name }) => names.includes(name))) {
    const asked = await operation.draw(register, questionsPerOperation);
    const sent = asked.map((it) => way.ask(operation, it));
    await draw(operation, { way, asking: (it) => inTurn(sent, it) });
  }
  if (names.includes(M1.name) && (await isCorrectable(register))) {
    await withCorrections([way], ([asker]) => draw(M1, asker!));
  }
  return profiled;
}
