import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link, useSearchParams } from 'wouter';

import { readFragment } from '#client/graphql.ts';
import type { MessageId } from '#client/language/languages.ts';
import { NotFoundScreen } from '#client/NotFoundScreen.tsx';
import { duplicatesPath, organisationPath, personPath } from '#client/paths.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Page } from '#client/ui/Page.tsx';
import { MergeForm } from './MergeForm.tsx';
import {
  MergedOrganisation_organisation,
  MergedPerson_person,
  MergeOrganisations_query,
  MergePeople_query,
} from './mergeSides.ts';
import { organisationSide, personSide, type Side, type Words } from './Side.ts';
import './merge.css';

/** Slå sammen. Two records side by side: what wins, what moves, and that they are one, or not. */
export function MergeScreen({ one, other }: { one: string; other: string }) {
  const [asked] = useSearchParams();
  return asked.get('hva') === 'personer' ? (
    <People one={one} other={other} />
  ) : (
    <Organisations one={one} other={other} />
  );
}

interface Which {
  readonly one: string;
  readonly other: string;
}

function Organisations(which: Which) {
  const words = useWords();
  const [result] = useQuery({
    query: MergeOrganisations_query,
    variables: which,
    requestPolicy: 'cache-and-network',
  });
  return (
    <Loaded result={result}>
      {({ one, other }) => (
        <Both
          kind="ORGANISATION"
          one={one && organisationSide(readFragment(MergedOrganisation_organisation, one), words)}
          other={
            other && organisationSide(readFragment(MergedOrganisation_organisation, other), words)
          }
        />
      )}
    </Loaded>
  );
}

function People(which: Which) {
  const words = useWords();
  const [result] = useQuery({
    query: MergePeople_query,
    variables: which,
    requestPolicy: 'cache-and-network',
  });
  return (
    <Loaded result={result}>
      {({ one, other }) => (
        <Both
          kind="PERSON"
          one={one && personSide(readFragment(MergedPerson_person, one), words)}
          other={other && personSide(readFragment(MergedPerson_person, other), words)}
        />
      )}
    </Loaded>
  );
}

function Both({
  kind,
  one,
  other,
}: {
  kind: 'ORGANISATION' | 'PERSON';
  one: Side | null;
  other: Side | null;
}) {
  const { formatMessage } = useIntl();
  if (!one || !other) return <NotFoundScreen />;
  const title = formatMessage({ id: `merge.title.${kind}` });
  const path = kind === 'PERSON' ? personPath : organisationPath;

  return (
    <Page title={title}>
      <p>
        <Link href={kind === 'PERSON' ? `${duplicatesPath}?hva=personer` : duplicatesPath}>
          {formatMessage({ id: 'merge.toList' })}
        </Link>
      </p>
      {one.id === other.id ? (
        <p className="ds-alert" data-color="info">
          {formatMessage(
            { id: 'merge.already' },
            {
              name: (
                <Link key="one" href={path(one.id)}>
                  <bdi>{one.name}</bdi>
                </Link>
              ),
            },
          )}
        </p>
      ) : (
        <MergeForm kind={kind} one={one} other={other} />
      )}
    </Page>
  );
}

function useWords(): Words {
  const { formatMessage, formatDate } = useIntl();
  return {
    kind: (kind) => formatMessage({ id: `organisationKind.${kind}` as MessageId }),
    willingness: (kind) => formatMessage({ id: `willingness.${kind}` as MessageId }),
    day: (day) => formatDate(day, { dateStyle: 'long', timeZone: 'UTC' }),
  };
}
