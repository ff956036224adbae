import { useIntl } from 'react-intl';

import './PurposeChoice.css';
import { type Purpose, statePurpose } from './purpose.ts';
import { useViewer } from './viewer.ts';

/** Valg av formål. One button for each purpose that is the viewer's, with a line on what it is. */
export function PurposeChoice({
  except = null,
  onChoose,
}: {
  /** What is on offer elsewhere. */
  except?: Purpose | null;
  onChoose: (purpose: Purpose) => void;
}) {
  const { formatMessage } = useIntl();
  const viewer = useViewer();

  return (
    <div className="purpose-choice">
      {viewer?.purposes
        .filter((purpose) => purpose !== except)
        .map((purpose) => (
          <button
            key={purpose}
            type="button"
            onClick={() => {
              statePurpose(purpose, viewer);
              onChoose(purpose);
            }}
          >
            <strong>{formatMessage({ id: `purpose.${purpose}` })}</strong>{' '}
            <span>{formatMessage({ id: `purpose.${purpose}.for` })}</span>
          </button>
        ))}
      <p className="quiet">{formatMessage({ id: 'purpose.holdsInTab' })}</p>
    </div>
  );
}
