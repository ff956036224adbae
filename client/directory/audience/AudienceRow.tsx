import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import { useViewer } from '#client/access/viewer.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { audiencePath } from '#client/paths.ts';
import { Series } from '#client/ui/Series.tsx';

export const AudienceRow_audience = graphql(`
  fragment AudienceRow_audience on Audience {
    id
    name
    ownerId
    ownerName
    isShared
    sentence
    isBroken
    words {
      isGone
    }
    subscription {
      every
    }
  }
`);

/** Et utvalg i listen: what it is called, what it asks in words, and how many it finds now. */
export function AudienceRow({
  audience,
  count,
}: {
  audience: FragmentOf<typeof AudienceRow_audience>;
  /** How many, in words; undefined until it is known. */
  count: string | undefined;
}) {
  const { formatMessage } = useIntl();
  const viewer = useViewer();
  const { id, name, ownerId, ownerName, isShared, sentence, isBroken, words, subscription } =
    readFragment(AudienceRow_audience, audience);
  const marks = [
    ...(ownerId === viewer?.id ? [] : [formatMessage({ id: 'audience.by' }, { name: ownerName })]),
    ...(isShared && ownerId === viewer?.id ? [formatMessage({ id: 'audience.isShared' })] : []),
    ...(subscription ? [formatMessage({ id: 'audience.isFollowed' })] : []),
  ];

  return (
    <li className="audience-row">
      <div>
        <h3>
          <Link href={audiencePath(id)}>
            <bdi>{name}</bdi>
          </Link>
        </h3>
        <p>
          <bdi>{sentence}</bdi>
        </p>
        {(isBroken || words.some(({ isGone }) => isGone)) && (
          <p className="audience-warning">
            {formatMessage({ id: isBroken ? 'audience.isBroken' : 'audience.hasGone' })}
          </p>
        )}
        {marks.length > 0 && (
          <p className="quiet">
            <Series>{marks}</Series>
          </p>
        )}
      </div>
      <p className="audience-count">{count}</p>
    </li>
  );
}
