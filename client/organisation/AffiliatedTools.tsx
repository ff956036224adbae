import { useIntl } from 'react-intl';

import { useAsked } from '#client/access/useAsked.ts';
import { type FragmentOf, readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { todayInNorway } from '#client/ui/days.ts';
import { affiliated_affiliation } from './affiliated.ts';
import { AffiliatedEdit } from './AffiliatedEdit.tsx';
import { AffiliatedHandOver } from './AffiliatedHandOver.tsx';
import './AffiliatedPeople.css';

/** Det en kan gjøre med en tilknytning. For those who may: put it right, or say that it is over and who comes after. The address says which is asked for. */
export function AffiliatedTools({
  affiliation,
}: {
  affiliation: FragmentOf<typeof affiliated_affiliation>;
}) {
  const { formatMessage } = useIntl();
  const inSentence = useInSentence();
  const it = readFragment(affiliated_affiliation, affiliation);
  const [asked, ask] = useAsked('tilknytning');
  if (!it.viewerMay.edit) return null;
  const lasts = it.until === null || it.until >= todayInNorway();
  const role = inSentence(it.title ?? formatMessage({ id: `affiliationRole.${it.role}` }));
  const whose = <span className="ds-sr-only">: {it.person.name}</span>;

  return (
    <div className="affiliated-tools">
      {lasts && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => ask(`slutt:${it.id}`)}
        >
          {formatMessage({ id: 'affiliated.noLonger' }, { role })}
          {whose}
        </button>
      )}
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        onClick={() => ask(`rett:${it.id}`)}
      >
        {formatMessage({ id: 'person.edit' })}
        {whose}
      </button>
      {asked === `slutt:${it.id}` && lasts && (
        <AffiliatedHandOver affiliation={it} onClose={() => ask(null)} />
      )}
      {asked === `rett:${it.id}` && <AffiliatedEdit affiliation={it} onClose={() => ask(null)} />}
    </div>
  );
}
