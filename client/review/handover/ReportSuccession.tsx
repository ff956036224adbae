import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';
import { Link } from 'wouter';

import { useLanguageName } from '#client/access/PersonalLinkRow.tsx';
import { useAsked } from '#client/access/useAsked.ts';
import { graphql, type VariablesOf } from '#client/graphql.ts';
import { successionsPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { Choice, Field } from '#client/ui/Field.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { Section } from '#client/ui/Section.tsx';

export const ReportSuccession_query = graphql(`
  query ReportSuccession($id: ID!) {
    organisation(id: $id) {
      id
      name
      viewerMay {
        correct
      }
      affiliations(first: 50, current: true) {
        nodes {
          id
          role
          title
          person {
            id
            name
          }
        }
      }
    }
  }
`);

export const ReportSuccession_mutation = graphql(`
  mutation ReportSuccession_mutation($input: ReportSuccessionInput!) {
    reportSuccession(input: $input) {
      id
    }
  }
`);

type LinkLanguage = VariablesOf<typeof ReportSuccession_mutation>['input']['language'];

const languages = [
  'NB',
  'NN',
  'EN',
  'AR',
  'FA',
  'PL',
  'SO',
  'TI',
  'UK',
  'UR',
] as const satisfies readonly LinkLanguage[];
const context = { additionalTypenames: ['Succession'] };

/** Overlevering på telefon. Whoever is told over the phone who has taken over types it for them; the new one is asked first. For those who may. */
export function ReportSuccession({ organisationId }: { organisationId: string }) {
  const { formatMessage } = useIntl();
  const languageName = useLanguageName();
  const [result] = useQuery({
    query: ReportSuccession_query,
    variables: { id: organisationId },
  });
  const [, report] = useMutation(ReportSuccession_mutation);
  const [asking, setAsking] = useAsked('overlevering');
  const [id, setId] = useState(() => crypto.randomUUID());
  const [named, setNamed] = useState<string | null>(null);
  const organisation = result.data?.organisation;
  if (!organisation?.viewerMay.correct) return null;
  const { nodes: affiliations } = organisation.affiliations;

  async function submit(values: FormData) {
    const text = (name: string) => String(values.get(name) ?? '').trim();
    const language = languages.find((it) => it === values.get('language')) ?? 'NB';
    const givenName = text('givenName');
    const input = {
      id,
      organisationId,
      affiliationId: text('affiliationId') || null,
      givenName,
      familyName: text('familyName') || null,
      reach: text('reach'),
      language,
    };
    const { error } = await report({ input }, context);
    if (error) return toProblem(error);
    setNamed(givenName);
    setId(crypto.randomUUID());
    return null;
  }

  return (
    <Section id="overlevering" title={formatMessage({ id: 'succession.phoneTitle' })}>
      <p className="section-intro">{formatMessage({ id: 'succession.phoneIntro' })}</p>
      <p role="status">
        {named !== null && (
          <>
            {formatMessage({ id: 'succession.phoneDone' }, { name: <bdi key="name">{named}</bdi> })}{' '}
            <Link href={successionsPath}>{formatMessage({ id: 'succession.title' })}</Link>
          </>
        )}
      </p>
      <p>
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          aria-haspopup="dialog"
          onClick={() => setAsking('ny')}
        >
          {formatMessage({ id: 'succession.phone' })}
        </button>
      </p>
      {asking && (
        <FormDialog
          name={`succession of ${organisationId}`}
          title={formatMessage({ id: 'succession.phoneAsk' }, { name: organisation.name })}
          action={formatMessage({ id: 'succession.phoneSend' })}
          submit={submit}
          onClose={() => setAsking(null)}
        >
          {affiliations.length > 0 && (
            <Choice
              name="affiliationId"
              label={formatMessage({ id: 'succession.whoLeaves' })}
              defaultValue=""
            >
              <option value="">{formatMessage({ id: 'succession.notKnown' })}</option>
              {affiliations.map(({ id: affiliationId, person, role, title }) => (
                <option key={affiliationId} value={affiliationId}>
                  {person.name}, {title ?? formatMessage({ id: `affiliationRole.${role}` })}
                </option>
              ))}
            </Choice>
          )}
          <Field
            name="givenName"
            label={formatMessage({ id: 'succession.givenName' })}
            maxLength={200}
            autoComplete="off"
            required
          />
          <Field
            name="familyName"
            label={formatMessage({ id: 'change.field.familyName' })}
            maxLength={200}
            autoComplete="off"
          />
          <Field
            name="reach"
            label={formatMessage({ id: 'succession.reach' })}
            hint={formatMessage({ id: 'succession.reachHint' })}
            maxLength={200}
            autoComplete="off"
            required
          />
          <Choice name="language" label={formatMessage({ id: 'link.language' })} defaultValue="NB">
            {languages.map((code) => (
              <option key={code} value={code}>
                {languageName(code)}
              </option>
            ))}
          </Choice>
        </FormDialog>
      )}
    </Section>
  );
}
