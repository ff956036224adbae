import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';

import { NotAllowedScreen } from '#client/access/NotAllowedScreen.tsx';
import { useAsked } from '#client/access/useAsked.ts';
import { useMoment } from '#client/access/useMoment.ts';
import { useMay, useViewer } from '#client/access/viewer.ts';
import { graphql, readFragment } from '#client/graphql.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { Section } from '#client/ui/Section.tsx';
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx';
import { BreakGlassRow, BreakGlassRow_breakGlass } from './BreakGlassRow.tsx';
import { ConfirmBreakGlassDialog } from './ConfirmBreakGlassDialog.tsx';
import { DeclareCrisisDialog } from './DeclareCrisisDialog.tsx';
import { EndCrisisDialog } from './EndCrisisDialog.tsx';
import { OpenBreakGlassDialog } from './OpenBreakGlassDialog.tsx';
import './crisis.css';

export const CrisisScreen_query = graphql(
  `
    query CrisisScreen($all: Boolean!) {
      crises {
        id
        version
        name
        declaredBy
        declaredAt
      }
      breakGlasses(all: $all) {
        ...BreakGlassRow_breakGlass
      }
    }
  `,
  [BreakGlassRow_breakGlass],
);

const context = { additionalTypenames: ['Crisis', 'BreakGlass'] };

/** Krise. What lasts, what is opened in it, and for those who may: to declare, to open, to stand for. */
export function CrisisScreen() {
  const { formatMessage } = useIntl();
  const moment = useMoment();
  const viewer = useViewer();
  const [declaring, askDeclare] = useAsked('erklaer');
  const [opening, askOpen] = useAsked('apne');
  const [ending, askEnd] = useAsked('avslutt');
  const [confirming, askConfirm] = useAsked('bekreft');
  const [all, askAll] = useAsked('alle');
  const declares = useMay('crisis.declare');
  const opens = useMay('breakGlass.open');
  const reviews = useMay('breakGlass.review');
  const isForThem = declares || opens || reviews;
  const [declared, setDeclared] = useState<string>();
  const [result] = useQuery({
    query: CrisisScreen_query,
    variables: { all: all !== null },
    pause: !isForThem,
    requestPolicy: 'cache-and-network',
    context,
  });

  if (!viewer) return null;
  if (!isForThem) return <NotAllowedScreen />;
  return (
    <Page title={formatMessage({ id: 'crisis.title' })}>
      <Loaded result={result}>
        {({ crises, breakGlasses }) => {
          const opened = readFragment(BreakGlassRow_breakGlass, breakGlasses);
          const own = opened.find(
            ({ userId, isOpen, viewerMay }) =>
              userId === viewer.id && (isOpen || viewerMay.accountFor),
          );
          const toOpen = crises.find(({ id }) => id === opening);
          const toEnd = crises.find(({ id }) => id === ending);
          const toConfirm = opened.find(({ id }) => id === confirming);
          return (
            <div className="crisis-sections">
              <Section id="kriser" title={formatMessage({ id: 'crisis.lasting' })}>
                {crises.length === 0 ? (
                  <EmptyState title={formatMessage({ id: 'crisis.none' })}>
                    <p>{formatMessage({ id: 'crisis.noneWhy' })}</p>
                  </EmptyState>
                ) : (
                  <ul className="crisis-list">
                    {crises.map(({ id, name, declaredBy, declaredAt }) => (
                      <li key={id}>
                        <div>
                          <CrisisName name={name} isNew={id === declared} />
                          <p className="quiet">
                            {formatMessage(
                              { id: 'crisis.declaredBy' },
                              { name: declaredBy, time: moment(declaredAt) },
                            )}
                          </p>
                        </div>
                        <div className="crisis-actions">
                          {opens && !own && (
                            <button type="button" className="ds-button" onClick={() => askOpen(id)}>
                              {formatMessage({ id: 'crisis.open' })}{' '}
                              <VisuallyHidden>{name}</VisuallyHidden>
                            </button>
                          )}
                          {declares && (
                            <button
                              type="button"
                              className="ds-button"
                              data-variant="secondary"
                              onClick={() => askEnd(id)}
                            >
                              {formatMessage({ id: 'crisis.end' })}{' '}
                              <VisuallyHidden>{name}</VisuallyHidden>
                            </button>
                          )}
                        </div>
                      </li>
                    ))}
                  </ul>
                )}
                {declares && (
                  <p>
                    <button
                      type="button"
                      className="ds-button"
                      data-variant={crises.length ? 'secondary' : 'primary'}
                      onClick={() => askDeclare('ja')}
                    >
                      {formatMessage({ id: 'crisis.declare' })}
                    </button>
                  </p>
                )}
              </Section>
              <Section
                id="nodtilgang"
                title={formatMessage({ id: 'crisis.opened' })}
                tools={
                  <label className="section-toggle">
                    <input
                      type="checkbox"
                      checked={all !== null}
                      onChange={({ target }) => askAll(target.checked ? 'ja' : null)}
                    />
                    {formatMessage({ id: 'crisis.alsoDone' })}
                  </label>
                }
              >
                {opened.length === 0 ? (
                  <p className="quiet">{formatMessage({ id: 'crisis.nothingOpened' })}</p>
                ) : (
                  <ul className="crisis-list">
                    {breakGlasses.map((one, index) => (
                      <BreakGlassRow
                        key={opened[index]?.id}
                        breakGlass={one}
                        onConfirm={askConfirm}
                      />
                    ))}
                  </ul>
                )}
              </Section>
              {declaring && (
                <DeclareCrisisDialog onDeclared={setDeclared} onClose={() => askDeclare(null)} />
              )}
              {toEnd && <EndCrisisDialog crisis={toEnd} onClose={() => askEnd(null)} />}
              {toOpen && (
                <OpenBreakGlassDialog crisis={toOpen} own={own?.id} onClose={() => askOpen(null)} />
              )}
              {toConfirm?.viewerMay.confirm && (
                <ConfirmBreakGlassDialog opened={toConfirm} onClose={() => askConfirm(null)} />
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Whoever has just declared it goes on from it. */
function CrisisName({ name, isNew }: { name: string; isNew: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);

  return (
    <h3 ref={heading} tabIndex={-1}>
      <bdi>{name}</bdi>
    </h3>
  );
}
