import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link } from 'wouter';

import { useMay } from '#client/access/viewer.ts';
import { graphql } from '#client/graphql.ts';
import { organisationPath, personPath } from '#client/paths.ts';
import { Announcement } from '#client/ui/Announcement.tsx';
import { useRested } from '#client/ui/useRested.ts';
import { useDuplicateWords } from './useDuplicateWords.ts';
import './duplicate.css';

export const PossibleDuplicates_query = graphql(`
  query PossibleDuplicates($input: PossibleDuplicatesInput!, $purpose: Purpose)
  @purpose(of: $purpose) {
    possibleDuplicates(input: $input) {
      id
      reasons
      organisation {
        id
        name
        number
        closedOn
        seat {
          code
          name
        }
      }
      person {
        id
        name
        areas {
          code
          name
        }
        affiliations(current: true, first: 1) {
          nodes {
            id
            organisation {
              id
              name
            }
          }
        }
      }
    }
  }
`);

const restingTime = 250;
const shortestName = 3;

/** Er det en av disse? What is in the register already and may be what somebody is entering: told as they type, quietly; they go on if it is none. */
export function PossibleDuplicates({
  kind,
  name,
  number = null,
  areas = [],
  contactValues = [],
  exceptId = null,
}: {
  kind: 'ORGANISATION' | 'PERSON';
  /** As far as it is typed; of a person the given and the family name. */
  name: string;
  number?: string | null;
  /** Codes of areas: of the seat, or served. */
  areas?: readonly string[];
  contactValues?: readonly string[];
  /** The record that is being edited. */
  exceptId?: string | null;
}) {
  const { formatMessage } = useIntl();
  const words = useDuplicateWords();
  const mayCare = useMay('contact.register_care');
  const asked = JSON.stringify({
    kind,
    name: name.trim(),
    number: number?.trim() || null,
    areas,
    contactValues: contactValues.map((it) => it.trim()).filter(Boolean),
    exceptId,
  });
  const rested = useRested(asked, restingTime);
  const input = JSON.parse(rested) as {
    kind: 'ORGANISATION' | 'PERSON';
    name: string;
    number: string | null;
    contactValues: string[];
  };
  const hasEnough =
    input.name.length >= shortestName || input.number !== null || input.contactValues.length > 0;
  const [{ data }] = useQuery({
    query: PossibleDuplicates_query,
    // A person's number is compared for those who look after the register, and for nothing else.
    variables: { input, purpose: kind === 'PERSON' && mayCare ? 'REGISTER_CARE' : null },
    pause: !hasEnough,
    requestPolicy: 'cache-and-network',
  });
  const found = hasEnough ? (data?.possibleDuplicates ?? []) : [];
  const count = formatMessage({ id: 'duplicate.isItOne' }, { count: found.length });

  return (
    <>
      <Announcement text={found.length > 0 ? count : ''} />
      {found.length > 0 && (
        <aside className="possible-duplicates" aria-label={count}>
          <p>
            <strong>{count}</strong>
          </p>
          <ul>
            {found.map(({ id, reasons, organisation, person }) => (
              <li key={id}>
                <Link href={organisation ? organisationPath(id) : personPath(id)}>
                  <bdi>{organisation?.name ?? person?.name}</bdi>
                </Link>
                <span className="quiet">
                  {[
                    organisation?.seat?.name,
                    person?.affiliations.nodes[0]?.organisation.name ?? person?.areas[0]?.name,
                    organisation?.closedOn && formatMessage({ id: 'duplicate.closed' }),
                  ]
                    .filter(Boolean)
                    .map((it) => ` · ${it}`)
                    .join('')}
                </span>
                <span className="duplicate-why">{words.reasons(reasons)}</span>
              </li>
            ))}
          </ul>
        </aside>
      )}
    </>
  );
}
