import type { GraphQLSchema } from 'graphql';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { logDisclosures } from '#server/access/logDisclosures.ts';
import type { Context } from '#server/context.ts';
import { chooseRecords } from './chosenRecords.ts';
import type { ExportForm } from './ExportForm.ts';
import { exportWords } from './exportWords.ts';
import { formOf } from './formOf.ts';
import type { Made } from './Made.ts';
import { nameOfEnum } from './nameOfEnum.ts';
import { readRecords } from './readRecords.ts';
import { searchInWords } from './searchInWords.ts';
import type { TakenExport } from './takeExport.ts';

/** A file on its way. */
export interface WrittenExport extends Pick<ExportForm, 'mediaType'> {
  readonly pieces: AsyncIterable<Uint8Array>;
  /** To how many people it says so far how they are reached. */
  readonly peopleShown: () => number;
}

/**
 * Skriver eksporten, piece by piece, as fast as somebody takes it. No piece leaves before the read log has whose contact details are in it;
 * each person is in the log once, however often the file has them. When nobody takes it any more, no more is read.
 *
 * `context`: of whoever takes it, for the purpose of the export.
 */
export async function writeExport(
  context: Context,
  schema: GraphQLSchema,
  { request, reason, organisations, people }: TakenExport,
): Promise<WrittenExport> {
  const form = formOf(request);
  const words = exportWords(request.locale);
  const shown = new Set<string>();
  const told = async function* () {
    const chosen = await chooseRecords(context, request);
    for await (const batch of readRecords(context, schema, chosen, form.needs)) {
      // What was read and is not in the file has been told to nobody.
      context.disclosures.forget();
      const shows = (personId: string) => {
        if (shown.has(personId)) return;
        shown.add(personId);
        context.disclosures.note(personId, ['contactPoints.value']);
      };
      const pieces = batch.map((exported) => form.tell(exported, { words, shows }));
      await logDisclosures(context);
      context.disclosures.forget();
      yield pieces;
    }
  };
  const batches = told();
  // The first is read before anything is said, so that what fails at once is a refusal.
  const first = await batches.next();
  const all = async function* () {
    if (first.done) return;
    yield first.value;
    yield* batches;
  };
  const { viewer } = context;
  const role = viewer ? words.formatMessage({ id: `role.${nameOfEnum(Role, viewer.role)}` }) : '';
  const made: Made = {
    words,
    at: context.now,
    by: `${viewer?.name ?? ''}, ${role.toLowerCase()}`,
    purpose: words.formatMessage({ id: `purpose.${nameOfEnum(Purpose, request.purpose)}` }),
    reason,
    search: searchInWords(context, request),
    organisations,
    people,
  };
  return {
    mediaType: form.mediaType,
    pieces: form.write(all(), made),
    peopleShown: () => shown.size,
  };
}
