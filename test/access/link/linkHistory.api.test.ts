import { expect, inject, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { aViewer } from '#test/support/viewers.ts';
import { cloneOf } from '#test/support/world.ts';
import { LinkDesk } from './LinkDesk.ts';

test('an organisation’s history tells that a link was sent and taken back, and the log says whose it was', async () => {
  await using desk = await LinkDesk.open(await cloneOf(inject('templateUrl')));
  const { id } = await desk.issued({ name: 'Prøve kvinneforening' });
  await desk.issued({ name: 'En annen forening' });
  await desk.world.ask(
    desk.editor(),
    'mutation ($id: ID!) { revokePersonalLink(input: { id: $id }) { revokedOn } }',
    { id },
  );
  const { rows } = await desk.pool.query<{ record_id: string }>(
    'select record_id from personal_link where id = $1',
    [id],
  );

  const { data, errors } = await desk.world.ask<{
    organisation: { history: { totalCount: number; nodes: readonly { verb: string }[] } };
  }>(
    desk.editor(),
    `query ($id: ID!) { organisation(id: $id) { history(first: 10) { totalCount nodes { verb } } } }`,
    { id: rows[0]!.record_id },
  );
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = data!.organisation.history;
  expect(nodes.map(({ verb }) => verb).toSorted()).toEqual([
    'issuePersonalLink',
    'revokePersonalLink',
  ]);
  expect(totalCount).toBe(2);

  const all = await desk.world.ask<{ changes: { nodes: readonly object[] } }>(
    aViewer(Role.PRIVACY_OFFICER),
    `query ($filter: ChangeFilter) {
      changes(first: 10, filter: $filter) { nodes { about { kind } belongsTo { kind name } } } }`,
    { filter: { record: id } },
  );
  expect(all.data?.changes.nodes).toEqual(
    Array.from({ length: 2 }, () => ({
      about: { kind: 'PERSONAL_LINK' },
      belongsTo: { kind: 'ORGANISATION', name: 'Prøve kvinneforening' },
    })),
  );
});
