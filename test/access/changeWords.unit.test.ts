import { readFile } from 'node:fs/promises';

import type { EntityMetadata } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { buildSchema } from 'graphql';
import pg from 'pg';
import { expect, test } from 'vitest';

import { changeCodes } from '#client/access/changeCodes.ts';
import { unsaidFields } from '#client/access/unsaidFields.ts';
import { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import en from '#schema/language/en.json' with { type: 'json' };
import nb from '#schema/language/nb.json' with { type: 'json' };
import nn from '#schema/language/nn.json' with { type: 'json' };
import { ormOptions } from '#server/orm.ts';

/** What says nothing in the change log: the sessions of whoever is signed in and what they speak, who is on to what, what is counted or leaves as a file. What takes a decision back tells of an undoing. */
const untold = new Set([
  'endSession',
  'endOtherSessions',
  'claimWork',
  'releaseWork',
  'claimCall',
  'releaseCall',
  'setCallerLanguages',
  'reopenProposal',
  'prepareBulkEdit',
  'prepareExport',
]);

/** What is told without a mutation: at the sign-in, on the command line, and of a page to print. */
const byOtherMeans = ['signIn', 'admitByHand', 'createToken', 'printReviewLetters'];

/** What is told of a link, which is no entity with a version. */
const ofLinks = ['recordId', 'contactPointId', 'purpose', 'language', 'expiresOn', 'revokedAt'];

const unworded = (ids: readonly string[]): string[] =>
  [...new Set(ids)].filter((id) => ![nb, nn, en].every((messages) => id in messages));

async function recordTypes(): Promise<readonly EntityMetadata[]> {
  const orm = await MikroORM.init(ormOptions(new pg.Pool()));
  return [...orm.getMetadata().getAll().values()].filter((it) => it.versionProperty);
}

const kept = ({ props, versionProperty }: EntityMetadata) =>
  props.filter(
    (it) =>
      it.persist !== false &&
      !it.hidden &&
      !['id', 'valueIndex', versionProperty as string].includes(it.name),
  );

/** Each field that the change log may tell of a record or of its parts, and the codes that may stand there. */
function toldOf(record: EntityMetadata, _at: number, all: readonly EntityMetadata[]) {
  return kept(record).flatMap((it) => {
    if (it.kind !== '1:m') return [{ field: it.name, codes: it.items ?? [] }];
    // A record of its own is told of by itself.
    if (all.some(({ className }) => className === it.targetMeta?.className)) return [];
    return kept(it.targetMeta as EntityMetadata)
      .filter(({ name }) => name !== it.mappedBy)
      .map(({ name, items = [] }) => ({
        field: `${it.name}.${name === 'sealedValue' ? 'value' : name}`,
        codes: items,
      }));
  });
}

test('each thing that somebody does has its words', async () => {
  const schema = buildSchema(await readFile('schema/schema.graphql', 'utf8'));
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const verbs = [...mutations.filter((it) => !untold.has(it)), ...byOtherMeans];

  expect(verbs).toContain('issuePersonalLink');
  expect(unworded(verbs.map((it) => `change.verb.${it}`))).toEqual([]);
});

test('each kind of record has its words', async () => {
  const kinds = [...(await recordTypes()).map((it) => it.tableName), 'personal_link'];

  expect(kinds).toContain('break_glass');
  expect(unworded(kinds.map((it) => `change.record.${it.toUpperCase()}`))).toEqual([]);
});

test('each field of each record has its words, or is one that nobody reads', async () => {
  const told = [...(await recordTypes()).flatMap(toldOf).map((it) => it.field), ...ofLinks];
  const said = told.filter((field) => !unsaidFields.has(field));

  expect(said).toContain('accountDueAt');
  expect(unworded(said.map((it) => `change.field.${it}`))).toEqual([]);
  expect([...unsaidFields].filter((it) => !told.includes(it))).toEqual([]);
});

test('each code that may stand in a field has its words', async () => {
  const told = (await recordTypes()).flatMap(toldOf);
  const links = { field: 'purpose', codes: Object.values(PersonalLinkPurpose) };
  const codes = [...told, links].flatMap(({ field, codes: each }) =>
    each.map((code) => {
      const ids = [changeCodes[field] ?? field]
        .flat()
        .map((of) => `${of}.${String(code).toUpperCase()}`);
      return ids.find((id) => id in nb) ?? ids.join(' or ');
    }),
  );

  expect(codes).toContain('consentMethod.PERSONAL_LINK');
  expect(unworded(codes)).toEqual([]);
});
