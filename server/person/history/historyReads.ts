import { Change } from '#schema/access/Change.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { Person } from '#schema/person/Person.ts';
import { may } from '#server/access/ensure.ts';
import { areasOf } from '#server/access/scope.ts';
import {
  computed,
  contributes,
  type RowRule,
  type Verdict,
  visible,
} from '#server/common/ReadModel.ts';
import { column, later, raw, type Sql, sql } from '#server/common/sql.ts';
import { isWithin } from '#server/person/personScope.ts';
import { readableFields } from './readableFields.ts';
import { canBeUndone, type Logged, type LoggedPlace, mayUndo } from './undoable.ts';

/** Changes are there for those who may read history; those of consents, for those who may read consents as well. */
const forReaders: RowRule = (alias) =>
  sql`${later(({ context }) => context.viewer?.permissions.has('history.read') ?? false)}::boolean
    and (${column(alias, 'record')} <> 'consent'
      or ${later(({ context }) => context.viewer?.permissions.has('consent.read') ?? false)}::boolean)`;

/** The record itself, and what belongs to it. */
const of =
  (record: 'organisation' | 'person') =>
  (alias: string): Sql =>
    sql`${column(alias, 'of_record')} = ${raw(`'${record}'`)}`;

const latestFirst = {
  target: Change,
  by: 'ofId',
  as: 'connection',
  orderBy: [
    { property: 'at', descending: true },
    { property: 'version', descending: true },
  ],
} as const;

/** Whether a change is of a person within the viewer's scope. */
const ofOwnPeople: Verdict<'inScope'> = {
  name: 'inScope',
  whether: (alias) => {
    const areas = later(({ context: { viewer } }) => areasOf(viewer?.scope ?? null));
    return sql`(${column(alias, 'record')} = 'person' and ${isWithin(column(alias, 'record_id'), areas)})`;
  },
};

interface About {
  record: string;
  recordId: string;
  recordName: string | null;
}

interface Belonging {
  record: string;
  ofRecord: string | null;
  ofId: string | null;
  ofName: string | null;
}

const whatBelongs = new Set(['consent', 'personal_link', 'verification', 'quiet_rule']);

interface ByWhom {
  authorId: string | null;
  authorName: string;
  authorRole: string;
}

/** How history is read. */
export const historyReads = [
  visible(Change, forReaders),
  computed(
    Change,
    'about',
    ['record', 'recordId', 'recordName'],
    ({ record, recordId, recordName }: About) => ({
      id: recordId,
      kind: record.toUpperCase(),
      name: recordName,
    }),
  ),
  computed(
    Change,
    'belongsTo',
    ['record', 'ofRecord', 'ofId', 'ofName'],
    ({ record, ofRecord, ofId, ofName }: Belonging) =>
      ofRecord && ofId && whatBelongs.has(record)
        ? { id: ofId, kind: ofRecord.toUpperCase(), name: ofName }
        : null,
  ),
  computed(
    Change,
    'by',
    ['authorId', 'authorName', 'authorRole'],
    ({ authorId, authorName, authorRole }: ByWhom) =>
      authorId && { id: authorId, name: authorName, role: authorRole },
  ),
  computed(
    Change,
    'fields',
    ['record', 'fields', 'sealedKey', 'sealedFor', 'audiences'],
    readableFields,
  ),
  computed(
    Change,
    'viewerMay',
    ['record', 'isReversible', 'isUndone', 'servedAreas', 'seat', ofOwnPeople],
    (change: Logged & LoggedPlace, { viewer }) => ({
      undo: canBeUndone(change) && may(mayUndo, viewer, change),
    }),
  ),
  contributes(Organisation, 'history', { ...latestFirst, where: of('organisation') }),
  contributes(Person, 'history', { ...latestFirst, where: of('person') }),
  // Its changes stand twice in the view, once for each whom they belong to.
  contributes(Affiliation, 'history', { ...latestFirst, by: 'recordId', where: of('person') }),
];
