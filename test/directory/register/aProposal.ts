import { OutsideRegister } from '#schema/directory/register/OutsideRegister.ts';
import { ProposalKind } from '#schema/directory/register/ProposalKind.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { rowMade } from '#server/common/FieldChange.ts';
import type { World } from '#test/support/world.ts';

/** What a register proposes: by default another name. Gives its identifier. */
export async function aProposal(
  world: World,
  organisation: Organisation,
  {
    kind = ProposalKind.RENAMED,
    fields = [
      { field: 'name', before: organisation.name, after: 'Somaliske Kvinner' },
      ...rowMade(crypto.randomUUID(), { name: organisation.name, use: 'former' }, 'names'),
    ],
    evidence = [
      { fact: 'name', before: organisation.name.toUpperCase(), after: 'SOMALISKE KVINNER' },
    ],
    foundAt = '2026-11-20T06:00:00Z',
  }: { kind?: ProposalKind; fields?: object[]; evidence?: object[]; foundAt?: string } = {},
): Promise<string> {
  const id = crypto.randomUUID();
  await world.pool.query(
    `insert into register_proposal (id, organisation_id, register, kind, fields, evidence, fingerprint, found_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      organisation.id,
      OutsideRegister.ENHETSREGISTERET,
      kind,
      JSON.stringify(fields),
      JSON.stringify(evidence),
      id,
      foundAt,
    ],
  );
  return id;
}
