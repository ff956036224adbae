import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';

/** Channels that somebody who is in no register can be asked by. */
export type SuccessorChannel = ContactChannel.EMAIL | ContactChannel.SMS;

/** Den som overtar. Who is said to have taken over: what they are called, and the one way to ask them. */
export interface NamedSuccessor {
  readonly givenName: string;
  readonly familyName: string;
  readonly channel: SuccessorChannel;
  readonly value: string;
}

/** What is sealed of them. The channel stands in the open: it tells nobody who they are. */
type Sealed = Omit<NamedSuccessor, 'channel'>;

export const sealSuccessor = (
  key: LinkKey,
  id: string,
  { givenName, familyName, value }: NamedSuccessor,
): string => {
  const sealed: Sealed = { givenName, familyName, value };
  return key.seal(JSON.stringify(sealed), id);
};

/** Who was named, of a succession that has not forgotten them. */
export const openSuccessor = (
  key: LinkKey,
  {
    id,
    channel,
    sealed,
  }: { readonly id: string; readonly channel: SuccessorChannel; readonly sealed: string },
): NamedSuccessor => ({ ...(JSON.parse(key.open(sealed, id)) as Sealed), channel });

export const fullName = ({
  givenName,
  familyName,
}: Pick<NamedSuccessor, 'givenName' | 'familyName'>): string => `${givenName} ${familyName}`.trim();
