import { createHash } from 'node:crypto';

import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { plainText } from '#server/common/plainText.ts';
import type { ExportedOrganisation, ExportedPoint } from './Exported.ts';
import type { ExportForm } from './ExportForm.ts';
import { nameOfEnum } from './nameOfEnum.ts';
import { pointsToTry } from './pointsToTry.ts';
import type { Telling } from './Telling.ts';

/** A contact point with whom it is meant for. */
type PublicPoint = ExportedPoint & { readonly id: string; readonly audience: ContactAudience };

/**
 * Open Referral. Organisations as the Human Services Data Specification 3 has them, for other registers: what everybody may know.
 *
 * No person is in it, and of the ways to reach an organisation only those that are meant for everybody. Other registers read it whole, so
 * it does not say who took it out: the file's name says when, and the register's own list says the rest.
 */
export const hsdsForm: ExportForm<object | null> = {
  mediaType: 'application/json; charset=utf-8',
  extension: 'json',
  needs: {
    organisation: `id name kind number names { name use } parent { id name } closedOn
      freshness { state verifiedOn } languages { code name } servedAreas { code name } topics { code name }
      contactPoints { id channel value isMasked position label hours lastWorkedOn bouncedOn audience }`,
    person: 'id',
  },
  tell: (exported, telling) =>
    exported.record === 'organisation' ? organisationOf(exported.row, telling) : null,
  async *write(pieces) {
    yield Buffer.from('[');
    let isFirst = true;
    for await (const batch of pieces) {
      const texts = batch.flatMap((piece) => (piece ? JSON.stringify(piece) : []));
      if (!texts.length) continue;
      yield Buffer.from(`${isFirst ? '\n' : ',\n'}${texts.join(',\n')}`);
      isFirst = false;
    }
    yield Buffer.from('\n]\n');
  },
};

const isPublic = (point: ExportedPoint): point is PublicPoint =>
  !point.isMasked && (point as PublicPoint).audience === ContactAudience.ALL_STAFF;

const phones: readonly ContactChannel[] = [ContactChannel.PHONE, ContactChannel.SMS];

function organisationOf(row: ExportedOrganisation, { words }: Telling): object {
  const points = row.contactPoints.filter(isPublic);
  const first = (channel: ContactChannel) => pointsToTry(points, [channel])[0]?.value;
  const email = first(ContactChannel.EMAIL);
  const website = first(ContactChannel.WEBSITE);
  const kind = words.formatMessage({
    id: `organisationKind.${nameOfEnum(OrganisationKind, row.kind)}`,
  });
  const [other] = row.names;
  const numbers = pointsToTry(points, phones) as PublicPoint[];
  return {
    id: row.id,
    name: plainText(row.name),
    ...(other && { alternate_name: plainText(other.name) }),
    description: kind,
    ...(email && { email }),
    ...(website && URL.canParse(website) && { website }),
    ...(row.parent && { parent_organization_id: row.parent.id }),
    organization_identifiers: row.number
      ? [
          {
            id: derivedId(row.id, 'number'),
            organization_id: row.id,
            identifier_scheme: 'NO-BRC',
            identifier_type: 'Organisasjonsnummer',
            identifier: row.number,
          },
        ]
      : [],
    phones: numbers.map(({ id, value, channel, label, hours }) => ({
      id,
      organization_id: row.id,
      number: value,
      type: channel === ContactChannel.SMS ? 'text' : 'voice',
      ...((label ?? hours) && {
        description: plainText([label, hours].filter(Boolean).join(', ')),
      }),
      languages: [],
    })),
    services: [
      {
        id: derivedId(row.id, 'service'),
        organization_id: row.id,
        name: plainText(row.name),
        description: [kind, ...row.topics.map(({ name }) => plainText(name))].join('; '),
        status: row.closedOn ? 'defunct' : 'active',
        ...(row.freshness.verifiedOn && { assured_date: row.freshness.verifiedOn }),
        languages: row.languages.map(({ code, name }) => ({
          id: derivedId(row.id, `language ${code}`),
          service_id: derivedId(row.id, 'service'),
          name: plainText(name),
          code,
        })),
        service_areas: row.servedAreas.map(({ code, name }) => ({
          id: derivedId(row.id, `area ${code}`),
          service_id: derivedId(row.id, 'service'),
          name: plainText(name),
        })),
      },
    ],
  };
}

/** The same thing has the same identifier the next time: a UUID of version 5, in the manner of RFC 9562, of what it belongs to and what it is. */
function derivedId(owner: string, what: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(owner.replaceAll('-', ''), 'hex'))
    .update(what)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
