import type { Asked } from './Operation.ts';

/** Parameters of a question about one organisation. */
export const aboutOrganisation = (id: string, today: string): Asked => ({
  samband: { id },
  raw: [id, today],
  postgraphile: { id, today },
});
