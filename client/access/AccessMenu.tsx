import { useIntl } from 'react-intl';
import { Link } from 'wouter';

import {
  archivePath,
  callListPath,
  audiencesPath,
  bulkEditsPath,
  changesPath,
  crisisPath,
  deadlinesPath,
  exportsPath,
  importsPath,
  newOrganisationPath,
  newPersonPath,
  proposalsPath,
  successionsPath,
  roundsPath,
  stopsPath,
  readsPath,
  workPath,
  duplicatesPath,
} from '#client/paths.ts';

/** What there is to do, what there is to look up and add, what to look after, and one's own: each for those who may. */
const groups = [
  {
    label: 'access.menu.todo',
    entries: [
      { label: 'work.title', address: workPath, anyOf: ['work.read'] },
      { label: 'call.title', address: callListPath, anyOf: ['review.call'] },
      { label: 'round.title', address: roundsPath, anyOf: ['review.signOff'] },
      { label: 'deadline.title', address: deadlinesPath, anyOf: ['review.settings'] },
      { label: 'changeProposal.title', address: proposalsPath, anyOf: ['register.write'] },
      { label: 'succession.title', address: successionsPath, anyOf: ['succession.decide'] },
      { label: 'stop.title', address: stopsPath, anyOf: ['stop.answer'] },
      { label: 'duplicate.title', address: duplicatesPath, anyOf: ['register.merge'] },
    ],
  },
  {
    label: 'access.menu.register',
    entries: [
      { label: 'audience.title', address: audiencesPath, anyOf: ['audience.save'] },
      { label: 'organisation.new', address: newOrganisationPath, anyOf: ['register.write'] },
      { label: 'person.new', address: newPersonPath, anyOf: ['register.write'] },
      { label: 'import.title', address: importsPath, anyOf: ['register.import'] },
      { label: 'bulk.edits', address: bulkEditsPath, anyOf: ['register.write'] },
      { label: 'archive.title', address: archivePath, anyOf: ['register.write'] },
    ],
  },
  {
    label: 'access.menu.oversight',
    entries: [
      {
        label: 'crisis.title',
        address: crisisPath,
        anyOf: ['crisis.declare', 'breakGlass.open', 'breakGlass.review'],
      },
      { label: 'traces.reads', address: readsPath, anyOf: ['readLog.read'] },
      { label: 'traces.exports', address: exportsPath, anyOf: ['readLog.read'] },
      { label: 'traces.changes', address: changesPath, anyOf: ['changeLog.read'] },
      { label: 'staff.title', address: '/administrasjon/brukere', anyOf: ['staff.manage'] },
      { label: 'tokens.title', address: '/administrasjon/nokler', anyOf: ['token.manage'] },
    ],
  },
  {
    label: 'access.menu.own',
    entries: [{ label: 'account.title', address: '/min-konto', anyOf: ['session.end'] }],
  },
] as const;

export function AccessMenu({ permissions }: { permissions: readonly string[] }) {
  const { formatMessage } = useIntl();
  const theirs = groups
    .map(({ label, entries }) => ({
      label,
      entries: entries.filter(({ anyOf }) => anyOf.some((it) => permissions.includes(it))),
    }))
    .filter(({ entries }) => entries.length > 0);

  return (
    <nav className="menu-links" aria-label={formatMessage({ id: 'access.menu' })}>
      {theirs.map(({ label, entries }) => (
        <ul key={label} aria-label={formatMessage({ id: label })}>
          {entries.map((entry) => (
            <li key={entry.address}>
              <Link
                href={entry.address}
                onClick={() => document.getElementById('menu')?.hidePopover()}
              >
                {formatMessage({ id: entry.label })}
              </Link>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
