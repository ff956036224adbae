import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import type { Problem } from '#client/problem.ts';
import { Field } from '#client/ui/Field.tsx';
import { FormDialog } from '#client/ui/FormDialog.tsx';

/** Bekreftelse med grunn. Says exactly what will happen, asks why, and does it. */
export function AccessDialog({
  what,
  children,
  ...dialog
}: {
  /** By which the form is known while one is away to sign in anew. */
  name: string;
  title: string;
  /** What the button does, in a verb. */
  action: string;
  /** What will happen. */
  what: string;
  submit: (values: FormData) => Promise<Problem | null>;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { formatMessage } = useIntl();

  return (
    <FormDialog {...dialog}>
      <p>{what}</p>
      {children}
      <Field
        name="reason"
        label={formatMessage({ id: 'form.whyOptional' })}
        hint={formatMessage({ id: 'staff.reasonHint' })}
        maxLength={1000}
      />
    </FormDialog>
  );
}
