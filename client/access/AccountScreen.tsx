import { Fragment, type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import type { MessageId } from '#client/language/languages.ts';
import { toProblem } from '#client/problem.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { Section } from '#client/ui/Section.tsx';
import { SessionRow, SessionRow_session } from './SessionRow.tsx';
import { useViewer } from './viewer.ts';
import './access.css';

export const AccountScreen_query = graphql(
  `
    query AccountScreen {
      viewer {
        id
        scope {
          name
        }
      }
      sessions {
        id
        isCurrent
        ...SessionRow_session
      }
    }
  `,
  [SessionRow_session],
);

export const EndOtherSessions = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      id
    }
  }
`);

/** Min konto. Who I am here, what I may, and where I am signed in. */
export function AccountScreen({
  moreFor = {},
}: {
  /** What slices to the right let one say of oneself, by the permission that it is for. */
  moreFor?: Readonly<Record<string, ReactNode>>;
}) {
  const { formatMessage, messages } = useIntl();
  const viewer = useViewer();
  const [result] = useQuery({ query: AccountScreen_query, requestPolicy: 'cache-and-network' });
  const [{ fetching, error }, endOthers] = useMutation(EndOtherSessions);
  const [ended, setEnded] = useState<number | null>(null);

  async function end() {
    const { data } = await endOthers({});
    if (data) setEnded(data.endOtherSessions.length);
  }

  const may = viewer?.permissions
    .map((permission) => `permission.${permission}`)
    .filter((id) => id in messages)
    .map((id) => formatMessage({ id: id as MessageId }));

  return (
    <Page title={formatMessage({ id: 'account.title' })}>
      {viewer && (
        <>
          <p className="lead">
            <bdi>{viewer.name}</bdi>, {formatMessage({ id: `role.${viewer.role}` })}
          </p>
          {result.data?.viewer && (
            <p>
              {result.data.viewer.scope
                ? formatMessage(
                    { id: 'account.worksIn' },
                    { area: <bdi key="area">{result.data.viewer.scope.name}</bdi> },
                  )
                : formatMessage({ id: 'account.worksEverywhere' })}
            </p>
          )}
          <Section id="tilgang" title={formatMessage({ id: 'account.may' })}>
            <ul className="may">
              {may?.map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </Section>
        </>
      )}
      {Object.entries(moreFor).map(
        ([permission, section]) =>
          viewer?.permissions.includes(permission) && (
            <Fragment key={permission}>{section}</Fragment>
          ),
      )}
      <Section id="okter" title={formatMessage({ id: 'account.sessions' })}>
        <p className="section-intro">{formatMessage({ id: 'account.sessionsWhy' })}</p>
        <Loaded result={result}>
          {({ sessions }) => (
            <div className="access-list">
              <ul>
                {sessions.map((session) => (
                  <SessionRow key={session.id} session={session} />
                ))}
              </ul>
              {error && <ProblemNote problem={toProblem(error)} />}
              {sessions.length > 1 && (
                <button
                  type="button"
                  className="ds-button"
                  data-variant="secondary"
                  disabled={fetching}
                  onClick={() => void end()}
                >
                  {formatMessage({ id: 'account.endOthers' })}
                </button>
              )}
              <p role="status">
                {ended !== null && formatMessage({ id: 'account.ended' }, { count: ended })}
              </p>
            </div>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}
