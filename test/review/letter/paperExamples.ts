import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { cookieNames } from '#server/access/cookies.ts';
import { startSession } from '#server/access/session.ts';
import type { Visitor } from '#test/access/Visitor.ts';
import type { RoundDesk } from '#test/review/round/RoundDesk.ts';

/** A browser in which somebody has signed in. */
export async function signedIn({ desk }: RoundDesk, userId: string): Promise<Visitor> {
  const visitor = desk.visitor();
  const { pool, clock } = desk;
  const settings = { pool, clock: () => clock.now };
  const user = { userId, former: undefined, userAgent: undefined };
  const secret = await startSession(settings, user);
  visitor.cookies.set(cookieNames(new URL(desk.origin)).session, secret);
  return visitor;
}

/** Two that get their letter on paper, one of them in Arabic, and one by e-mail. */
export async function withPaper(round: RoundDesk): Promise<string> {
  const { world, pool } = round.desk;
  const arabic = await world.em.findOneOrFail(Language, { code: 'ar' });
  const [first, second] = [
    anOrganisation({ name: 'Alfa' }),
    anOrganisation({ name: 'Beta & sønner' }),
  ];
  await world.has(
    first,
    second,
    aContactPoint(first, { channel: ContactChannel.POST, value: 'Prøvegata 1\n0001 Oslo' }),
    aContactPoint(second, { channel: ContactChannel.POST, value: 'Prøvegata 2\n0001 Oslo' }),
  );
  await pool.query('update organisation set languages = $2 where id = $1', [
    second.id,
    [arabic.number],
  ]);
  await round.has('Gamma');
  return round.opened({ texts: [{ language: 'NB', text: 'Vi gleder oss.' }], signedBy: 'Ahus' });
}
