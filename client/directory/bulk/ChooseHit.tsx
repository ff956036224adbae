import { useIntl } from 'react-intl';

import { isChosen, useChoosing } from './Selection.ts';

/** Velg treffet, where many may be changed at once. With shift: all from the one that was chosen last. */
export function ChooseHit({ id, name }: { id: string; name: string }) {
  const { formatMessage } = useIntl();
  const choosing = useChoosing();
  if (!choosing) return null;
  const { chosen, choose } = choosing;

  return (
    <label className="hit-choice">
      <input
        type="checkbox"
        checked={isChosen(chosen, id)}
        aria-label={formatMessage({ id: 'bulk.choose' }, { name })}
        onChange={({ target, nativeEvent }) =>
          choose(id, target.checked, (nativeEvent as MouseEvent).shiftKey)
        }
      />
    </label>
  );
}
