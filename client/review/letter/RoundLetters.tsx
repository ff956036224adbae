import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { graphql } from '#client/graphql.ts';
import { roundLettersPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Section } from '#client/ui/Section.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { PrintForm } from './PrintForm.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { useLookedAtAgain } from './useLookedAtAgain.ts';

export const RoundLetters_query = graphql(`
  query RoundLetters($id: ID!) {
    reviewLetters(roundId: $id) {
      waiting
      printed
      most
    }
  }
`);

export const NoteLettersSent = graphql(`
  mutation NoteLettersSent($input: NoteLettersSentInput!) {
    noteLettersSent(input: $input) {
      waiting
      printed
    }
  }
`);

const context = { additionalTypenames: ['ReviewLetters'] };
const changed = { additionalTypenames: ['ReviewLetters', 'RoundProgress', 'ReviewRequest'] };

/** Brev på papir. Those that go by post are printed here, and noted as sent when they are in the post. */
export function RoundLetters({ id }: { id: string }) {
  const { formatMessage } = useIntl();
  const [isAsking, setAsking] = useState<'print' | 'sent' | null>(null);
  const [result, askAnew] = useQuery({
    query: RoundLetters_query,
    variables: { id },
    requestPolicy: 'cache-and-network',
    context,
  });
  const [, noteSent] = useMutation(NoteLettersSent);
  // They are printed in another window; whoever comes back sees how many are left.
  useLookedAtAgain(() => askAnew({ requestPolicy: 'network-only' }));
  const close = () => setAsking(null);

  return (
    <Section id="brev" title={formatMessage({ id: 'letters.title' })}>
      <Loaded result={result} waiting={<Skeleton lines={2} />}>
        {({ reviewLetters: { waiting, printed, most } }) => {
          const count = Math.min(waiting, most);
          return (
            <>
              <p role="status">
                {formatMessage({ id: 'letters.waiting' }, { count: waiting })}{' '}
                {printed > 0 && formatMessage({ id: 'letters.printed' }, { count: printed })}
              </p>
              <div className="round-actions">
                {count > 0 && (
                  <button type="button" className="ds-button" onClick={() => setAsking('print')}>
                    {formatMessage({ id: 'letters.print' }, { count })}
                  </button>
                )}
                {printed > 0 && (
                  <>
                    <button
                      type="button"
                      className="ds-button"
                      data-variant="secondary"
                      onClick={() => setAsking('sent')}
                    >
                      {formatMessage({ id: 'letters.markSent' })}
                    </button>
                    <PrintForm address={roundLettersPath(id)} which="printed">
                      <button type="submit" className="ds-button" data-variant="tertiary">
                        {formatMessage({ id: 'letters.printAgain' })}
                      </button>
                    </PrintForm>
                  </>
                )}
              </div>
              {isAsking === 'print' && (
                <PrintDialog
                  address={roundLettersPath(id)}
                  title={formatMessage({ id: 'letters.print' }, { count })}
                  onClose={close}
                >
                  <p>{formatMessage({ id: 'letters.printWhat' }, { count })}</p>
                </PrintDialog>
              )}
              {isAsking === 'sent' && (
                <FormDialog
                  name={`letters ${id}`}
                  title={formatMessage({ id: 'letters.markSent' })}
                  action={formatMessage({ id: 'letters.markSent' })}
                  onClose={close}
                  submit={async () => {
                    const { error } = await noteSent({ input: { roundId: id } }, changed);
                    return error ? toProblem(error) : null;
                  }}
                >
                  <p>{formatMessage({ id: 'letters.markSentWhat' }, { count: printed })}</p>
                </FormDialog>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
