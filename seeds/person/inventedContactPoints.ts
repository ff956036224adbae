import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Person } from '#schema/person/Person.ts';
import type { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { inventedHours, inventedTrial, slug, undialable } from '#seeds/common/invented.ts';
import type { Corner } from '#seeds/common/World.ts';
import { aPersonalContactPoint } from '#seeds/person.ts';
import type { Vocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import type { Profile, Reach } from './Profile.ts';

type Outcome = Parameters<typeof inventedTrial>[1];

/** What comes of trying to reach somebody: by the phone and what goes to it, and by e-mail. Nobody hears how a letter went. */
const outcomes: Record<Exclude<Reach, 'unreachable'>, readonly [Outcome, Outcome]> = {
  works: ['works', 'untried'],
  untried: ['untried', 'untried'],
  partly: ['bounced', 'works'],
  bounced: ['bounced', 'bounced'],
};

const messengers = [
  ContactChannel.WHATSAPP,
  ContactChannel.VIBER,
  ContactChannel.TELEGRAM,
  ContactChannel.SIGNAL,
];

/** Addresses that by the rules of the Internet are nobody's. */
const mailHosts = ['example.org', 'example.com', 'post.example', 'e-post.example'];

/** The ways to reach an invented person, which reach nobody. Who is unreachable has a place to be met at, or nothing. */
export function inventedContactPoints(
  corner: Corner,
  person: Person,
  profile: Profile,
  { areas, languages }: Vocabulary,
  key: PersonalKey,
): PersonContactPoint[] {
  const { chance } = corner;
  const { reach } = profile;
  const phone = undialable(corner);
  const place = areas.get(profile.areas[0]!)!.nameNb;
  const mail = `${slug(profile.givenName)}.${slug(profile.familyName)}@${chance.pick(mailHosts)}`;

  const offers =
    reach === 'unreachable'
      ? ([[60, ContactChannel.MEETING_PLACE, `Eksempelhuset, ${place}`]] as const)
      : ([
          [100, ContactChannel.PHONE, phone, chance.pick(['Mobil', 'Mobil', 'Jobb'])],
          [reach === 'partly' ? 100 : 68, ContactChannel.EMAIL, mail],
          [38, ContactChannel.SMS, phone],
          [42, chance.pick(messengers), phone],
          [9, ContactChannel.FACEBOOK, `https://facebook.example/${slug(mail)}`],
          [6, ContactChannel.SPOND, `Nabolaget ${place}`, 'Gruppe'],
          [7, ContactChannel.POST, `Eksempelveien ${chance.between(1, 99)}\n0000 ${place}`],
          [10, ContactChannel.MEETING_PLACE, `Eksempelhuset, ${place}`],
        ] as const);
  const given = offers.filter(([often]) => chance.happens(often));

  return given.map(([, channel, value, label = null], position) => {
    const isTold = value === phone || value === mail;
    const outcome =
      reach === 'unreachable' || !isTold ? 'untried' : outcomes[reach][value === phone ? 0 : 1];
    const isPhone = channel === ContactChannel.PHONE;
    return aPersonalContactPoint(person, key, {
      id: corner.id(`contact/${channel}`),
      channel,
      value,
      label,
      position,
      language:
        isPhone && chance.happens(25) ? languages.get([...profile.languages.keys()][0]!) : null,
      hours: isPhone ? inventedHours(corner) : null,
      audience: drawAudience(corner, position),
      ...inventedTrial(corner, outcome),
    });
  });
}

/** The first way is for all who work with the register; a private line now and then is not. */
const drawAudience = ({ chance }: Corner, position: number) =>
  position === 0
    ? ContactAudience.ALL_STAFF
    : chance.weighted([
        [ContactAudience.ALL_STAFF, 84],
        [ContactAudience.COORDINATORS, 10],
        [ContactAudience.CRISIS_ONLY, 6],
      ]);
