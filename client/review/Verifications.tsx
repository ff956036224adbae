import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { QuietNote, QuietNote_rule } from './QuietNote.tsx';
import { Vouching, Vouching_group } from './Vouching.tsx';

export const Verifications_query = graphql(
  `
    query Verifications($id: ID!) {
      organisation(id: $id) {
        id
        viewerMay {
          correct
        }
      }
      groupFreshness(organisationId: $id) {
        ...Vouching_group
      }
      quietRulesOf(organisationId: $id) {
        id
        ...QuietNote_rule
      }
    }
  `,
  [Vouching_group, QuietNote_rule],
);

export const VerifyOrganisation = graphql(`
  mutation VerifyOrganisation($input: VerifyOrganisationInput!) {
    verifyOrganisation(input: $input) {
      id
    }
  }
`);

export const TakeBackVerification = graphql(`
  mutation TakeBackVerification($input: TakeBackVerificationInput!) {
    takeBackVerification(input: $input) {
      id
    }
  }
`);

const context = {
  additionalTypenames: ['GroupFreshness', 'QuietRule', 'Organisation', 'ChangeConnection'],
};

/** Aktualitet. How far each group of facts of an organisation can be trusted, and one gesture for whoever has just asked. */
export function Verifications({ organisationId }: { organisationId: string }) {
  const { formatMessage } = useIntl();
  const [result] = useQuery({
    query: Verifications_query,
    variables: { id: organisationId },
    context,
  });
  const [, verify] = useMutation(VerifyOrganisation);
  const [, takeBack] = useMutation(TakeBackVerification);

  return (
    <Section id="aktualitet" title={formatMessage({ id: 'review.title' })}>
      <Loaded result={result}>
        {({ organisation, groupFreshness, quietRulesOf }) => (
          <>
            {quietRulesOf.map((rule) => (
              <div key={rule.id} className="quiet-note">
                <QuietNote rule={rule} />
              </div>
            ))}
            <Vouching
              groups={groupFreshness}
              groupName={(group) => formatMessage({ id: `fieldGroup.${group}` })}
              mayVouch={organisation?.viewerMay.correct === true}
              verify={async (vouched) =>
                (await verify({ input: { ...vouched, organisationId } }, context)).error
              }
              takeBack={async (id) => (await takeBack({ input: { id } }, context)).error}
            />
          </>
        )}
      </Loaded>
    </Section>
  );
}
