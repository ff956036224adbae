import { NameUse } from '#schema/organisation/NameUse.ts';
import { cell } from '#seeds/common/cell.ts';

/** One more name, with the code of its language. */
export interface OtherName {
  readonly use: NameUse;
  readonly language: string | null;
  readonly name: string;
}

const written = new RegExp(`^(${Object.values(NameUse).join('|')}):([a-z]*):(.+)$`);

/** A cell with other names, as `translation:so:Ururka Tusaale|former::Eksempellaget`. */
export const otherNames = cell.list.transform((names, context): OtherName[] =>
  names.map((text) => {
    const [, use, language, name = ''] = written.exec(text) ?? [];
    if (!use) context.addIssue(`has "${text}", which is not written use:language:name`);
    return { use: use as NameUse, language: language || null, name };
  }),
);
