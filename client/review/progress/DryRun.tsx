import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { HinderedList } from './HinderedList.tsx';

export const DryRun_run = graphql(`
  fragment DryRun_run on RoundDryRun {
    total
    reached
    ways {
      channel
      language
      count
    }
    hindered {
      hindrance
      count
    }
    lacking {
      language
      name
      count
    }
  }
`);

/** Prøvekjøringen: how many get a letter in which language by which way, who does not and why. Nothing is sent. */
export function DryRun({ roundId, run }: { roundId: string; run: FragmentOf<typeof DryRun_run> }) {
  const { formatMessage, formatNumber, formatDisplayName, formatList } = useIntl();
  const { total, reached, ways, hindered, lacking } = readFragment(DryRun_run, run);
  const inAll = [...Map.groupBy(ways, ({ channel }) => channel)].map(([channel, theirs]) =>
    formatMessage(
      { id: `round.byChannel.${channel}` },
      { count: theirs.reduce((sum, { count }) => sum + count, 0) },
    ),
  );
  const named = (language: string) => formatDisplayName(language, { type: 'language' }) ?? language;

  return (
    <div className="dry-run">
      <p className="lead" role="status">
        {formatMessage({ id: 'round.wouldReach' }, { reached, total })}
      </p>
      <p className="quiet">{formatMessage({ id: 'round.nothingSent' })}</p>
      {ways.length > 1 && <p>{formatList(inAll)}</p>}
      {ways.length > 0 && (
        <div className="wide-table">
          <table>
            <caption className="ds-sr-only">{formatMessage({ id: 'round.ways' })}</caption>
            <thead>
              <tr>
                <th scope="col">{formatMessage({ id: 'round.by.LANGUAGE' })}</th>
                <th scope="col">{formatMessage({ id: 'round.channel' })}</th>
                <th scope="col" className="is-number">
                  {formatMessage({ id: 'round.count' })}
                </th>
              </tr>
            </thead>
            <tbody>
              {ways.map(({ channel, language, count }) => (
                <tr key={`${channel} ${language}`}>
                  <th scope="row">{named(language)}</th>
                  <td>{formatMessage({ id: `round.channel.${channel}` })}</td>
                  <td className="is-number">{formatNumber(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hindered.length > 0 && (
        <>
          <h3>{formatMessage({ id: 'round.notWritten' })}</h3>
          {hindered.map(({ hindrance, count }) => (
            <HinderedList key={hindrance} roundId={roundId} hindrance={hindrance} count={count} />
          ))}
        </>
      )}
      {lacking.length > 0 && (
        <>
          <h3>{formatMessage({ id: 'round.lacking' })}</h3>
          <ul>
            {lacking.map(({ language, name, count }) => (
              <li key={language}>
                {name ?? named(language)}: {formatNumber(count)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
