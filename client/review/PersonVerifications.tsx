import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { Vouching, Vouching_group } from './Vouching.tsx';

export const PersonVerifications_query = graphql(
  `
    query PersonVerifications($id: ID!) {
      person(id: $id) {
        id
        viewerMay {
          edit
        }
      }
      personFreshness(personId: $id) {
        ...Vouching_group
      }
    }
  `,
  [Vouching_group],
);

export const VerifyPerson = graphql(`
  mutation VerifyPerson($input: VerifyPersonInput!) {
    verifyPerson(input: $input) {
      id
    }
  }
`);

export const TakeBackPersonVerification = graphql(`
  mutation TakeBackPersonVerification($input: TakeBackVerificationInput!) {
    takeBackPersonVerification(input: $input) {
      id
    }
  }
`);

const context = { additionalTypenames: ['GroupFreshness', 'Person', 'ChangeConnection'] };

/** Aktualitet. How far each group of what is told of a person can be trusted, and one gesture for whoever has just asked them. */
export function PersonVerifications({ personId }: { personId: string }) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({
    query: PersonVerifications_query,
    variables: { id: personId },
    context,
  });
  const [, verify] = useMutation(VerifyPerson);
  const [, takeBack] = useMutation(TakeBackPersonVerification);

  return (
    <Section id="aktualitet" title={formatMessage({ id: 'review.title' })}>
      <Loaded result={result}>
        {({ person, personFreshness }) => (
          <Vouching
            groups={personFreshness}
            groupName={(group) => formatMessage({ id: `personGroup.${group}` })}
            mayVouch={person?.viewerMay.edit === true}
            verify={async (vouched) =>
              (await verify({ input: { ...vouched, personId } }, context)).error
            }
            takeBack={async (id) => (await takeBack({ input: { id } }, context)).error}
          />
        )}
      </Loaded>
    </Section>
  );
}
