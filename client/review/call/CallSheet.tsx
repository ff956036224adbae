import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { useViewer } from '#client/access/viewer.ts';
import { graphql } from '#client/graphql.ts';
import { organisationPath } from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { CallFacts_organisation } from './CallFacts.tsx';
import { CallNumbers, CallNumbers_organisation } from './CallNumbers.tsx';
import { CallOutcomes, CallOutcomes_organisation } from './CallOutcomes.tsx';
import { checked, greetings } from './greetings.ts';

export const CallSheet_query = graphql(
  `
    query CallSheet($id: ID!) {
      organisation(id: $id) {
        id
        ...CallFacts_organisation
        ...CallNumbers_organisation
        ...CallOutcomes_organisation
      }
      groupFreshness(organisationId: $id) {
        group
        certainty
      }
    }
  `,
  [CallFacts_organisation, CallNumbers_organisation, CallOutcomes_organisation],
);

/** Samtalearket. Whom to ring, how to begin, what to ask, and what came of it: all on one screen. */
export function CallSheet({
  request,
}: {
  request: {
    readonly id: string;
    readonly organisationId: string;
    readonly organisationName: string;
    readonly language: string;
    readonly asksAll: boolean;
  };
}) {
  const { formatMessage, formatDisplayName } = useIntl();
  const viewer = useViewer();
  const { organisationId: id, organisationName: name, language } = request;
  const [result] = useQuery({ query: CallSheet_query, variables: { id } });
  const greeting = greetings[language];

  return (
    <div className="call-sheet">
      <section aria-label={formatMessage({ id: 'call.script' })} className="call-script">
        <h3>{formatMessage({ id: 'call.script' })}</h3>
        {greeting && (
          <blockquote lang={language} dir="auto">
            {greeting.replace('{name}', viewer?.name ?? '')}
          </blockquote>
        )}
        {greeting && !checked.has(language) && (
          <p className="quiet">
            {formatMessage(
              { id: 'call.unchecked' },
              { language: formatDisplayName(language, { type: 'language' }) ?? language },
            )}
          </p>
        )}
        <p>{formatMessage({ id: 'call.scriptWords' }, { name })}</p>
        <Link href={organisationPath(id)}>{formatMessage({ id: 'call.seePage' })}</Link>
      </section>
      <Loaded result={result} waiting={<Skeleton lines={6} />}>
        {({ organisation, groupFreshness }) => {
          if (!organisation) return <p>{formatMessage({ id: 'notFound.why' })}</p>;
          const all = groupFreshness.map(({ group }) => group);
          const uncertain = groupFreshness
            .filter(({ certainty }) => certainty !== 'SURE')
            .map(({ group }) => group);
          return (
            <>
              <section aria-label={formatMessage({ id: 'call.numbers' })}>
                <h3>{formatMessage({ id: 'call.numbers' })}</h3>
                <CallNumbers organisation={organisation} />
              </section>
              <CallOutcomes
                request={request}
                organisation={organisation}
                facts={organisation}
                groups={request.asksAll || !uncertain.length ? all : uncertain}
              />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
